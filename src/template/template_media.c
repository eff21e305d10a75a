/*
 * Tags that show images.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "template/template_markup.h"
#include "template/template_tags.h"

static bool
is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && (s[n] == '\0' || strcmp(s + n, "px") == 0 ||
	    strcmp(s + n, "%") == 0 || strcmp(s + n, "em") == 0);
}

/* `width:300px` */
static bool
is_option(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz-");

	return n > 0 && s[n] == ':';
}

bool
template_show_image(struct template *t, const struct template_tag *tag,
    struct template_image *image)
{
	const char *url;

	if (image->url == NULL || *image->url == '\0')
		return false;
	url = template_pelican_url(t, image->url);
	if (url == NULL && strchr(image->url, '{') != NULL)
		return false;
	image->url = url != NULL ? url : template_image_url(t, tag,
	    image->url);
	template_put_image(t, tag, image);
	return true;
}

/* Parameters of Hugo's own figure that others lack or treat differently. */
static void
read_hugo_figure(const struct template_tag *tag, struct template_image *image)
{
	image->is_rich = true;
	image->heading = image->title;
	image->title = NULL;
	image->caption = template_key(tag, "caption|figcaption|description|"
	    "desc");
	image->credit = template_key(tag, "attr");
	image->credit_url = template_key(tag, "attrlink");
	image->width = template_key(tag, "width");
	image->height = template_key(tag, "height");
}

static const char image_keys[] = "src|path|image_path|image|url|file|img|"
    "image_url|source|filename|light_src|default_src";

/*
 * {% figure caption:"It *rains*" %}![a](/a.png){% endfigure %} of a Jekyll
 * plugin
 */
static bool
open_figure(struct template *t, const struct template_tag *tag)
{
	const struct template_block block = { .name = tag->name,
	    .footer = template_key(tag, "caption") };

	return tag->syntax == TEMPLATE_TAG && block.footer != NULL &&
	    template_is_paired(t, tag) && template_open(t, &block, NULL);
}

/* All by key: {{< figure src="a.png" alt="b" caption="c" >}} */
bool
template_run_figure(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, image_keys),
		.alt = template_key(tag, "alt|alternative|alternate|"
		    "default_alt"),
		.title = template_key(tag, "title"),
		.caption = template_key(tag, "caption|figcaption|description|"
		    "desc|attr|text"),
		.link = template_key(tag, "link|href"),
		/* A Jekyll include writes it as is or as Markdown; other
		   tags escape what is not HTML. */
		.is_rich = tag->syntax != TEMPLATE_TAG ||
		    text_has_prefix(tag->name, "include")
	};

	if (image.caption != NULL && strstr(image.caption, "</") != NULL)
		image.is_rich = true;
	if (tag->syntax == TEMPLATE_SHORTCODE &&
	    strcmp(tag->name, "figure") == 0)
		read_hugo_figure(tag, &image);
	if (image.url == NULL && open_figure(t, tag))
		return true;
	if (image.url == NULL)
		image.url = template_word(tag, 0);
	/* {{ img(id="a.png") }} of Zola themes */
	if (image.url == NULL && tag->syntax == TEMPLATE_CALL)
		image.url = template_key(tag, "id");
	if (image.alt == NULL)
		image.alt = template_word(tag, 1);
	/* Hugo's Easy Gallery */
	if (image.url == NULL && image.link != NULL &&
	    media_is_image(image.link)) {
		image.url = image.link;
		image.link = NULL;
	}
	return template_show_image(t, tag, &image);
}

/* `title`, or `title 'alt'` */
static void
read_bare_title(struct template *t, const char *text,
    struct template_image *image)
{
	const char *end = text + strlen(text) - 1, *p = strchr(text, '\'');

	image->title = text;
	if (p == NULL || p == end || *end != '\'')
		return;
	image->title = text_trim_copy(&t->arena, text, p);
	image->alt = arena_span(&t->arena, p + 1, end);
}

/* The same, or 'title' or '"title" "alt"', with quotes around it. */
static void
read_title(struct template *t, const char *text,
    struct template_image *image)
{
	const char *end, *p = text;

	if (!ascii_is_quote(*p)) {
		read_bare_title(t, text, image);
		return;
	}
	end = strchr(p + 1, *p);
	if (end == NULL)
		return;
	image->title = arena_span(&t->arena, p + 1, end);
	p = end + 1 + strspn(end + 1, " ");
	end = *p == '\0' ? NULL : strchr(p + 1, *p);
	if (end != NULL)
		image->alt = arena_span(&t->arena, p + 1, end);
}

/* In pixels, as Hexo requires; other units are ignored. */
static void
read_size(const char *size, struct template_image *image)
{
	if (!ascii_is_digit(size[strlen(size) - 1]))
		return;
	if (image->width == NULL)
		image->width = size;
	else
		image->height = size;
}

/* Read a word after the URL of an image; the title may be several words. */
static void
read_img_word(struct template *t, const struct template_argument *a,
    struct template_image *image, const char **title)
{
	if (a->is_quoted && strpbrk(a->value, "\"'") != NULL)
		read_title(t, a->value, image);
	else if (a->is_quoted && image->title == NULL)
		image->title = a->value;
	else if (a->is_quoted)
		image->alt = a->value;
	else if (is_number(a->value))
		read_size(a->value, image);
	else if (!is_option(a->value))
		*title = template_add_word(t, *title, a->value);
}

/* {% img [class] /a.png [width [height]] [title text [alt text]] %}; Hexo
   also accepts "a.png ", in quotes. */
bool
template_run_img(struct template *t, const struct template_tag *tag)
{
	struct template_image image = { .url = NULL };
	const struct template_argument *a;
	const char *name, *title = NULL;
	size_t i;

	for (i = 0; i < tag->count; i++) {
		a = &tag->arguments[i];
		if (a->key != NULL)
			continue;
		if (image.url != NULL) {
			read_img_word(t, a, &image, &title);
			continue;
		}
		name = text_trim(&t->arena, a->value);
		if (name != NULL &&
		    (strchr(name, '/') != NULL || media_is_image(name)))
			image.url = name;
	}
	if (image.title == NULL)
		image.title = title;
	if (image.url == NULL)
		return template_run_figure(t, tag);
	if (strcmp(tag->name, "asset_img") == 0)
		image.url = template_asset_url(t, image.url);
	if (image.alt == NULL)
		image.alt = template_key(tag, "alt");
	if (image.alt == NULL)
		image.alt = image.title;
	return template_show_image(t, tag, &image);
}

/* {% image /a.png, alt=b, width=300px %} of Hexo themes */
static bool
run_unquoted(struct template *t, const struct template_tag *tag)
{
	const char *url = tag->arguments[0].value;
	const char *alt = strstr(tag->text, " alt=");
	size_t n = strlen(url);
	struct template_image image = { .url = NULL };

	if (tag->arguments[0].key != NULL || (*url != '/' &&
	    !url_is_absolute(url)))
		return false;
	if (url[n - 1] != ',')
		return template_run_img(t, tag);
	image.url = arena_strndup(&t->arena, url, n - 1);
	if (alt != NULL && ascii_is_quote(alt[5]))
		image.alt = template_key(tag, "alt");
	else if (alt != NULL)
		image.alt = text_trim_copy(&t->arena, alt + 5, alt + 5 +
		    strcspn(alt + 5, ","));
	return template_show_image(t, tag, &image);
}

/* {% image "a.png" "alt" %} of Eleventy, with a path from the top. */
bool
template_run_image(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, "src|path|url"),
		.alt = template_key(tag, "alt"),
		.caption = template_key(tag, "caption")
	};
	size_t n = strcmp(tag->name, "image_with_class") == 0;

	if (image.url != NULL)
		return template_show_image(t, tag, &image);
	if (tag->count > 0 && !tag->arguments[0].is_quoted)
		return run_unquoted(t, tag);
	if (tag->count > 0)
		image.url = template_word(tag, 0);
	if (image.url == NULL)
		return false;
	if (image.alt == NULL)
		image.alt = template_word(tag, 1 + n);
	if (*image.url != '/' && !url_is_absolute(image.url) &&
	    !text_has_prefix(image.url, "./") &&
	    !text_has_prefix(image.url, "../") &&
	    strchr(image.url, '/') != NULL)
		image.url = arena_printf(&t->arena, "/%s", image.url);
	return template_show_image(t, tag, &image);
}

/* {% picture preset /a.png --alt A text --link /b/ %} of a Jekyll plugin */
bool
template_run_picture(struct template *t, const struct template_tag *tag)
{
	struct template_image image = { .alt = template_key(tag, "alt") };
	const char *word, *alt = strstr(tag->text, " --alt "), *stop;
	size_t i;

	for (i = 0; (word = template_word(tag, i)) != NULL &&
	    image.url == NULL; i++)
		if (media_is_image(word) && (*word == '/' ||
		    url_is_absolute(word)))
			image.url = word;
	if (alt != NULL) {
		alt += strlen(" --alt ");
		stop = strstr(alt, " --");
		image.alt = text_trim_copy(&t->arena, alt, stop == NULL ?
		    alt + strlen(alt) : stop);
	}
	return template_show_image(t, tag, &image);
}

/*
 * {{< imgproc "a.png" Fill "400x300" >}}caption{{< /imgproc >}} of Docsy, for
 * which part of a name is enough.
 */
bool
template_run_imgproc(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key_or_word(tag, "src", 0),
		.alt = template_key(tag, "alt")
	};

	if (image.url != NULL && media_is_image(image.url))
		return template_show_image(t, tag, &image);
	if (!template_is_paired(t, tag))
		return false;
	template_count(t, tag->start, tag->name);
	return true;
}

/* Folders at the top of Jekyll sites, which paths begin with. */
static bool
begins_at_top(const char *path)
{
	return text_has_prefix(path, "assets/") ||
	    text_has_prefix(path, "images/") || text_has_prefix(path, "img/");
}

/* Read the image that a tag names, with its text; false: there is none. */
static bool
read_image(struct template *t, const struct template_tag *tag,
    struct template_image *image)
{
	const char *url;
	size_t i, n = tag->count;

	for (i = 0; (url = template_word(tag, i)) != NULL; i++)
		if (media_is_image(url))
			break;
	if (url == NULL)
		return false;
	image->url = begins_at_top(url) ? arena_printf(&t->arena, "/%s",
	    url) : url;
	if (n > 0 && tag->arguments[n - 1].is_quoted &&
	    tag->arguments[n - 1].value != url &&
	    *tag->arguments[n - 1].value != '\0')
		image->caption = tag->arguments[n - 1].value;
	return true;
}

/* {% maincolumn 'assets/a.png' 'caption' %}, {% marginfigure 'id' ... %} */
bool
template_run_tufte_figure(struct template *t, const struct template_tag *tag)
{
	struct template_image image = { .is_rich = true };

	return read_image(t, tag, &image) &&
	    template_show_image(t, tag, &image);
}

/* {{< gallery match="*.jpg" sortOrder="desc" >}} of a Hugo module */
bool
template_run_gallery(struct template *t, const struct template_tag *tag)
{
	const char *glob = template_key(tag, "match");
	const char *order = template_key(tag, "sortOrder");
	bool is_back = order != NULL && strcmp(order, "desc") == 0;
	struct arena_list urls;
	size_t i;

	if (glob == NULL || t->host->find_images == NULL)
		return false;
	urls = t->host->find_images(t->host->context, glob);
	for (i = 0; i < urls.count; i++) {
		if (i > 0)
			template_put_line_break(t);
		template_show_image(t, tag, &(struct template_image){ .url =
		    urls.items[is_back ? urls.count - 1 - i : i] });
	}
	return urls.count > 0;
}

/* {{< gallery "a.png" "b.png" >}} */
static bool
put_pictures(struct template *t, const struct template_tag *tag)
{
	const char *url = template_word(tag, 1);
	size_t i;

	if (tag->syntax != TEMPLATE_SHORTCODE || url == NULL ||
	    !media_is_image(url))
		return false;
	for (i = 0; (url = template_word(tag, i)) != NULL; i++) {
		if (!media_is_image(url))
			continue;
		if (i > 0)
			template_put_line_break(t);
		template_show_image(t, tag, &(struct template_image){
		    .url = url });
	}
	return true;
}

/* {{< carousel images="{a.png, b.png}" >}}; patterns are not supported. */
bool
template_run_carousel(struct template *t, const struct template_tag *tag)
{
	const char *p = template_key(tag, "images"), *end;

	if (p == NULL || *p != '{' || strpbrk(p, "*?") != NULL)
		return false;
	for (p++; *p != '\0'; p = end + (*end != '\0')) {
		end = p + strcspn(p, ",}");
		if (template_show_image(t, tag, &(struct template_image){
		    .url = text_trim_copy(&t->arena, p, end) }))
			template_put_line_break(t);
	}
	return true;
}

/*
 * {{< screenshot "a.png" "text" >}}, {% responsive_image path: assets/a.png %}:
 * an image, whatever the name of the tag.  In a Liquid tag, a path may be
 * relative to any folder.  A call with a path may just return its URL.
 */
bool
template_put_any_image(struct template *t, const struct template_tag *tag)
{
	struct template_tag copy = *tag;
	bool is_call = tag->syntax == TEMPLATE_CALL;
	const char *url = template_key(tag, is_call ?
	    "src|light_src|default_src" : image_keys);
	size_t i;

	if (url == NULL && !is_call)
		url = template_word(tag, 0);
	/* If it is a link, that is shown instead. */
	if (url == NULL || !media_is_image(url) ||
	    template_key(tag, "link|href") != NULL)
		return false;
	for (i = 0; tag->arguments[i].value != url; i++)
		continue;
	if (tag->syntax == TEMPLATE_TAG && begins_at_top(url))
		copy.arguments[i].value = arena_printf(&t->arena, "/%s", url);
	else if (tag->syntax == TEMPLATE_TAG && *url != '/' &&
	    !url_is_web(url))
		return false;
	return put_pictures(t, tag) || template_run_figure(t, &copy);
}
