/*
 * The tags that have a meaning by name alone, whatever site they were written
 * for.  A handler returns false for arguments that make no sense to it; the tag
 * then counts as unknown.
 */
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "template/template_tags.h"

/* A longer name of a post is not reported. */
#define TARGET_MAX 100

static bool
run_nothing(struct template *t, const struct template_tag *tag)
{
	(void)t;
	(void)tag;
	return true;
}

/* Hugo's {{< x.inline >}} contains a template, which cannot be run. */
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
	const char *key = template_word(tag, 0);
	const char *value = key == NULL ? NULL : template_find_key(t, key);

	if (value == NULL || strlen(value) > TEMPLATE_VALUE_MAX)
		return false;
	template_put_text(t, value);
	return true;
}

/* {{< abbr "HTML" >}}, {{< tooltip "text" "explanation" >}}; the last word
   of {{< color red "text" >}}; {{< badge "text" >}} that is not a link */
static bool
run_word(struct template *t, const struct template_tag *tag)
{
	const char *text = template_key(tag, "text|abbr|short|rb|content");

	if (text == NULL && strcmp(tag->name, "color") != 0)
		text = template_word(tag, 0);
	else if (text == NULL && tag->count > 1)
		text = template_word(tag, tag->count - 1);
	if (text == NULL || template_key(tag, "link") != NULL)
		return false;
	template_put_markdown(t, text);
	return true;
}

#define ALL (TEMPLATE_TAG | TEMPLATE_SHORTCODE | TEMPLATE_CALL)
/* Besides the syntax: only for a pair, or only for a single tag. */
#define PAIR (TEMPLATE_CALL << 1)
#define SINGLE (TEMPLATE_CALL << 2)

/* Handlers, and the names of their tags, separated by bars. */
static const struct row {
	const char	*names;
	unsigned	 syntax;
	template_handler *run;
} rows[] = {
	{ "highlight", ALL, template_run_highlight },
	{ "tabbed_codeblock", TEMPLATE_TAG, template_run_code_tabs },
	{ "tabbed-codeblock", TEMPLATE_SHORTCODE, template_run_code_tabs },
	{ "codeblock|code", TEMPLATE_TAG, template_run_codeblock },
	{ "code|codeblock|codefile|code-toggle|prism|cmd|command|"
	    "terminal|output", TEMPLATE_SHORTCODE, template_run_listing },
	{ "mermaid|chart|echarts|plantuml|graphviz|wavedrom", ALL,
	    template_run_diagram },
	{ "chartjs|score", TEMPLATE_TAG, template_run_chart },
	{ "katex|math|mathjax", ALL, template_run_math },
	{ "raw|verbatim", TEMPLATE_TAG, template_run_raw },
	{ "comment", ALL, template_run_comment },
	{ "encrypt|hugo-encrypt|hugo-encryptor|fixit-encryptor", ALL,
	    template_run_secret },
	{ "if|unless|case", TEMPLATE_TAG | PAIR, template_run_if },
	{ "else|elsif|elif|elseif|when", TEMPLATE_TAG, template_run_else },
	{ "for|tablerow|macro", TEMPLATE_TAG, template_run_loop },
	{ "capture", TEMPLATE_TAG, template_run_capture },
	{ "style|javascript|css|js", TEMPLATE_TAG, template_run_comment },
	{ "script", TEMPLATE_SHORTCODE, template_run_comment },

	{ "post_url|post_path", TEMPLATE_TAG, template_run_post_url },
	{ "post_link", TEMPLATE_TAG, template_run_post_link },
	{ "article", TEMPLATE_SHORTCODE, template_run_article },
	{ "ref|relref", TEMPLATE_SHORTCODE, template_run_ref },
	{ "link", TEMPLATE_TAG, template_run_link },
	{ "exturl|extlink", TEMPLATE_TAG | SINGLE, template_run_text_and_url },
	{ "asset_path", TEMPLATE_TAG, template_run_asset_path },
	{ "asset_link", TEMPLATE_TAG, template_run_asset_link },
	{ "include_code", TEMPLATE_TAG, template_run_include_code },

	{ "codepen", ALL, template_run_codepen },
	{ "youtube|vimeo|jsfiddle|asciinema|codesandbox|stackblitz|replit|"
	    "bilibili|instagram|spotify|iframe|pdf|video|audio|"
	    "bvideo|youtubeLite|youtube-lite|yt", ALL, template_run_player },
	{ "gist", ALL, template_run_gist },
	{ "meting", TEMPLATE_TAG, template_run_music },
	{ "dplayer", TEMPLATE_TAG, template_run_dplayer },
	{ "aplayer", TEMPLATE_TAG, template_run_aplayer },
	{ "music", TEMPLATE_SHORTCODE, template_run_music },
	{ "tweet|twitter", ALL, template_run_tweet },
	{ "x", TEMPLATE_SHORTCODE, template_run_tweet },

	{ "figure", ALL, template_run_figure },
	{ "img|image", TEMPLATE_SHORTCODE | TEMPLATE_CALL,
	    template_run_figure },
	{ "resize_image", TEMPLATE_CALL, template_run_figure },
	{ "imgproc", TEMPLATE_SHORTCODE, template_run_imgproc },
	{ "img|imgcap|inlineImg|asset_img", TEMPLATE_TAG, template_run_img },
	{ "picture", TEMPLATE_TAG, template_run_picture },
	{ "carousel", TEMPLATE_SHORTCODE, template_run_carousel },
	{ "maincolumn|fullwidth|marginfigure", TEMPLATE_TAG,
	    template_run_tufte_figure },
	{ "image|image_with_class", TEMPLATE_TAG, template_run_image },
	{ "gallery", TEMPLATE_SHORTCODE, template_run_gallery },
	{ "frame", TEMPLATE_TAG, template_run_frame },
	{ "galleryGroup", TEMPLATE_TAG, template_run_album },
	{ "fullimage|fi", TEMPLATE_TAG, template_run_full_image },
	{ "include|render", TEMPLATE_TAG, template_run_include },

	{ "p|span|checkbox|radio", TEMPLATE_TAG | SINGLE, template_run_text },
	{ "note|subnote|notel|noteL|noteblock", TEMPLATE_TAG,
	    template_run_note },
	{ "note|tip|info|warning|important|alert|callout|admonition",
	    TEMPLATE_CALL, template_run_called_note },
	{ "btn|button|cell|hashtag|externalLinkCard", TEMPLATE_TAG | SINGLE,
	    template_run_text_link },
	{ "abbr|tooltip|color|ruby|badge", TEMPLATE_SHORTCODE | SINGLE,
	    run_word },
	{ "label", TEMPLATE_TAG | SINGLE, template_run_label },
	{ "u|emp|wavy|del|mark|em|s|sup|sub|key|psw|blur|quot",
	    TEMPLATE_TAG | SINGLE, template_run_words },
	{ "kbd", TEMPLATE_TAG | TEMPLATE_SHORTCODE | SINGLE,
	    template_run_words },
	{ "copy", TEMPLATE_TAG | SINGLE, template_run_copy },
	{ "cb|hideInline|bubble|nota", TEMPLATE_TAG | SINGLE,
	    template_run_first },
	{ "cta", TEMPLATE_TAG, template_run_button },
	{ "btn|button|link|staticref", TEMPLATE_SHORTCODE,
	    template_run_button },
	{ "link_preview", TEMPLATE_TAG, template_run_preview },
	{ "ghcard", TEMPLATE_TAG, template_run_repository },
	{ "gh-repo-card", TEMPLATE_SHORTCODE, template_run_repository },
	{ "github", TEMPLATE_TAG | TEMPLATE_SHORTCODE,
	    template_run_repository },

	{ "blockquote|quote|pullquote", ALL | PAIR, template_run_quote },
	{ "sidenote|marginnote|footnote", ALL, template_run_aside },
	{ "fn", TEMPLATE_SHORTCODE, template_run_aside },
	{ "footnoteref", TEMPLATE_TAG | PAIR, template_run_reference },
	{ "newthought", TEMPLATE_TAG | SINGLE, template_run_thought },
	{ "param|meta", TEMPLATE_SHORTCODE, run_param },
	{ "details|expand|collapse|accordion-item|accordionItem", ALL | PAIR,
	    template_run_fold },
	{ "folding|fold|hideToggle|hideBlock|collapsible",
	    TEMPLATE_TAG | PAIR, template_run_fold },
	{ "spoiler", ALL | PAIR, template_run_spoiler },
	{ "tab", ALL, template_run_tab },
	{ "tabpane", TEMPLATE_SHORTCODE | PAIR, template_run_tabpane },
	{ "tabs", TEMPLATE_SHORTCODE | PAIR, template_run_tabset },
	{ "tabs|timeline|folders|paper", TEMPLATE_TAG | PAIR,
	    template_run_tabs },
	{ "box|banner|dropdown|timenode", TEMPLATE_TAG | PAIR,
	    template_run_titled },
	{ "poetry|reel", TEMPLATE_TAG | PAIR, template_run_poetry },
	{ "rawhtml|raw-html|raw|html|unsafe", TEMPLATE_SHORTCODE,
	    template_run_html },

	/* Their effect shows where it is used. */
	{ "assign|set", TEMPLATE_TAG, template_run_assign },
	{ "increment|decrement|break|continue|extends|layout|import|"
	    "more", TEMPLATE_TAG, run_nothing },
	{ "toc|pagebreak", ALL, run_nothing },
	/* The URL of the post, which blogdown puts before that of a figure. */
	{ "postref", TEMPLATE_SHORTCODE, run_nothing }
};

/* Close what was opened last; some pairs left nothing to close. */
static void
run_end(struct template *t, const struct template_tag *tag)
{
	const struct template_block *block = template_innermost(t);

	template_end_branch(t, tag);
	if (block != NULL && block->colons == 0 && (*tag->name == '\0' ||
	    strcmp(block->name, tag->name) == 0))
		template_close_block(t);
}

/* Such tags can be run: what they name is unknown. */
static bool
is_told_by_target(template_handler *run)
{
	return run == template_run_post_url || run == template_run_ref ||
	    run == template_run_post_link || run == template_run_link ||
	    run == template_run_include;
}

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

/* As in Markdown's `](` and in HTML attributes: they can contain neither. */
static bool
is_in_address(const struct template *t, const struct template_tag *tag)
{
	const char *start = t->walk.start, *p = tag->start;

	if (p - start < 2)
		return false;
	return p[-1] == '(' ? !ascii_is_space(p[-2]) :
	    ascii_is_quote(p[-1]) || p[-1] == '=' || p[-1] == '/';
}

/* Put the image or link for a URL in place of a tag, or above the text of a
   pair. */
static bool
put_what_is_there(struct template *t, const struct template_tag *tag)
{
	if (is_in_address(t, tag))
		return false;
	if (!template_is_paired(t, tag))
		return template_put_any_image(t, tag) ||
		    template_put_address(t, tag, "link|href|url|src") ||
		    template_put_key_text(t, tag, "text");
	if (template_put_any_image(t, tag))
		template_put_line_break(t);
	return false;
}

/* The row for the name of a tag, or NULL. */
static const struct row *
find_row(const struct template_tag *tag)
{
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].syntax & tag->syntax &&
		    template_is_among(tag->name, rows[i].names))
			return &rows[i];
	return NULL;
}

static bool
is_known(const struct template *t, const struct template_tag *tag,
    const struct row *row)
{
	return row != NULL && !(row->syntax & (template_is_paired(t, tag) ?
	    SINGLE : PAIR));
}

void
template_run(struct template *t, const struct template_tag *tag)
{
	const struct row *row;

	walk_skip(&t->walk, tag->end);
	if (tag->is_end) {
		run_end(t, tag);
		return;
	}
	row = find_row(tag);
	if (is_known(t, tag, row) && row->run(t, tag))
		return;
	if (is_inline(tag) && template_run_loop(t, tag))
		return;
	/* Keep the text of a pair. */
	if (put_what_is_there(t, tag))
		return;
	if (!template_is_paired(t, tag))
		template_leave(t, tag->start, tag->end,
		    row != NULL && is_told_by_target(row->run) ?
		    name_with_target(t, tag) : tag->name);
	else if (tag->syntax == TEMPLATE_CALL || template_title(tag) != NULL)
		template_open(t, &(struct template_block){ .name =
		    tag->name }, template_title(tag));
}
