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

static bool
run_nothing(struct template *t, const struct template_tag *tag)
{
	(void)t;
	(void)tag;
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
	template_put_text(t, value);
	return true;
}

/* {{< abbr "HTML" >}}, {{< tooltip "text" "explanation" >}}; the last word
   of {{< color red "text" >}} */
static bool
run_word(struct template *t, const struct template_tag *tag)
{
	const char *text = template_key(tag, "text|abbr|short|rb");

	if (text == NULL && strcmp(tag->name, "color") != 0)
		text = template_word(tag, 0);
	else if (text == NULL && tag->count > 1)
		text = template_word(tag, tag->count - 1);
	if (text == NULL || template_is_paired(t, tag))
		return false;
	template_put_markdown(t, text);
	return true;
}

#define ALL (TEMPLATE_TAG | TEMPLATE_SHORTCODE | TEMPLATE_CALL)

/* Names as they are: pointers would have to be relocated at each start. */
static const struct {
	char		 name[20];
	unsigned	 syntax;
	template_handler *run;
} names[] = {
	{ "highlight", ALL, template_run_highlight },
	{ "tabbed_codeblock", TEMPLATE_TAG, template_run_code_tabs },
	{ "tabbed-codeblock", TEMPLATE_SHORTCODE, template_run_code_tabs },
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
	{ "encrypt", ALL, template_run_secret },
	{ "hugo-encrypt", TEMPLATE_SHORTCODE, template_run_secret },
	{ "hugo-encryptor", TEMPLATE_SHORTCODE, template_run_secret },
	{ "fixit-encryptor", TEMPLATE_SHORTCODE, template_run_secret },
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
	{ "script", TEMPLATE_SHORTCODE, template_run_comment },

	{ "post_url", TEMPLATE_TAG, template_run_post_url },
	{ "post_path", TEMPLATE_TAG, template_run_post_url },
	{ "post_link", TEMPLATE_TAG, template_run_post_link },
	{ "ref", TEMPLATE_SHORTCODE, template_run_ref },
	{ "relref", TEMPLATE_SHORTCODE, template_run_ref },
	{ "link", TEMPLATE_TAG, template_run_link },
	{ "asset_path", TEMPLATE_TAG, template_run_asset_path },
	{ "asset_link", TEMPLATE_TAG, template_run_asset_link },
	{ "include_code", TEMPLATE_TAG, template_run_include_code },

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
	{ "maincolumn", TEMPLATE_TAG, template_run_tufte_figure },
	{ "fullwidth", TEMPLATE_TAG, template_run_tufte_figure },
	{ "marginfigure", TEMPLATE_TAG, template_run_tufte_figure },
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
	{ "abbr", TEMPLATE_SHORTCODE, run_word },
	{ "tooltip", TEMPLATE_SHORTCODE, run_word },
	{ "color", TEMPLATE_SHORTCODE, run_word },
	{ "ruby", TEMPLATE_SHORTCODE, run_word },
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
	{ "cta", TEMPLATE_TAG, template_run_button },
	{ "btn", TEMPLATE_SHORTCODE, template_run_button },
	{ "button", TEMPLATE_SHORTCODE, template_run_button },
	{ "link", TEMPLATE_SHORTCODE, template_run_button },
	{ "ghcard", TEMPLATE_TAG, template_run_repository },
	{ "github", TEMPLATE_TAG | TEMPLATE_SHORTCODE,
	    template_run_repository },

	{ "blockquote", ALL, template_run_quote },
	{ "quote", ALL, template_run_quote },
	{ "pullquote", ALL, template_run_quote },
	{ "sidenote", ALL, template_run_aside },
	{ "marginnote", ALL, template_run_aside },
	{ "footnote", ALL, template_run_aside },
	{ "fn", TEMPLATE_SHORTCODE, template_run_aside },
	{ "footnoteref", TEMPLATE_TAG, template_run_reference },
	{ "newthought", TEMPLATE_TAG, template_run_thought },
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
	{ "tabpane", TEMPLATE_SHORTCODE, template_run_tabpane },
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
	return run == template_run_post_url || run == template_run_ref ||
	    run == template_run_post_link || run == template_run_link;
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
		url = template_key(tag, "link|href|url|src");
	if (tag->syntax == TEMPLATE_CALL || url == NULL ||
	    strchr(url, '{') != NULL || (!url_is_web(url) && *url != '/' &&
	    !text_has_prefix(url, "../")))
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

/* {{< alert text="It *rains*." >}} */
static bool
put_key_text(struct template *t, const struct template_tag *tag)
{
	const char *text = template_key(tag, "text");
	size_t i;

	for (i = 0; i < tag->count && tag->arguments[i].value != text; i++)
		continue;
	if (text == NULL || *text == '\0' || !tag->arguments[i].is_quoted)
		return false;
	template_put_markdown(t, text);
	return true;
}

/* What is at an address stands in the place of a tag, or above the text of a
   pair. */
static bool
put_what_is_there(struct template *t, const struct template_tag *tag)
{
	if (!template_is_paired(t, tag))
		return template_put_any_picture(t, tag) ||
		    put_address(t, tag) || put_key_text(t, tag);
	if (template_put_any_picture(t, tag))
		template_put_line_break(t);
	return false;
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
	if (put_what_is_there(t, tag))
		return;
	if (!template_is_paired(t, tag))
		template_leave(t, tag->start, tag->end, i < sizeof names /
		    sizeof *names && leads_to_post(names[i].run) ?
		    name_with_target(t, tag) : tag->name);
	else if (tag->syntax == TEMPLATE_CALL || template_title(tag) != NULL)
		template_open(t, &(struct template_block){ .name =
		    tag->name }, template_title(tag));
}
