/*
 * Includes of Jekyll, by their parameters.
 */
#include <string.h>

#include "base/file.h"
#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "template/template_tags.h"

/* At most this many images of a list are shown. */
#define GALLERY_MAX 60

/*
 * Jekyll has no folder for the files of a post: such a path is that of a file
 * of the site, and the include adds its URL.
 */
static const char *
path_of_include(struct template *t, const char *path)
{
	const struct template_host *h = t->host;
	const char *found;

	if (*path == '/' || *path == '.' || url_is_absolute(path))
		return path;
	found = h->find_image == NULL ? NULL : h->find_image(h->context,
	    path);
	return found != NULL ? found : arena_printf(&t->arena, "/%s", path);
}

/* The base name of the included file, or NULL. */
static const char *
name_of(const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);

	return path == NULL ? NULL : file_base_name(path);
}

static bool
put_image(struct template *t, const struct template_tag *tag, size_t i)
{
	struct template_tag copy = *tag;

	if (strcmp(copy.arguments[i].key, "image_path") != 0)
		copy.arguments[i].key = "src";
	copy.arguments[i].value = path_of_include(t, tag->arguments[i].value);
	return template_run_figure(t, &copy);
}

/* Whether a value of the tag is a string and not a name; false for NULL. */
static bool
is_quoted(const struct template_tag *tag, const char *value)
{
	size_t i;

	for (i = 0; i < tag->count && tag->arguments[i].value != value; i++)
		continue;
	return i < tag->count && tag->arguments[i].is_quoted;
}

/* {% include code.html code="make" lang="sh" %}, or what was captured; and
   {% include code-header.html file="a.c" %}, with a button, above code. */
static bool
put_code(struct template *t, const struct template_tag *tag)
{
	const char *name = name_of(tag), *title;
	const char *code = template_key(tag, "code");
	const char *language = template_key(tag, "lang|language");
	bool is_header = name != NULL && (ascii_has_prefix(name,
	    "code-header.") || ascii_has_prefix(name, "codeheader."));

	if (name == NULL || (code == NULL && !is_header) ||
	    !text_has_prefix(name, "code"))
		return false;
	title = template_key(tag, "title|file|filename");
	if (title != NULL)
		template_put_heading(t, title);
	if (code == NULL)
		return true;
	if (!is_quoted(tag, code))
		return template_put_captured_code(t, code, language);
	template_put_code(t, language, code);
	return true;
}

/* Put a link to a file, or to a page elsewhere. */
static bool
put_target(struct template *t, const struct template_tag *tag, size_t i)
{
	const char *value = tag->arguments[i].value;
	const char *text = template_key(tag, "title|text|caption|label");

	if (strpbrk(value, " \n{") != NULL)
		return false;
	text = text == NULL ? value : text;
	if (media_type(value) != NULL && !media_is_image(value))
		value = template_local_url(t, path_of_include(t, value));
	else if (!url_is_web(value))
		return false;
	template_put_link(t, value, text);
	return true;
}

static bool
is_note(const char *name)
{
	static const char *const names[] = {
		"note", "tip", "warning", "important", "alert", "callout",
		"notice", "info", "admonition", "message", "box", NULL
	};

	return text_after_any(name, name + strlen(name), names) != NULL;
}

/* Whether a text needs no expansion; a single brace does not. */
static bool
is_plain(const char *text)
{
	return strstr(text, "{{") == NULL && strstr(text, "{%") == NULL &&
	    strstr(text, "{:") == NULL;
}

/* Put a string of the tag, or what was captured under that name. */
static bool
put_quotation(struct template *t, const struct template_tag *tag,
    const char *text, const char *footer)
{
	struct template_block block = { .name = "", .is_quote = true,
	    .footer = footer };
	const bool is_text = is_quoted(tag, text);

	if (!is_text)
		text = template_in_html(t) ? NULL : template_captured(t, text,
		    strlen(text));
	if (text == NULL || !template_open(t, &block, template_key(tag,
	    "title|header")))
		return false;
	if (is_text)
		template_put_paragraphs(t, text);
	else
		buf_puts(t->out, text);
	template_close_block(t);
	return true;
}

static const char *
text_of(const struct template_tag *tag, const char *keys)
{
	const char *text = template_key(tag, keys);

	return is_quoted(tag, text) ? text : NULL;
}

/* {% include blockquote.html quote="It is *wet*." author="Ada" %} */
static const char *
footer_of(struct template *t, const struct template_tag *tag)
{
	return template_quote_footer(t, &(struct template_source){
	    .name = text_of(tag, "author|by|name|speaker"),
	    .title = text_of(tag, "source|cite"),
	    .url = text_of(tag, "link|url") });
}

/* {% include note.html content="It is *wet*." %}; for any other include, a
   link with a title, or the text. */
static bool
put_words(struct template *t, const struct template_tag *tag)
{
	static const char keys[] = "content|text|body|message|quote";
	const char *name = template_word(tag, 0);
	const char *text = template_key(tag, keys);

	if (name == NULL || text == NULL || !is_plain(text))
		return false;
	if (strstr(name, "quote") != NULL)
		return put_quotation(t, tag, text, footer_of(t, tag));
	if (is_note(name))
		return put_quotation(t, tag, text, NULL);
	if (template_key(tag, "title|text|content") != NULL &&
	    template_put_address(t, tag, "link|href|url|src"))
		return true;
	if (template_put_key_text(t, tag, keys))
		return true;
	text = template_in_html(t) ? NULL : template_captured(t, text,
	    strlen(text));
	if (text != NULL)
		template_put_captured_lines(t, text);
	return text != NULL;
}

/* {{ note(header="Tip", body="It is *wet*.") }}: Apollo, a theme of Zola */
bool
template_run_called_note(struct template *t, const struct template_tag *tag)
{
	const char *text = template_key(tag, "body|text|content|message");

	return text != NULL && is_plain(text) &&
	    put_quotation(t, tag, text, NULL);
}

/* Jekyll Bootstrap and academicpages begin posts by setting the site's path. */
static bool
sets_base_path(struct template *t, const char *name)
{
	static const char value[] = "site.baseurl";
	const char *variable = NULL;

	if (name != NULL && strcmp(name, "JB/setup") == 0)
		variable = "BASE_PATH";
	else if (name != NULL && strcmp(name, "base_path") == 0)
		variable = "base_path";
	if (variable != NULL)
		template_assign(t, variable, value, value + strlen(value));
	return variable != NULL;
}

/* Tables of contents, and scripts. */
static bool
shows_nothing(const char *name)
{
	return name != NULL && (strcmp(name, "toc") == 0 ||
	    text_has_prefix(name, "toc.") ||
	    ascii_has_prefix(name, "mathjax"));
}

/* A string of the n-th image in a list of the front matter. */
static const char *
gallery_text(struct template *t, const char *list, unsigned number,
    const char *key)
{
	return template_find_key(t, arena_printf(&t->arena, "%s.%u.%s", list,
	    number, key));
}

static unsigned
put_list(struct template *t, const struct template_tag *tag,
    const char *list)
{
	struct template_image image = { .url = NULL };
	unsigned i;

	for (i = 0; i < GALLERY_MAX; i++) {
		image.url = gallery_text(t, list, i, "image_path");
		if (image.url == NULL)
			break;
		if (i > 0)
			template_put_line_break(t);
		image.url = path_of_include(t, image.url);
		image.alt = gallery_text(t, list, i, "alt");
		image.title = gallery_text(t, list, i, "title");
		image.link = gallery_text(t, list, i, "url");
		if (image.link != NULL)
			image.link = template_local_url(t, image.link);
		template_show_image(t, tag, &image);
	}
	return i;
}

/* Put the images among the parts of a text, which any of these separate. */
static unsigned
put_pictures(struct template *t, const struct template_tag *tag,
    const char *p, const char *separators)
{
	const char *url;
	unsigned i = 0;
	size_t n;

	for (; *(p += strspn(p, separators)) != '\0' && i < GALLERY_MAX;
	    p += n) {
		n = strcspn(p, separators);
		url = text_trim_copy(&t->arena, p, p + n);
		if (url == NULL || !media_is_image(url))
			continue;
		if (i++ > 0)
			template_put_line_break(t);
		template_show_image(t, tag, &(struct template_image){
		    .url = path_of_include(t, url) });
	}
	return i;
}

static unsigned
put_images(struct template *t, const struct template_tag *tag,
    const char *images)
{
	const char *words;

	if (is_quoted(tag, images))
		return put_pictures(t, tag, images, ",");
	words = template_captured_words(t, images);
	return words == NULL ? 0 : put_pictures(t, tag, words, " \t\n");
}

/*
 * {% include gallery id="rain" caption="text" %} of Minimal Mistakes, whose
 * images are a list in the front matter; {% include gallery images=rain
 * caption="text" %} of HPSTR, which takes them from {% capture rain %}; and {%
 * include aligner.html images="a.png,b.png" %} of Type on Strap.
 */
static bool
put_gallery(struct template *t, const struct template_tag *tag)
{
	const char *name = name_of(tag), *caption;
	const char *list = template_key(tag, "id");
	const char *images = template_key(tag, "images");
	unsigned n = 0;

	if (name == NULL || (!text_has_prefix(name, "gallery") &&
	    !text_has_prefix(name, "aligner")))
		return false;
	if (images != NULL)
		n = put_images(t, tag, images);
	else
		n = put_list(t, tag, list == NULL ? "gallery" : list);
	caption = n == 0 ? NULL : template_key(tag, "caption");
	if (caption != NULL && *caption != '\0' &&
	    strcmp(caption, " ") != 0) {
		buf_puts(t->out, "<br>");
		template_put_markdown(t, caption);
	}
	return n > 0;
}

/* {% include embed/video.html src="a.mp4" poster="a.png" %} */
static bool
is_image(const struct template_argument *a)
{
	return a->key != NULL && strcmp(a->key, "poster") != 0 &&
	    media_is_image(a->value);
}

/* An include with an image, a video or a file as a parameter shows it. */
bool
template_run_include(struct template *t, const struct template_tag *tag)
{
	size_t i;

	if (sets_base_path(t, template_word(tag, 0)) ||
	    shows_nothing(template_word(tag, 0)))
		return true;
	if (template_put_known_player(t, tag) || put_gallery(t, tag) ||
	    put_code(t, tag))
		return true;
	for (i = 0; i < tag->count; i++)
		if (is_image(&tag->arguments[i]))
			return put_image(t, tag, i);
	for (i = 0; i < tag->count; i++)
		if (tag->arguments[i].key != NULL && put_target(t, tag, i))
			return true;
	return put_words(t, tag);
}
