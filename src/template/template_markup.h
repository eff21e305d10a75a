/*
 * template_markup - what generators add to Markdown: lines, blocks and marks;
 * for the files of template/template.
 *
 *	template_line.c		lines that are marks, abbreviations
 *	template_attribute.c	Kramdown's attributes
 *	template_container.c	`:::`, and what is up to its end
 *	template_callout.c	quotations that begin with `[!note]`, and such
 *	template_indented.c	`!!! note`, and what is indented below it
 *	template_admonition.c	notes of Obsidian in fences
 *	template_myst.c		directives of MyST
 *	template_caption.c	what stands above code
 *	template_highlight.c	comments in code that do not show
 *	template_wiki.c		[[links]] by name, ![[embeds]]
 *	template_wordpress.c	[shortcodes] of WordPress
 *	template_embed.c	what shows something else in a post
 *	template_mkdocs.c	blocks, icons and keys of MkDocs
 *	template_mdc.c		components of Nuxt, `::card` and `:icon{}`
 *	template_quarto.c	divs, notes and spans of Quarto
 *	template_cell.c		... and its cells of code
 *	template_franklin.c	HTML and divs of Franklin
 *	template_address.c	addresses in a notation of the generator
 *	template_erb.c		Ruby of nanoc and Bridgetown
 *	template_distill.c	elements of Distill
 */
#ifndef TEMPLATE_TEMPLATE_MARKUP_H
#define TEMPLATE_TEMPLATE_MARKUP_H

#include "template/template_parts.h"

/* Take what is theirs, behind which the walk goes on, and write what stands for
   it; false: it is something else, and stays.  What begins at a mark, ... */
typedef bool template_mark_taker(struct template *, const char *p);
/* ... a line, at its text, ... */
typedef bool template_line_taker(struct template *);
/* ... and what is code: a line of it, a span or a comment. */
typedef bool template_code_taker(struct template *, const char *p,
    const char *end);

/* ---- template_attribute.c ---- */

/* Where attributes in braces at p end, NULL: there are none. */
const char *template_take_attributes(struct template *, const char *p);
/* The same where they are in a line or in HTML; what they replace goes. */
const char *template_take_inner_attributes(struct template *, const char *p);
/* Those of Kramdown in {% raw %}. */
template_mark_taker template_take_raw_attributes;
/* Those that are the line; so in {% raw %}. */
template_line_taker template_take_attribute_line;
/* The same for those of Markdoc, and leave out a variable: `{% $a %}`. */
const char *template_annotation(struct template *, const char *p);

/* ---- template_line.c ---- */

/* Whether a colon at p, behind a `]`, ends what an abbreviation begins with:
   `*[HTML]:`. */
bool	 template_defines(const char *start, const char *p);
/* Behind the mark for a table of contents, `[TOC]`, at p; NULL: it is none. */
const char *template_contents_end(const char *p, const char *end);
/* Whether a heading of one is anywhere in a text. */
bool	 template_has_contents(const char *, const char *end);
/* Any line that is markup. */
template_line_taker template_take_line;

/* ---- template_container.c ---- */

template_line_taker template_take_container;
/* Open one whose opening line is up to line_end; a note is a quotation, with
   its name as heading if there is none. */
void	 template_open_container(struct template *, struct template_block *,
	    const char *heading, const char *line_end);
/*
 * A line of nothing but marks closes what was opened by such marks, and before
 * that a block of HTML which no blank line has ended; false: nothing was.
 */
bool	 template_close_container(struct template *, const char *line_end);
/* The last line of nothing but a mark, which is there so often; or the start
   of the body. */
const char *template_last_line(const struct template *, char mark,
	    size_t fewest);

/* ---- template_callout.c ---- */

template_line_taker template_take_callout;	/* `> [!note]` */
template_line_taker template_take_notice;	/* `! text` */
template_line_taker template_take_notion_aside;	/* `<aside>` */

/* ---- template_indented.c ---- */

template_line_taker template_take_admonition;	/* `!!! note "title"` */
/* A line that another file stands for, not in code alone: `--8<-- "a.md"`. */
template_code_taker template_take_snippet;
/* Close those that a line, which has begun, is not in. */
void	 template_leave_indented(struct template *);
/*
 * Behind a tag of Hexo that a pair begins with: take the indentation away that
 * all up to its end has.  And stop that before the end tag is written.
 */
void	 template_dedent(struct template *, const struct template_tag *);
void	 template_end_dedent(struct template *, const struct template_tag *);
/*
 * In a component that the line has opened: what is in it may be as far to the
 * right as the line is.  Before what is below the line is written.
 */
void	 template_indent_component(struct template *, const char *name);
/* Close the innermost block, and leave its indentation. */
void	 template_end_block(struct template *);

/* ---- template_admonition.c ---- */

/* The fence that a note begins or ends with, ```ad-note, or that stands for
   the contents. */
template_code_taker template_take_fenced_note;

/* ---- template_myst.c ---- */

/* Take a line that begins a fence, which has `{name}` at info; false: it is
   code as it stands. */
bool	 template_take_myst(struct template *, const char *p, const char *info,
	    const char *end);
/* Behind options, `:class: tip`, at p; that of a picture's text, if asked
   for. */
const char *template_myst_options(struct template *, const char *p,
	    const char **alt);

/* ---- template_caption.c ---- */

/* `title URL link text`, in words, above code. */
void	 template_put_caption(struct template *, const struct template_tag *);
/* Whether a fence may have one, or stand where others have none; and that of a
   line of code, if it begins it. */
bool	 template_has_captions(const char *s, const char *end);
bool	 template_has_code_titles(const char *s, const char *end,
	    unsigned dialects);
void	 template_fence_caption(struct template *, const char *p,
	    const char *end);
/* A fence below HTML, and one that is indented as code is, in the line at p. */
template_line_taker template_take_html_fence;
template_mark_taker template_take_deep_fence;

/* ---- template_highlight.c ---- */

/* A line that is, or ends with, a comment which tells what to highlight. */
template_code_taker template_take_highlight;
/* Before a word, with white space or without behind it, that a span ends
   with; NULL: another does. */
const char *template_before(const char *p, const char *end,
	    const char *word);

/* ---- template_wiki.c ---- */

template_mark_taker template_take_wiki;		/* `[[rain]]`, `![[rain]]` */
template_mark_taker template_take_obsidian;	/* `%%`, `==`, `^name` */
template_line_taker template_take_block_property;	/* `id:: rain` */
/* Behind `{:height 300, :width 400}` of it at p; NULL: that is not there. */
const char *template_block_size(const struct template *, const char *p);

/* ---- template_wordpress.c ---- */

/* One that begins with '[' or a backslash.  And whether a bracket may begin
   one. */
template_mark_taker template_take_wordpress;
bool	 template_is_shortcode(const char *p, const char *end);

/* ---- template_embed.c ---- */

/* The '[' of `%[URL]` and `![](URL align="left")`. */
template_mark_taker template_take_embed;
bool	 template_is_embed(const char *p, const char *end);
/* Code that is all of a line, `youtube: ID` of Gatsby.  And whether there may
   be any. */
template_code_taker template_take_embed_code;
template_code_taker template_take_pre;
bool	 template_has_embed_code(const char *, const char *end);

/* ---- template_mkdocs.c ---- */

template_line_taker template_take_slashes;	/* `/// note` */
template_mark_taker template_take_icon;		/* `:material-cloud:` */
template_mark_taker template_take_keys;		/* `++ctrl+c++` */
template_code_taker template_take_shebang;	/* `#!python a()` */

/* ---- template_mdc.c ---- */

/* Take a line whose colons at p begin a component; false: it is none.  Those
   with more than two are known by what is behind their name. */
bool	 template_take_mdc_block(struct template *, const char *p,
	    size_t colons);
bool	 template_has_braces(const char *p, const char *end);
/* Behind the YAML that may stand there, and the title in it. */
const char *template_mdc_yaml(struct template *, const char *line_end,
	    const char **title);
template_line_taker template_take_mdc_slot;	/* `#footer` */
template_mark_taker template_take_mdc_span;	/* `:icon{}` */
template_line_taker template_take_leaf;		/* `::github{}` */
/* Whether the colon at p may begin one, or one that hides a text. */
bool	 template_is_directive(const char *start, const char *p,
	    const char *end);
/* Whether the colon at p may begin a component. */
bool	 template_is_mdc(const char *start, const char *p, const char *end);

/* ---- template_quarto.c ---- */

/* Leave out a div from its line on; false: it has no end. */
bool	 template_skip_div(struct template *, const char *line_end);
/* Take a line that opens a div, behind its colons; false: it stays. */
bool	 template_take_quarto_div(struct template *, size_t colons,
	    const char *line_end);
/* A bracket, the '^' before one, and `~2~`. */
template_mark_taker template_take_quarto_mark;
/* A line of text begins. */
void	 template_quarto_line(struct template *);
/* Give the picture before attributes the text that they have for it. */
void	 template_put_alternative(struct template *, const char *p,
	    const char *close);

/* ---- template_cell.c ---- */

/* What is not shown as it is: ```{r}. */
template_code_taker template_take_cell;
/* No line of the cell that the place is in follows. */
void	 template_close_cell(struct template *);

/* ---- template_franklin.c ---- */

template_mark_taker template_take_franklin;	/* `~~~`, `@@name` */
template_line_taker template_take_franklin_line;	/* `\toc` */

/* ---- template_address.c ---- */

/* Addresses; of Nikola the colon behind the scheme, of Docusaurus the ']' of
   the link that has it. */
template_mark_taker template_take_zola_address, template_take_pelican_address,
    template_take_nikola_address, template_take_docusaurus_address;
/* That of `{static}a.png`, as the value of a tag; NULL: it is no such, or
   not known. */
const char *template_pelican_url(struct template *, const char *address);

/* ---- template_erb.c ---- */

template_mark_taker template_take_erb;		/* `<%= a %>` */

/* ---- template_distill.c ---- */

template_mark_taker template_take_distill;	/* `<d-math>` */

#endif
