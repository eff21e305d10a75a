/*
 * template_tags - tags that have a meaning, by name, and what others know of
 * them; for the files of template/template.
 *
 *	template_names.c	the tags that have a meaning, by name
 *	template_escape.c	... that are shown as they are written
 *	template_link.c		... that lead somewhere
 *	template_if.c		... that choose between branches
 *	template_code.c		... around code and what is not shown
 *	template_variable.c	... that give a text a name
 *	template_media.c	... that show pictures
 *	template_player.c	... and players
 *	template_include.c	... that are includes of Jekyll
 *	template_pair.c		... around quotations, and text with a title
 *	template_hexo.c		... that themes of Hexo have
 *	template_note.c		... that are notes, which become footnotes
 */
#ifndef TEMPLATE_TEMPLATE_TAGS_H
#define TEMPLATE_TEMPLATE_TAGS_H

#include "template/template_parts.h"

/*
 * A handler replaces a tag, behind which walk.next is.  It returns false for
 * arguments that make no sense to it; the tag then counts as unknown.
 */
typedef bool template_handler(struct template *, const struct template_tag *);

/* ---- template_names.c ---- */

/* Replace a tag; walk.next is set behind it and what belongs to it. */
void	 template_run(struct template *, const struct template_tag *);

/* ---- template_escape.c ---- */

/* Where the braces of such a call at p close; NULL: it is none. */
const char *template_find_escaped(const struct template *, const char *p,
	    const char *end);
/* Show the call, whose braces close there.  Behind it; NULL: it is none. */
const char *template_put_escaped(struct template *, const char *p,
	    const char *close);
/* Add code, with what stands for a tag in it as that tag. */
void	 template_take_code(struct template *, const char *p,
	    const char *end);

/* ---- template_link.c ---- */

template_handler template_run_post_url, template_run_ref,
    template_run_post_link, template_run_article, template_run_link,
    template_run_text_and_url, template_run_asset_path,
    template_run_asset_link, template_run_include_code,
    template_run_repository;

/* A link to the address under one of some keys, or a picture of it; false:
   there is none. */
bool	 template_put_address(struct template *, const struct template_tag *,
	    const char *keys);

/* ---- template_if.c ---- */

template_handler template_run_if, template_run_else;

/* Whether the place may be in a branch that the site does not show. */
bool	 template_is_in_doubt(const struct template *);
/* The place leaves a branch, if that is what a tag ends. */
void	 template_end_branch(struct template *, const struct template_tag *);

/* ---- template_code.c ---- */

template_handler template_run_highlight, template_run_html,
    template_run_codeblock, template_run_listing, template_run_code_tabs,
    template_run_diagram, template_run_chart, template_run_math,
    template_run_raw, template_run_comment, template_run_secret,
    template_run_loop;

/* Add code in which {% raw %} and its end are tags, which go. */
void	 template_put_raw(struct template *, const char *, const char *end);
/* Write as code what is such a source. */
void	 template_put_source(struct template *, const char *language,
	    const char *, const char *end);

/* ---- template_variable.c ---- */

/* The variable is what stands in the span, as {% assign %} has it. */
void	 template_assign(struct template *, const char *name,
	    const char *start, const char *end);

template_handler template_run_capture, template_run_assign;

/* Write what was captured as the variable between p and end, as Markdown if it
   goes through `markdownify`; false: nothing was. */
bool	 template_put_captured(struct template *, const char *p,
	    const char *end);

/* That, if it is still to be shown: a long one is once.  NULL: nothing. */
const char *template_captured(struct template *, const char *name, size_t);
/* Write its source as code; false: there is nothing. */
bool	 template_put_captured_code(struct template *, const char *name,
	    const char *language);
/* Write it as lines, which are Markdown wherever they come to stand. */
void	 template_put_captured_lines(struct template *, const char *text);
/* ... as words, between which white space means nothing, be it indentation. */
const char *template_captured_words(struct template *, const char *name);

/* ---- template_media.c ---- */

/* Show a picture whose URL is as typed; false: it is none. */
bool	 template_show_image(struct template *, const struct template_tag *,
	    struct template_image *);
/* Show the picture that a tag of any name tells of; false: it does not. */
bool	 template_put_any_picture(struct template *,
	    const struct template_tag *);

template_handler template_run_figure, template_run_image, template_run_img,
    template_run_imgproc, template_run_picture, template_run_carousel,
    template_run_tufte_figure, template_run_gallery;

/* ---- template_player.c ---- */

template_handler template_run_player, template_run_codepen, template_run_music,
    template_run_dplayer, template_run_aplayer, template_run_gist,
    template_run_tweet;
/* A player that an include is, by its name; false: it is none. */
template_handler template_put_known_player;

/* ---- template_include.c ---- */

template_handler template_run_include, template_run_called_note;

/* ---- template_pair.c ---- */

template_handler template_run_quote, template_run_fold, template_run_spoiler,
    template_run_tab, template_run_tabs, template_run_tabpane,
    template_run_tabset, template_run_button, template_run_preview;

/* The title of any other pair; NULL: it has none. */
const char *template_title(const struct template_tag *);
/* Take a comment that is the title of a tab, or ends one. */
bool	 template_take_title(struct template *, const char *p,
	    const char *end);

/* ---- template_hexo.c ---- */

/* One of the parts of a tag's text, between commas or else `::`, without
   blanks and quotes around it; NULL: there is none. */
const char *template_part(struct template *, const struct template_tag *,
	    size_t);
/* The words of the text as they are typed, less the first address if that is
   asked for; NULL: there are none. */
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
