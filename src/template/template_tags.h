/*
 * template_tags - tags that have a meaning, by name, and what others need from
 * them; private to the files of template/template.
 *
 *	template_names.c	the table of these tags
 *	template_escape.c	tags that are shown as written
 *	template_link.c		links
 *	template_if.c		choosing between branches
 *	template_code.c		code, and what is not shown
 *	template_variable.c	giving a text a name
 *	template_media.c	images
 *	template_player.c	players
 *	template_include.c	includes of Jekyll
 *	template_pair.c		blockquotes, and text with a title
 *	template_hexo.c		tags of Hexo themes
 *	template_note.c		notes, which become footnotes
 */
#ifndef TEMPLATE_TEMPLATE_TAGS_H
#define TEMPLATE_TEMPLATE_TAGS_H

#include "template/template_parts.h"

/*
 * A handler replaces a tag; walk.next is already after the tag.  It returns
 * false for arguments that make no sense to it; the tag then counts as unknown.
 */
typedef bool template_handler(struct template *, const struct template_tag *);

/* ---- template_names.c ---- */

/* Replace a tag; walk.next is set to after the tag and what belongs to it. */
void	 template_run(struct template *, const struct template_tag *);

/* ---- template_escape.c ---- */

/* Where the braces of an escaped call at p close, or NULL if it is not one. */
const char *template_find_escaped(const struct template *, const char *p,
	    const char *end);
/* Show the call whose braces close there.  Its end, or NULL: it is not one. */
const char *template_put_escaped(struct template *, const char *p,
	    const char *close);
/* Add code, with escaped tags in it as plain ones. */
void	 template_take_code(struct template *, const char *p,
	    const char *end);

/* ---- template_link.c ---- */

template_handler template_run_post_url, template_run_ref,
    template_run_post_link, template_run_article, template_run_link,
    template_run_text_and_url, template_run_asset_path,
    template_run_asset_link, template_run_include_code,
    template_run_repository;

/* Put a link to the URL under one of some keys, or the image there.  Returns
   false if there is none. */
bool	 template_put_address(struct template *, const struct template_tag *,
	    const char *keys);

/* ---- template_if.c ---- */

template_handler template_run_if, template_run_else;

/* Whether the current branch may be one that the site does not show. */
bool	 template_is_in_doubt(const struct template *);
/* Leave the current branch, if that is what an end tag ends. */
void	 template_end_branch(struct template *, const struct template_tag *);

/* ---- template_code.c ---- */

template_handler template_run_highlight, template_run_html,
    template_run_codeblock, template_run_listing, template_run_code_tabs,
    template_run_diagram, template_run_chart, template_run_math,
    template_run_raw, template_run_comment, template_run_secret,
    template_run_loop;

/* Add code in which {% raw %} and its end are tags, and removed. */
void	 template_put_raw(struct template *, const char *, const char *end);
/* Put such a source as code. */
void	 template_put_source(struct template *, const char *language,
	    const char *, const char *end);

/* ---- template_variable.c ---- */

/* Set a variable to the expression in the span, as {% assign %} does. */
void	 template_assign(struct template *, const char *name,
	    const char *start, const char *end);

template_handler template_run_capture, template_run_assign;

/* Put what was captured as the variable between p and end, as Markdown if it
   is filtered through `markdownify`.  Returns false if there is none. */
bool	 template_put_captured(struct template *, const char *p,
	    const char *end);

/* What was captured, if still to be shown: a long text only once.  Or NULL. */
const char *template_captured(struct template *, const char *name, size_t);
/* Put its source as code.  Returns false if there is none. */
bool	 template_put_captured_code(struct template *, const char *name,
	    const char *language);
/* Put it as lines, which are Markdown wherever they end up. */
void	 template_put_captured_lines(struct template *, const char *text);
/* Get it as words, between which whitespace, even indentation, is ignored. */
const char *template_captured_words(struct template *, const char *name);

/* ---- template_media.c ---- */

/* Put an image whose URL is as typed.  Returns false if it cannot be one. */
bool	 template_show_image(struct template *, const struct template_tag *,
	    struct template_image *);
/* Put the image that a tag of any name refers to, or return false. */
bool	 template_put_any_image(struct template *,
	    const struct template_tag *);

template_handler template_run_figure, template_run_image, template_run_img,
    template_run_imgproc, template_run_picture, template_run_carousel,
    template_run_tufte_figure, template_run_gallery;

/* ---- template_player.c ---- */

template_handler template_run_player, template_run_codepen, template_run_music,
    template_run_dplayer, template_run_aplayer, template_run_gist,
    template_run_tweet;
/* An include whose name is that of a player; false: it is not. */
template_handler template_put_known_player;

/* ---- template_include.c ---- */

template_handler template_run_include, template_run_called_note;

/* ---- template_pair.c ---- */

template_handler template_run_quote, template_run_fold, template_run_spoiler,
    template_run_tab, template_run_tabs, template_run_tabpane,
    template_run_tabset, template_run_button, template_run_preview;

/* The title of any other pair, or NULL. */
const char *template_title(const struct template_tag *);
/* Process a comment that is the title of a tab, or ends one. */
bool	 template_take_title(struct template *, const char *p,
	    const char *end);

/* ---- template_hexo.c ---- */

/* One of the parts of a tag's text, separated by commas or else `::`,
   without whitespace and quotes around it; NULL if there is none. */
const char *template_part(struct template *, const struct template_tag *,
	    size_t);
/* The words of the text as typed, without the first URL if url is not NULL;
   NULL if there are none. */
const char *template_text_words(struct template *,
	    const struct template_tag *, const char **url);

template_handler template_run_text, template_run_text_link, template_run_label,
    template_run_words, template_run_first, template_run_copy,
    template_run_album, template_run_frame, template_run_full_image,
    template_run_note, template_run_titled, template_run_poetry;

/* ---- template_note.c ---- */

template_handler template_run_aside, template_run_reference,
    template_run_thought;

#endif
