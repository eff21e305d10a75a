/*
 * The tags that mean something by their names alone, whatever site they were
 * written for.  A handler returns false for arguments that make no sense to
 * it; the tag then counts as unknown.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "body/template_parts.h"

typedef bool handler(struct template *, const struct template_tag *);

static bool
has_suffix(const char *s, const char *suffix)
{
	size_t n = strlen(s), k = strlen(suffix);

	return n >= k && ascii_equal(s + n - k, suffix);
}

/* By the ending of its name, without what follows '?' or '#'. */
static bool
is_picture(struct template *t, const char *url)
{
	static const char *const endings[] = {
		".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif",
		".bmp"
	};
	size_t i;

	url = arena_strndup(&t->arena, url, strcspn(url, "?#"));
	for (i = 0; i < sizeof endings / sizeof *endings; i++)
		if (has_suffix(url, endings[i]))
			return true;
	return false;
}

static bool
is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n > 0 && (s[n] == '\0' || strcmp(s + n, "px") == 0 ||
	    strcmp(s + n, "%") == 0 || strcmp(s + n, "em") == 0);
}

/* A path on the site; one beside the post stays relative to it. */
static const char *
site_url(struct template *t, const char *path)
{
	return *path == '/' ? template_site_path(t, path, false) : path;
}

/* ---- code ---- */

static bool
run_code(struct template *t, const struct template_tag *tag,
    const char *language)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	template_put_code(t, language, tag->end,
	    (size_t)(end.start - tag->end));
	return true;
}

/* {% highlight c linenos %}, {{< highlight c "linenos=table" >}} */
static bool
run_highlight(struct template *t, const struct template_tag *tag)
{
	return run_code(t, tag, template_word(tag, 0));
}

/* {% codeblock [title] [lang:c] [url] [link text] %} */
static bool
run_codeblock(struct template *t, const struct template_tag *tag)
{
	static const char *const options[] = {
		"line_number:", "line_threshold:", "highlight:",
		"first_line:", "mark:", "wrap:"
	};
	const char *language = template_key(tag, "lang"), *word;
	struct template_tag title = { .count = 0 };
	size_t i, k;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++) {
		if (strncmp(word, "lang:", 5) == 0) {
			language = word + 5;
			continue;
		}
		for (k = 0; k < sizeof options / sizeof *options; k++)
			if (strncmp(word, options[k],
			    strlen(options[k])) == 0)
				break;
		if (k == sizeof options / sizeof *options)
			title.arguments[title.count++].value = word;
	}
	word = template_words(t, &title, 0);
	if (word != NULL && template_is_paired(t, tag)) {
		template_put_literal(t, word);
		buf_puts(t->out, template_in_html(t) ? "<br>" : "");
	}
	return run_code(t, tag, language);
}

/* Whether a tag begins anew between two places. */
static bool
is_between(struct template *t, const struct template_tag *tag, const char *p,
    const char *end)
{
	struct template_tag other;

	while (p < end && (p = memchr(p, '{', (size_t)(end - p))) != NULL) {
		if (end - p > 4 && p[1] == '%' &&
		    template_read_tag(t, p, &other) && !other.is_end &&
		    strcmp(other.name, tag->name) == 0)
			return true;
		p++;
	}
	return false;
}

/*
 * What stands inside is no template, whatever it looks like.  Nunjucks nests
 * the tag and Liquid does not: that shows by a second end.
 */
static bool
run_raw(struct template *t, const struct template_tag *tag)
{
	struct template_tag end, rest = *tag, outer;

	if (!template_find_end(t, tag, &end))
		return false;
	rest.start = end.start;
	rest.end = end.end;
	if (is_between(t, tag, tag->end, end.start) &&
	    template_find_end(t, &rest, &outer) &&
	    !is_between(t, tag, end.end, outer.start))
		end = outer;
	t->raw_end = end.start;
	t->raw_next = end.end;
	return true;
}

static bool
run_comment(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	return true;
}

/* A loop cannot be run, and its text makes no sense without. */
static bool
run_loop(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	template_leave(t, tag->start, end.end, tag->name);
	walk_skip(&t->walk, end.end);
	return true;
}

static bool
run_nothing(struct template *t, const struct template_tag *tag)
{
	(void)t;
	(void)tag;
	return true;
}

/* {% assign name = "text" %}; all else that is assigned stays unknown. */
static bool
run_assign(struct template *t, const struct template_tag *tag)
{
	struct template_argument *set;

	if (tag->count != 1 || tag->arguments[0].key == NULL ||
	    !tag->arguments[0].is_quoted || strlen(tag->arguments[0].value) >
	    TEMPLATE_VALUE_MAX || t->variables.count == TEMPLATE_PAIRS)
		return true;
	set = arena_alloc(&t->arena, sizeof *set);
	*set = tag->arguments[0];
	arena_list_add(&t->arena, &t->variables, set);
	return true;
}

/* ---- links ---- */

static bool
put_post_url(struct template *t, const char *name)
{
	const struct template_host *h = t->host;
	const char *url;

	if (name == NULL || h->find_post == NULL)
		return false;
	url = h->find_post(h->context, name);
	if (url == NULL)
		return false;
	template_put_url(t, url);
	return true;
}

/* {% post_url 2024-05-31-rain %}, {{< ref "rain.md" >}} */
static bool
run_post_url(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);

	return put_post_url(t, name != NULL ? name : template_key(tag,
	    "path"));
}

/* title::URL::picture, of a theme of Hexo */
static bool
put_titled_link(struct template *t, const char *text)
{
	const char *url = strstr(text, "::http"), *end;

	if (url == NULL)
		return false;
	text = text_trim(&t->arena, arena_strndup(&t->arena, text,
	    (size_t)(url - text)));
	url += 2;
	end = strstr(url, "::");
	if (end != NULL)
		url = arena_strndup(&t->arena, url, (size_t)(end - url));
	template_put_link(t, url, text == NULL ? url : text);
	return true;
}

/* Jekyll's names a file of the site; Hexo's is a text and a URL. */
static bool
run_link(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0), *word, *url = NULL;
	struct template_tag text = { .count = 0 };
	size_t i;

	if (path == NULL)
		return false;
	if (put_titled_link(t, tag->text))
		return true;
	if (template_word(tag, 1) == NULL)
		return put_post_url(t, path) || (*path == '/' &&
		    has_suffix(path, "/") && (template_put_url(t,
		    site_url(t, path)), true));
	for (i = 0; url == NULL && (word = template_word(tag, i)) != NULL;
	    i++)
		if (url_is_absolute(word) || *word == '/')
			url = word;
		else
			text.arguments[text.count++].value = word;
	if (url == NULL)
		return false;
	word = template_words(t, &text, 0);
	template_put_link(t, site_url(t, url), word == NULL ? url : word);
	return true;
}

static bool
run_asset_path(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);

	if (path == NULL)
		return false;
	template_put_url(t, path);
	return true;
}

static bool
run_asset_link(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);
	const char *title = template_words(t, tag, 1);

	if (path == NULL)
		return false;
	template_put_link(t, path, title == NULL ? path : title);
	return true;
}

/* Hexo puts such files where it also links to them. */
static bool
run_include_code(struct template *t, const struct template_tag *tag)
{
	struct template_tag title = { .count = 0 };
	const char *path = NULL, *word;
	size_t i;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++) {
		if (strncmp(word, "lang:", 5) == 0 ||
		    strncmp(word, "from:", 5) == 0 ||
		    strncmp(word, "to:", 3) == 0)
			continue;
		if (path != NULL)
			title.arguments[title.count++].value = path;
		path = word;
	}
	if (path == NULL)
		return false;
	word = template_words(t, &title, 0);
	template_put_link(t, template_site_path(t, arena_printf(&t->arena,
	    "/downloads/code/%s", path), false), word == NULL ? path : word);
	return true;
}

/* ---- players and such, as links to what they show ---- */

static const struct player {
	const char	*name;
	const char	*url;		/* the id goes behind it */
} players[] = {
	{ "youtube", "https://www.youtube.com/watch?v=" },
	{ "vimeo", "https://vimeo.com/" },
	{ "gist", "https://gist.github.com/" },
	{ "jsfiddle", "https://jsfiddle.net/" },
	{ "codepen", "https://codepen.io/" },
	{ "asciinema", "https://asciinema.org/a/" },
	{ "bilibili", "https://www.bilibili.com/video/" },
	{ "instagram", "https://www.instagram.com/p/" },
	{ "spotify", "https://open.spotify.com/" },
	{ "iframe", "" },
	{ "video", "" },
	{ "audio", "" }
};

#define PLAYERS (sizeof players / sizeof *players)

static bool
put_player(struct template *t, const struct player *player, const char *id,
    const char *title)
{
	const char *url = id;

	if (id == NULL || *id == '\0' || strchr(id, '{') != NULL)
		return false;
	if (!url_is_absolute(id) && *id != '/')
		url = arena_printf(&t->arena, "%s%s", player->url, id);
	template_put_link(t, site_url(t, url), title == NULL ? url : title);
	return true;
}

/* {% youtube ID %}, {{< youtube id="ID" title="x" >}} */
static bool
run_player(struct template *t, const struct template_tag *tag)
{
	const char *id = template_key(tag, "id|url|src|link|uri|file");
	size_t i;

	if (id == NULL)
		id = template_word(tag, 0);
	for (i = 0; i < PLAYERS; i++)
		if (strcmp(players[i].name, tag->name) == 0)
			return put_player(t, &players[i], id,
			    template_key(tag, "title|caption|alt|name"));
	return false;
}

/* {{< gist user id >}}, {% gist user/id file %}, {% gist id %} */
static bool
run_gist(struct template *t, const struct template_tag *tag)
{
	const char *user = template_word(tag, 0), *id = template_word(tag,
	    1);

	if (user == NULL || id == NULL || strchr(user, '/') != NULL ||
	    strspn(id, "0123456789abcdef") != strlen(id))
		return run_player(t, tag);
	user = arena_printf(&t->arena, "https://gist.github.com/%s/%s",
	    user, id);
	template_put_link(t, user, user);
	return true;
}

/* {{< tweet user="a" id="1" >}}, {% twitter URL %} */
static bool
run_tweet(struct template *t, const struct template_tag *tag)
{
	const char *user = template_key(tag, "user");
	const char *id = template_key(tag, "id"), *word = template_word(tag,
	    0);

	if (id == NULL)
		id = word;
	if (id == NULL)
		return false;
	if (!url_is_absolute(id))
		id = arena_printf(&t->arena, "https://twitter.com/%s/status/"
		    "%s", user == NULL ? "i" : user, id);
	template_put_link(t, id, id);
	return true;
}

/* ---- pictures ---- */

static bool
put_image(struct template *t, const struct template_tag *tag,
    struct template_image *image)
{
	if (image->url == NULL || *image->url == '\0' ||
	    strchr(image->url, '{') != NULL)
		return false;
	image->url = site_url(t, image->url);
	template_put_image(t, tag, image);
	return true;
}

/* All by keys: {{< figure src="a.png" alt="b" caption="c" >}} */
static bool
run_figure(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, "src|path|image_path|image|url|"
		    "file|img|image_url|source|filename"),
		.alt = template_key(tag, "alt|alternative|alternate"),
		.title = template_key(tag, "title"),
		.caption = template_key(tag, "caption|description|desc|attr"),
		.link = template_key(tag, "link|href")
	};

	if (image.url == NULL)
		image.url = template_word(tag, 0);
	if (image.alt == NULL)
		image.alt = template_word(tag, 1);
	return put_image(t, tag, &image);
}

/* {% image "a.png" "alt" %} of Eleventy; with a path from the top. */
static bool
run_image(struct template *t, const struct template_tag *tag)
{
	struct template_image image = {
		.url = template_key(tag, "src|path|url"),
		.alt = template_key(tag, "alt"),
		.caption = template_key(tag, "caption")
	};
	size_t n = strcmp(tag->name, "image_with_class") == 0;

	if (image.url == NULL && tag->count > 0 &&
	    tag->arguments[0].is_quoted)
		image.url = template_word(tag, 0);
	else if (image.url == NULL)
		return false;
	else
		return put_image(t, tag, &image);
	if (image.alt == NULL)
		image.alt = template_word(tag, 1 + n);
	if (*image.url != '/' && !url_is_absolute(image.url) &&
	    strncmp(image.url, "./", 2) != 0 &&
	    strncmp(image.url, "../", 3) != 0 &&
	    strchr(image.url, '/') != NULL)
		image.url = arena_printf(&t->arena, "/%s", image.url);
	return put_image(t, tag, &image);
}

/* 'title' or '"title" "alt"', quoted once more. */
static void
read_title(struct template *t, const char *text,
    struct template_image *image)
{
	const char *end, *p = text;

	if (*p != '"' && *p != '\'') {
		image->title = text;
		return;
	}
	end = strchr(p + 1, *p);
	if (end == NULL)
		return;
	image->title = arena_strndup(&t->arena, p + 1, (size_t)(end - p) - 1);
	p = end + 1 + strspn(end + 1, " ");
	end = *p == '\0' ? NULL : strchr(p + 1, *p);
	if (end != NULL)
		image->alt = arena_strndup(&t->arena, p + 1,
		    (size_t)(end - p) - 1);
}

/* {% img [class] /a.png [width [height]] [title text [alt text]] %} */
static bool
run_img(struct template *t, const struct template_tag *tag)
{
	struct template_tag title = { .count = 0 };
	struct template_image image = { NULL, NULL, NULL, NULL, NULL };
	const struct template_argument *a;
	size_t i;

	for (i = 0; i < tag->count; i++) {
		a = &tag->arguments[i];
		if (a->key != NULL)
			continue;
		if (image.url == NULL && (strchr(a->value, '/') != NULL ||
		    is_picture(t, a->value)))
			image.url = a->value;
		else if (image.url != NULL && a->is_quoted &&
		    strpbrk(a->value, "\"'") != NULL)
			read_title(t, a->value, &image);
		else if (image.url != NULL && a->is_quoted &&
		    image.title == NULL)
			image.title = a->value;
		else if (image.url != NULL && a->is_quoted)
			image.alt = a->value;
		else if (image.url != NULL && !is_number(a->value))
			title.arguments[title.count++].value = a->value;
	}
	if (image.title == NULL)
		image.title = template_words(t, &title, 0);
	if (image.url == NULL)
		return run_figure(t, tag);
	if (image.alt == NULL)
		image.alt = template_key(tag, "alt");
	if (image.alt == NULL)
		image.alt = image.title;
	return put_image(t, tag, &image);
}

/* An include that is given a picture or a video shows it. */
static bool
run_include(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);
	const char *provider = template_key(tag, "provider");
	const char *id = template_key(tag, "id|video_id|videoid");
	struct template_tag copy;
	size_t i;

	for (i = 0; i < 2 && name != NULL && id != NULL; i++)
		if (strstr(name, players[i].name) != NULL ||
		    (provider != NULL &&
		    strcmp(provider, players[i].name) == 0))
			return put_player(t, &players[i], id,
			    template_key(tag, "title"));
	for (i = 0; i < tag->count; i++)
		if (tag->arguments[i].key != NULL &&
		    is_picture(t, tag->arguments[i].value)) {
			copy = *tag;
			copy.arguments[i].key = "src";
			return run_figure(t, &copy);
		}
	return false;
}

/* ---- text between commas ---- */

/* One of the parts of a tag's text, trimmed; NULL: there is none. */
static const char *
part_of(struct template *t, const struct template_tag *tag, size_t n)
{
	const char *p = tag->text;

	for (; n > 0; n--) {
		p += strcspn(p, ",");
		if (*p++ == '\0')
			return NULL;
	}
	return text_trim(&t->arena, arena_strndup(&t->arena, p, strcspn(p,
	    ",")));
}

/*
 * {% p red, text %}, {% note info, text %}, {% btn class, text, URL, icon %},
 * {% button URL, text %} of themes of Hexo.
 */
static bool
run_parts(struct template *t, const struct template_tag *tag)
{
	const char *text = part_of(t, tag, 1), *part, *url = NULL;
	size_t i;

	if (text == NULL || template_is_paired(t, tag))
		return false;
	for (i = 0; i < 4 && url == NULL; i++) {
		part = part_of(t, tag, i);
		if (part != NULL && i != 1 && (*part == '/' ||
		    ascii_has_prefix(part, "http")))
			url = part;
	}
	if (url != NULL)
		template_put_link(t, site_url(t, url), text);
	else
		template_put_text(t, text, strlen(text));
	return true;
}

/* {% ghcard owner/repository %} */
static bool
run_repository(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);

	if (name == NULL || strchr(name, '/') == NULL)
		return false;
	template_put_link(t, arena_printf(&t->arena, "https://github.com/%s",
	    name), name);
	return true;
}

/* ---- quotations ---- */

static bool
run_quote(struct template *t, const struct template_tag *tag)
{
	struct template_block block = { .name = tag->name, .is_quote = true };
	const char *author = template_key(tag, "author|source|by|cite");
	const char *url = NULL, *word;
	struct template_tag words = { .count = 0 };
	struct buf footer = { 0 }, *out = t->out;
	size_t i;

	if (!template_is_paired(t, tag))
		return false;
	for (i = 0; (word = template_word(tag, i)) != NULL; i++)
		if (url == NULL && (url_is_absolute(word) && strstr(word,
		    "//") != NULL))
			url = word;
		else
			words.arguments[words.count++].value = word;
	word = template_words(t, &words, 0);
	author = author != NULL ? author : word != NULL ? word : url;
	/* It is HTML, wherever it comes to stand. */
	t->out = &footer;
	if (author != NULL && strcmp(tag->name, "pullquote") != 0) {
		buf_puts(&footer, "\xe2\x80\x94 ");
		if (url != NULL) {
			buf_puts(&footer, "<a href=\"");
			template_put_url(t, url);
			buf_puts(&footer, "\">");
		}
		template_put_text(t, author, strlen(author));
		buf_puts(&footer, url != NULL ? "</a>" : "");
		block.footer = arena_strndup(&t->arena, footer.bytes,
		    footer.length);
	}
	t->out = out;
	buf_release(&footer);
	return template_open(t, &block, NULL);
}

/* {{< param "key" >}} */
static bool
run_param(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *key = template_word(tag, 0), *value = NULL;

	if (key != NULL && h->find_key != NULL)
		value = h->find_key(h->context, key);
	if (value == NULL || strlen(value) > TEMPLATE_VALUE_MAX)
		return false;
	template_put_text(t, value, strlen(value));
	return true;
}

#define ALL (TEMPLATE_TAG | TEMPLATE_SHORTCODE | TEMPLATE_CALL)

static const struct {
	const char	*name;
	unsigned	 syntax;
	handler		*run;
} names[] = {
	{ "highlight", ALL, run_highlight },
	{ "codeblock", TEMPLATE_TAG, run_codeblock },
	{ "code", TEMPLATE_TAG, run_codeblock },
	{ "raw", TEMPLATE_TAG, run_raw },
	{ "verbatim", TEMPLATE_TAG, run_raw },
	{ "comment", ALL, run_comment },
	{ "for", TEMPLATE_TAG, run_loop },
	{ "tablerow", TEMPLATE_TAG, run_loop },
	{ "capture", TEMPLATE_TAG, run_loop },
	{ "macro", TEMPLATE_TAG, run_loop },
	{ "style", TEMPLATE_TAG, run_comment },
	{ "javascript", TEMPLATE_TAG, run_comment },

	{ "post_url", TEMPLATE_TAG, run_post_url },
	{ "post_path", TEMPLATE_TAG, run_post_url },
	{ "ref", TEMPLATE_SHORTCODE, run_post_url },
	{ "relref", TEMPLATE_SHORTCODE, run_post_url },
	{ "link", TEMPLATE_TAG, run_link },
	{ "asset_path", TEMPLATE_TAG, run_asset_path },
	{ "asset_link", TEMPLATE_TAG, run_asset_link },
	{ "include_code", TEMPLATE_TAG, run_include_code },

	{ "youtube", ALL, run_player },
	{ "vimeo", ALL, run_player },
	{ "gist", ALL, run_gist },
	{ "jsfiddle", ALL, run_player },
	{ "codepen", ALL, run_player },
	{ "asciinema", ALL, run_player },
	{ "bilibili", ALL, run_player },
	{ "instagram", ALL, run_player },
	{ "spotify", ALL, run_player },
	{ "iframe", ALL, run_player },
	{ "video", ALL, run_player },
	{ "audio", ALL, run_player },
	{ "tweet", ALL, run_tweet },
	{ "twitter", ALL, run_tweet },
	{ "x", TEMPLATE_SHORTCODE, run_tweet },

	{ "figure", ALL, run_figure },
	{ "img", TEMPLATE_SHORTCODE | TEMPLATE_CALL, run_figure },
	{ "image", TEMPLATE_SHORTCODE | TEMPLATE_CALL, run_figure },
	{ "resize_image", TEMPLATE_CALL, run_figure },
	{ "img", TEMPLATE_TAG, run_img },
	{ "asset_img", TEMPLATE_TAG, run_img },
	{ "image", TEMPLATE_TAG, run_image },
	{ "image_with_class", TEMPLATE_TAG, run_image },
	{ "include", TEMPLATE_TAG, run_include },
	{ "render", TEMPLATE_TAG, run_include },

	{ "p", TEMPLATE_TAG, run_parts },
	{ "span", TEMPLATE_TAG, run_parts },
	{ "note", TEMPLATE_TAG, run_parts },
	{ "btn", TEMPLATE_TAG, run_parts },
	{ "button", TEMPLATE_TAG, run_parts },
	{ "ghcard", TEMPLATE_TAG, run_repository },
	{ "github", TEMPLATE_TAG | TEMPLATE_SHORTCODE, run_repository },

	{ "blockquote", TEMPLATE_TAG, run_quote },
	{ "quote", ALL, run_quote },
	{ "pullquote", ALL, run_quote },
	{ "param", TEMPLATE_SHORTCODE, run_param },

	/* What they do shows where it is used. */
	{ "assign", TEMPLATE_TAG, run_assign },
	{ "set", TEMPLATE_TAG, run_assign },
	{ "increment", TEMPLATE_TAG, run_nothing },
	{ "decrement", TEMPLATE_TAG, run_nothing },
	{ "else", TEMPLATE_TAG, run_nothing },
	{ "elsif", TEMPLATE_TAG, run_nothing },
	{ "elif", TEMPLATE_TAG, run_nothing },
	{ "elseif", TEMPLATE_TAG, run_nothing },
	{ "when", TEMPLATE_TAG, run_nothing },
	{ "break", TEMPLATE_TAG, run_nothing },
	{ "continue", TEMPLATE_TAG, run_nothing },
	{ "extends", TEMPLATE_TAG, run_nothing },
	{ "layout", TEMPLATE_TAG, run_nothing },
	{ "import", TEMPLATE_TAG, run_nothing },
	{ "toc", ALL, run_nothing },
	{ "more", TEMPLATE_TAG, run_nothing }
};

/* The end of what was opened last, or of a pair that left no trace. */
static void
run_end(struct template *t, const struct template_tag *tag)
{
	const struct template_block *block;

	if (t->depth == 0)
		return;
	block = &t->blocks[t->depth - 1];
	if (block->colons == 0 && (*tag->name == '\0' ||
	    strcmp(block->name, tag->name) == 0))
		template_close_block(t);
}

void
template_run(struct template *t, const struct template_tag *tag)
{
	size_t i;

	walk_skip(&t->walk, tag->end);
	if (tag->is_end) {
		run_end(t, tag);
		return;
	}
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].syntax & tag->syntax &&
		    strcmp(names[i].name, tag->name) == 0)
			break;
	if (i < sizeof names / sizeof *names && names[i].run(t, tag))
		return;
	/* Of a pair around text, the text stays. */
	if (!template_is_paired(t, tag))
		template_leave(t, tag->start, tag->end, tag->name);
	else if (tag->syntax == TEMPLATE_CALL)
		template_open(t, &(struct template_block){ .name =
		    tag->name }, NULL);
}
