/*
 * The tags that mean something by their names alone, whatever site they were
 * written for.  A handler returns false for arguments that make no sense to
 * it; the tag then counts as unknown.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_parts.h"

/* A longer name of a post is not told in a message. */
#define TARGET_MAX 100

/* A path on the site; one beside the post stays relative to it. */
const char *
template_local_url(struct template *t, const char *path)
{
	return *path == '/' ? template_site_path(t, path, false) : path;
}

const char *
template_picture_url(struct template *t, const struct template_tag *tag,
    const char *path)
{
	const struct template_host *h = t->host;
	const char *base = template_site_path(t, "", false), *url;
	size_t n = strlen(base);

	if (tag->syntax != TEMPLATE_SHORTCODE || *path != '/')
		return template_local_url(t, path);
	if (strncmp(path, base, n) == 0 && path[n] == '/')
		return path;
	if (h->find_address == NULL)
		return template_local_url(t, path);
	url = h->find_address(h->context, arena_printf(&t->arena,
	    "{static}%s", path));
	return url == NULL ? path : url;
}

static bool
run_nothing(struct template *t, const struct template_tag *tag)
{
	(void)t;
	(void)tag;
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

/* {% post_url 2024-05-31-rain %} */
static bool
run_post_url(struct template *t, const struct template_tag *tag)
{
	const char *name = template_word(tag, 0);

	return put_post_url(t, name != NULL ? name : template_key(tag,
	    "path"));
}

/*
 * {{< ref "rain.md" >}}, {{< ref path="rain.md" lang="fr" >}} of Hugo, which
 * may name lists of posts, too.
 */
static bool
run_ref(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *name = template_word(tag, 0), *url;
	const char *language = template_key(tag, "lang");

	if (name == NULL)
		name = template_key(tag, "path");
	if (h->find_address == NULL || name == NULL)
		return put_post_url(t, name);
	url = *name == '#' ? name : h->find_address(h->context, arena_printf(
	    &t->arena, language == NULL ? "{ref%s}%s" : "{ref:%s}%s",
	    language == NULL ? "" : language, name));
	if (url != NULL)
		template_put_url(t, url);
	return url != NULL;
}

/* The words from the second on, without that on escaping; NULL: none. */
static const char *
title_of_link(struct template *t, const struct template_tag *tag)
{
	struct template_tag words = *tag;
	const char *last = words.count < 2 ? "" :
	    words.arguments[words.count - 1].value;

	if (strcmp(last, "true") == 0 || strcmp(last, "false") == 0)
		words.count--;
	return template_words(t, &words, 1);
}

/*
 * {% post_link rain "A title" %} of Hexo; without a title that of the post.
 * Where the post is not known, its title is all that can be shown.
 */
static bool
run_post_link(struct template *t, const struct template_tag *tag)
{
	const struct template_host *h = t->host;
	const char *name = template_word(tag, 0), *url = NULL, *title;

	if (name == NULL)
		return false;
	title = title_of_link(t, tag);
	if (h->find_post != NULL)
		url = h->find_post(h->context, name);
	if (url == NULL) {
		if (title != NULL && h->policy == TEMPLATE_DROP)
			template_put_literal(t, title);
		return false;
	}
	if (title == NULL && h->find_title != NULL)
		title = h->find_title(h->context, name);
	template_put_link(t, url, title == NULL ? name : title);
	return true;
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

/* title,site,URL, of another */
static bool
put_listed_link(struct template *t, const struct template_tag *tag)
{
	const char *text = template_part(t, tag, 0), *url;
	size_t i;

	for (i = 1; i < 3 && text != NULL; i++) {
		url = template_part(t, tag, i);
		if (url != NULL && ascii_has_prefix(url, "http")) {
			template_put_link(t, url, text);
			return true;
		}
	}
	return false;
}

/* A file that a generator copies as it is: by its extension, no page. */
static bool
is_static(const char *path)
{
	static const char *const pages[] = {
		"md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mdx",
		"qmd", "html", "htm", "textile", "org", "adoc", "rst"
	};
	const char *name = strrchr(path, '/'), *dot;
	size_t i;

	dot = strrchr(name == NULL ? path : name, '.');
	for (i = 0; dot != NULL && i < sizeof pages / sizeof *pages; i++)
		if (ascii_equal(dot + 1, pages[i]))
			return false;
	return dot != NULL && ascii_is_alpha(dot[1]) &&
	    strcspn(dot, "#?") == strlen(dot);
}

/* {% link about.md %} of Jekyll, {% link a/b.pdf %}, {% link /a/ %} */
static bool
put_file_url(struct template *t, const char *path)
{
	if (is_static(path))
		template_put_url(t, template_site_path(t, path, true));
	else if (*path == '/' && ascii_has_suffix(path, "/"))
		template_put_url(t, template_local_url(t, path));
	else
		return false;
	return true;
}

/* Jekyll's names a file of the site; Hexo's is a text and a URL, or the other
   way round in a theme. */
static bool
run_link(struct template *t, const struct template_tag *tag)
{
	const char *path = text_trim(&t->arena, tag->text);
	const char *word, *url = NULL;
	struct template_tag text = { .count = 0 };
	size_t i;

	if (path == NULL)
		return false;
	if (put_titled_link(t, path) || put_listed_link(t, tag))
		return true;
	for (i = 0; url == NULL && (word = template_word(tag, i)) != NULL;
	    i++)
		if (url_is_absolute(word) || *word == '/')
			url = word;
		else
			text.arguments[text.count++].value = word;
	if (tag->count == 1)
		path = tag->arguments[0].value;
	if (url == NULL || tag->count == 1)
		return put_post_url(t, path) || put_file_url(t, path);
	word = template_words(t, &text, 0);
	if (word == NULL)
		word = template_text_words(t, tag, &(const char *){ NULL });
	template_put_link(t, template_local_url(t, url), word == NULL ? url :
	    word);
	return true;
}

const char *
template_asset_url(struct template *t, const char *name)
{
	const char *folder = t->host->files_url;

	return folder == NULL || *name == '/' || url_is_absolute(name) ?
	    name : arena_printf(&t->arena, "%s%s", folder, name);
}

static bool
run_asset_path(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);

	if (path == NULL)
		return false;
	template_put_url(t, template_asset_url(t, path));
	return true;
}

static bool
run_asset_link(struct template *t, const struct template_tag *tag)
{
	const char *path = template_word(tag, 0);
	const char *title = template_words(t, tag, 1);

	if (path == NULL)
		return false;
	template_put_link(t, template_asset_url(t, path), title == NULL ?
	    path : title);
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
		if (text_has_prefix(word, "lang:") ||
		    text_has_prefix(word, "from:") ||
		    text_has_prefix(word, "to:"))
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

/* {% ghcard owner/repository %}, {{< github repo="owner/repository" >}} */
static bool
run_repository(struct template *t, const struct template_tag *tag)
{
	const char *name = template_key(tag, "repo");

	if (name == NULL)
		name = template_word(tag, 0);
	if (name == NULL || (strchr(name, '/') == NULL &&
	    strcmp(tag->name, "ghcard") != 0))
		return false;
	template_put_link(t, url_is_web(name) ? name : arena_printf(
	    &t->arena, "https://github.com/%s", name), name);
	return true;
}

/* {{< x.inline >}} of Hugo holds a template, which cannot be run. */
static bool
is_inline(const struct template_tag *tag)
{
	return tag->syntax == TEMPLATE_SHORTCODE &&
	    ascii_has_suffix(tag->name, ".inline");
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
	template_handler *run;
} names[] = {
	{ "highlight", ALL, template_run_highlight },
	{ "codeblock", TEMPLATE_TAG, template_run_codeblock },
	{ "code", TEMPLATE_TAG, template_run_codeblock },
	{ "code", TEMPLATE_SHORTCODE, template_run_listing },
	{ "codeblock", TEMPLATE_SHORTCODE, template_run_listing },
	{ "codefile", TEMPLATE_SHORTCODE, template_run_listing },
	{ "code-toggle", TEMPLATE_SHORTCODE, template_run_listing },
	{ "prism", TEMPLATE_SHORTCODE, template_run_listing },
	{ "cmd", TEMPLATE_SHORTCODE, template_run_listing },
	{ "command", TEMPLATE_SHORTCODE, template_run_listing },
	{ "terminal", TEMPLATE_SHORTCODE, template_run_listing },
	{ "output", TEMPLATE_SHORTCODE, template_run_listing },
	{ "mermaid", ALL, template_run_diagram },
	{ "chart", ALL, template_run_diagram },
	{ "echarts", ALL, template_run_diagram },
	{ "plantuml", ALL, template_run_diagram },
	{ "graphviz", ALL, template_run_diagram },
	{ "wavedrom", TEMPLATE_TAG, template_run_diagram },
	{ "katex", ALL, template_run_math },
	{ "math", ALL, template_run_math },
	{ "mathjax", ALL, template_run_math },
	{ "raw", TEMPLATE_TAG, template_run_raw },
	{ "verbatim", TEMPLATE_TAG, template_run_raw },
	{ "comment", ALL, template_run_comment },
	{ "if", TEMPLATE_TAG, template_run_if },
	{ "unless", TEMPLATE_TAG, template_run_if },
	{ "case", TEMPLATE_TAG, template_run_if },
	{ "else", TEMPLATE_TAG, template_run_else },
	{ "elsif", TEMPLATE_TAG, template_run_else },
	{ "elif", TEMPLATE_TAG, template_run_else },
	{ "elseif", TEMPLATE_TAG, template_run_else },
	{ "when", TEMPLATE_TAG, template_run_else },
	{ "for", TEMPLATE_TAG, template_run_loop },
	{ "tablerow", TEMPLATE_TAG, template_run_loop },
	{ "capture", TEMPLATE_TAG, template_run_capture },
	{ "macro", TEMPLATE_TAG, template_run_loop },
	{ "style", TEMPLATE_TAG, template_run_comment },
	{ "javascript", TEMPLATE_TAG, template_run_comment },

	{ "post_url", TEMPLATE_TAG, run_post_url },
	{ "post_path", TEMPLATE_TAG, run_post_url },
	{ "post_link", TEMPLATE_TAG, run_post_link },
	{ "ref", TEMPLATE_SHORTCODE, run_ref },
	{ "relref", TEMPLATE_SHORTCODE, run_ref },
	{ "link", TEMPLATE_TAG, run_link },
	{ "asset_path", TEMPLATE_TAG, run_asset_path },
	{ "asset_link", TEMPLATE_TAG, run_asset_link },
	{ "include_code", TEMPLATE_TAG, run_include_code },

	{ "youtube", ALL, template_run_player },
	{ "vimeo", ALL, template_run_player },
	{ "gist", ALL, template_run_gist },
	{ "jsfiddle", ALL, template_run_player },
	{ "codepen", ALL, template_run_player },
	{ "asciinema", ALL, template_run_player },
	{ "codesandbox", ALL, template_run_player },
	{ "stackblitz", ALL, template_run_player },
	{ "bilibili", ALL, template_run_player },
	{ "instagram", ALL, template_run_player },
	{ "spotify", ALL, template_run_player },
	{ "iframe", ALL, template_run_player },
	{ "pdf", ALL, template_run_player },
	{ "youtubeLite", TEMPLATE_SHORTCODE, template_run_player },
	{ "youtube-lite", TEMPLATE_SHORTCODE, template_run_player },
	{ "yt", TEMPLATE_SHORTCODE, template_run_player },
	{ "video", ALL, template_run_player },
	{ "audio", ALL, template_run_player },
	{ "tweet", ALL, template_run_tweet },
	{ "twitter", ALL, template_run_tweet },
	{ "x", TEMPLATE_SHORTCODE, template_run_tweet },

	{ "figure", ALL, template_run_figure },
	{ "img", TEMPLATE_SHORTCODE | TEMPLATE_CALL, template_run_figure },
	{ "image", TEMPLATE_SHORTCODE | TEMPLATE_CALL, template_run_figure },
	{ "resize_image", TEMPLATE_CALL, template_run_figure },
	{ "imgproc", TEMPLATE_SHORTCODE, template_run_imgproc },
	{ "img", TEMPLATE_TAG, template_run_img },
	{ "imgcap", TEMPLATE_TAG, template_run_img },
	{ "inlineImg", TEMPLATE_TAG, template_run_img },
	{ "picture", TEMPLATE_TAG, template_run_picture },
	{ "asset_img", TEMPLATE_TAG, template_run_img },
	{ "image", TEMPLATE_TAG, template_run_image },
	{ "image_with_class", TEMPLATE_TAG, template_run_image },
	{ "frame", TEMPLATE_TAG, template_run_frame },
	{ "galleryGroup", TEMPLATE_TAG, template_run_album },
	{ "include", TEMPLATE_TAG, template_run_include },
	{ "render", TEMPLATE_TAG, template_run_include },

	{ "p", TEMPLATE_TAG, template_run_text },
	{ "span", TEMPLATE_TAG, template_run_text },
	{ "note", TEMPLATE_TAG, template_run_note },
	{ "subnote", TEMPLATE_TAG, template_run_note },
	{ "notel", TEMPLATE_TAG, template_run_note },
	{ "noteL", TEMPLATE_TAG, template_run_note },
	{ "noteblock", TEMPLATE_TAG, template_run_note },
	{ "btn", TEMPLATE_TAG, template_run_text_link },
	{ "button", TEMPLATE_TAG, template_run_text_link },
	{ "cell", TEMPLATE_TAG, template_run_text_link },
	{ "hashtag", TEMPLATE_TAG, template_run_text_link },
	{ "externalLinkCard", TEMPLATE_TAG, template_run_text_link },
	{ "label", TEMPLATE_TAG, template_run_label },
	{ "u", TEMPLATE_TAG, template_run_words },
	{ "emp", TEMPLATE_TAG, template_run_words },
	{ "wavy", TEMPLATE_TAG, template_run_words },
	{ "del", TEMPLATE_TAG, template_run_words },
	{ "kbd", TEMPLATE_TAG | TEMPLATE_SHORTCODE, template_run_words },
	{ "mark", TEMPLATE_TAG, template_run_words },
	{ "em", TEMPLATE_TAG, template_run_words },
	{ "s", TEMPLATE_TAG, template_run_words },
	{ "sup", TEMPLATE_TAG, template_run_words },
	{ "sub", TEMPLATE_TAG, template_run_words },
	{ "key", TEMPLATE_TAG, template_run_words },
	{ "psw", TEMPLATE_TAG, template_run_words },
	{ "blur", TEMPLATE_TAG, template_run_words },
	{ "quot", TEMPLATE_TAG, template_run_words },
	{ "copy", TEMPLATE_TAG, template_run_copy },
	{ "checkbox", TEMPLATE_TAG, template_run_text },
	{ "radio", TEMPLATE_TAG, template_run_text },
	{ "cb", TEMPLATE_TAG, template_run_first },
	{ "hideInline", TEMPLATE_TAG, template_run_first },
	{ "bubble", TEMPLATE_TAG, template_run_first },
	{ "nota", TEMPLATE_TAG, template_run_first },
	{ "btn", TEMPLATE_SHORTCODE, template_run_button },
	{ "button", TEMPLATE_SHORTCODE, template_run_button },
	{ "link", TEMPLATE_SHORTCODE, template_run_button },
	{ "ghcard", TEMPLATE_TAG, run_repository },
	{ "github", TEMPLATE_TAG | TEMPLATE_SHORTCODE, run_repository },

	{ "blockquote", ALL, template_run_quote },
	{ "quote", ALL, template_run_quote },
	{ "pullquote", ALL, template_run_quote },
	{ "param", TEMPLATE_SHORTCODE, run_param },
	{ "meta", TEMPLATE_SHORTCODE, run_param },
	{ "details", ALL, template_run_fold },
	{ "expand", ALL, template_run_fold },
	{ "collapse", ALL, template_run_fold },
	{ "accordion-item", ALL, template_run_fold },
	{ "accordionItem", ALL, template_run_fold },
	{ "folding", TEMPLATE_TAG, template_run_fold },
	{ "fold", TEMPLATE_TAG, template_run_fold },
	{ "hideToggle", TEMPLATE_TAG, template_run_fold },
	{ "hideBlock", TEMPLATE_TAG, template_run_fold },
	{ "spoiler", ALL, template_run_spoiler },
	{ "tab", ALL, template_run_tab },
	{ "tabs", TEMPLATE_TAG, template_run_tabs },
	{ "timeline", TEMPLATE_TAG, template_run_tabs },
	{ "folders", TEMPLATE_TAG, template_run_tabs },
	{ "paper", TEMPLATE_TAG, template_run_tabs },
	{ "box", TEMPLATE_TAG, template_run_titled },
	{ "banner", TEMPLATE_TAG, template_run_titled },
	{ "dropdown", TEMPLATE_TAG, template_run_titled },
	{ "timenode", TEMPLATE_TAG, template_run_titled },
	{ "poetry", TEMPLATE_TAG, template_run_poetry },
	{ "reel", TEMPLATE_TAG, template_run_poetry },
	{ "rawhtml", TEMPLATE_SHORTCODE, template_run_html },
	{ "raw-html", TEMPLATE_SHORTCODE, template_run_html },
	{ "raw", TEMPLATE_SHORTCODE, template_run_html },
	{ "html", TEMPLATE_SHORTCODE, template_run_html },
	{ "unsafe", TEMPLATE_SHORTCODE, template_run_html },

	/* What they do shows where it is used. */
	{ "assign", TEMPLATE_TAG, template_run_assign },
	{ "set", TEMPLATE_TAG, template_run_assign },
	{ "increment", TEMPLATE_TAG, run_nothing },
	{ "decrement", TEMPLATE_TAG, run_nothing },
	{ "break", TEMPLATE_TAG, run_nothing },
	{ "continue", TEMPLATE_TAG, run_nothing },
	{ "extends", TEMPLATE_TAG, run_nothing },
	{ "layout", TEMPLATE_TAG, run_nothing },
	{ "import", TEMPLATE_TAG, run_nothing },
	{ "toc", ALL, run_nothing },
	{ "pagebreak", TEMPLATE_SHORTCODE, run_nothing },
	{ "more", TEMPLATE_TAG, run_nothing }
};

/* The end of what was opened last, or of a pair that left no trace. */
static void
run_end(struct template *t, const struct template_tag *tag)
{
	const struct template_block *block;

	template_end_branch(t, tag);
	if (t->depth == 0)
		return;
	block = &t->blocks[t->depth - 1];
	if (block->colons == 0 && (*tag->name == '\0' ||
	    strcmp(block->name, tag->name) == 0))
		template_close_block(t);
}

static bool
leads_to_post(template_handler *run)
{
	return run == run_post_url || run == run_ref ||
	    run == run_post_link || run == run_link;
}

/* Such a tag can be run: what it leads to is no post of the run. */
static const char *
name_with_target(struct template *t, const struct template_tag *tag)
{
	const char *target = template_word(tag, 0);

	if (target == NULL)
		target = template_key(tag, "path");
	if (target == NULL || strlen(target) > TARGET_MAX ||
	    strchr(target, ',') != NULL)
		return tag->name;
	return arena_printf(&t->arena, "%s %s", tag->name, target);
}

/* The first word that is an address, without a comma; NULL: there is none. */
static const char *
word_of_address(struct template *t, const struct template_tag *tag)
{
	const char *word;
	size_t i, n;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++) {
		n = strlen(word);
		if (url_is_web(word))
			return word[n - 1] != ',' ? word :
			    arena_strndup(&t->arena, word, n - 1);
	}
	return NULL;
}

/*
 * {% embed https://example.org/ %}, {{< card link="/rain/" title="Rain" >}}:
 * whatever its name is, there is something at an address, unless that is of a
 * script or a sheet.
 */
static bool
put_address(struct template *t, const struct template_tag *tag)
{
	const char *url = word_of_address(t, tag), *path;
	const char *text = template_key(tag, "title|name|text|label");

	if (url == NULL)
		url = template_key(tag, "link|href|url");
	if (tag->syntax == TEMPLATE_CALL || url == NULL ||
	    strchr(url, '{') != NULL || (!url_is_web(url) && *url != '/'))
		return false;
	path = arena_strndup(&t->arena, url, strcspn(url, "?#"));
	if (ascii_has_suffix(path, ".js") || ascii_has_suffix(path, ".css"))
		return false;
	if (template_is_picture(t, url))
		template_put_image(t, tag, &(struct template_image){
		    .url = template_local_url(t, url), .alt = text });
	else
		template_put_link(t, template_local_url(t, url),
		    text == NULL ? url : text);
	return true;
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
	if (is_inline(tag) && template_run_loop(t, tag))
		return;
	/* Of a pair around text, the text stays. */
	if (!template_is_paired(t, tag) && put_address(t, tag))
		return;
	if (!template_is_paired(t, tag))
		template_leave(t, tag->start, tag->end, i < sizeof names /
		    sizeof *names && leads_to_post(names[i].run) ?
		    name_with_target(t, tag) : tag->name);
	else if (tag->syntax == TEMPLATE_CALL || template_title(tag) != NULL)
		template_open(t, &(struct template_block){ .name =
		    tag->name }, template_title(tag));
}
