/*
 * template_markup - what generators add to Markdown: lines, blocks and inline
 * marks; private to the files of template/template.
 *
 *	template_line.c		lines of markup, abbreviations
 *	template_attribute.c	Kramdown's attributes
 *	template_container.c	`:::`, and what is up to its end
 *	template_callout.c	blockquotes with `[!note]` and the like
 *	template_indented.c	`!!! note`, and what is indented below it
 *	template_admonition.c	notes of Obsidian in fences
 *	template_myst.c		directives of MyST
 *	template_caption.c	captions above code
 *	template_highlight.c	comments in code that are not shown
 *	template_wiki.c		[[links]] by name, ![[embeds]]
 *	template_wordpress.c	[shortcodes] of WordPress
 *	template_embed.c	things embedded from elsewhere
 *	template_mkdocs.c	blocks, icons and keys of MkDocs
 *	template_mdc.c		components of Nuxt, `::card` and `:icon{}`
 *	template_quarto.c	divs, notes and spans of Quarto
 *	template_cell.c		code cells of Quarto
 *	template_franklin.c	HTML and divs of Franklin
 *	template_address.c	URLs in a notation of the generator
 *	template_erb.c		Ruby of nanoc and Bridgetown
 *	template_distill.c	elements of Distill
 */
#ifndef TEMPLATE_TEMPLATE_MARKUP_H
#define TEMPLATE_TEMPLATE_MARKUP_H

#include "template/template_parts.h"

/* If the source is theirs, write its replacement, advance the walk and
   return true; else return false: it is kept.  What begins at a mark, ... */
typedef bool template_mark_taker(struct template *, const char *p);
/* ... a line, at its text, ... */
typedef bool template_line_taker(struct template *);
/* ... and code: a line of it, a code span or a comment. */
typedef bool template_code_taker(struct template *, const char *p,
    const char *end);

/* ---- template_attribute.c ---- */

/* The end of the attributes in braces at p, or NULL if there are none. */
const char *template_take_attributes(struct template *, const char *p);
/* The same within a line or in HTML; an item that they replace is removed. */
const char *template_take_inner_attributes(struct template *, const char *p);
/* Kramdown's attributes in {% raw %}. */
template_mark_taker template_take_raw_attributes;
/* Attributes that are the whole line; also in {% raw %}. */
template_line_taker template_take_attribute_line;
/* The same for Markdoc's attributes, and leave out a variable: `{% $a %}`. */
const char *template_annotation(struct template *, const char *p);

/* ---- template_line.c ---- */

/* Whether the colon at p, after a `]`, ends the label of an abbreviation:
   `*[HTML]:`. */
bool	 template_defines(const char *start, const char *p);
/* The end of the mark for a table of contents, `[TOC]`, at p, or NULL. */
const char *template_contents_end(const char *p, const char *end);
/* Whether a text has the heading of a table of contents. */
bool	 template_has_contents(const char *, const char *end);
/* Any line of markup. */
template_line_taker template_take_line;

/* ---- template_container.c ---- */

template_line_taker template_take_container;
/* Open a container whose opening line ends at line_end.  A note is a
   blockquote, with its name as the heading if none is given. */
void	 template_open_container(struct template *, struct template_block *,
	    const char *heading, const char *line_end);
/*
 * A line of nothing but marks closes what such marks opened, and before that
 * any HTML block that no blank line has ended.  False: nothing was open.
 */
bool	 template_close_container(struct template *, const char *line_end);
/* The last line of nothing but a mark, at least `fewest` times, or the start
   of the body. */
const char *template_last_line(const struct template *, char mark,
	    size_t fewest);

/* ---- template_callout.c ---- */

template_line_taker template_take_callout;	/* `> [!note]` */
template_line_taker template_take_notice;	/* `! text` */
template_line_taker template_take_notion_aside;	/* `<aside>` */

/* ---- template_indented.c ---- */

template_line_taker template_take_admonition;	/* `!!! note "title"` */
/* A line that another file replaces, also outside code: `--8<-- "a.md"`. */
template_code_taker template_take_snippet;
/* Close the blocks that the line just begun is not part of. */
void	 template_leave_indented(struct template *);
/*
 * After a Hexo tag that begins a pair: remove the indentation that everything
 * up to its end has; and stop doing so before the end tag is written.
 */
void	 template_dedent(struct template *, const struct template_tag *);
void	 template_end_dedent(struct template *, const struct template_tag *);
/*
 * In a component opened on this line, the content may be indented as far as the
 * line.  To be called before what is below the line is written.
 */
void	 template_indent_component(struct template *, const char *name);
/* Close the innermost block, and leave its indentation. */
void	 template_end_block(struct template *);

/* ---- template_admonition.c ---- */

/* The fence that begins or ends a note, ```ad-note, or marks the place of a
   table of contents. */
template_code_taker template_take_fenced_note;

/* ---- template_myst.c ---- */

/* Process the opening line of a fence that has `{name}` at info.  Returns
   false if it is ordinary code. */
bool	 template_take_myst(struct template *, const char *p, const char *info,
	    const char *end);
/* The end of the options, `:class: tip`, at p; *alt is set to that of an
   image, unless alt is NULL. */
const char *template_myst_options(struct template *, const char *p,
	    const char **alt);

/* ---- template_caption.c ---- */

/* Put a caption above code, from the words of `title URL link text`. */
void	 template_put_caption(struct template *, const struct template_tag *);
/* Whether a fence may have a caption or be in an unusual place, whether it
   may have a title; and put either above code, at its opening line. */
bool	 template_has_captions(const char *s, const char *end);
bool	 template_has_code_titles(const char *s, const char *end,
	    unsigned dialects);
void	 template_fence_caption(struct template *, const char *p,
	    const char *end);
/* A fence below HTML, and in the line at p, one that is indented like code. */
template_line_taker template_take_html_fence;
template_mark_taker template_take_deep_fence;

/* ---- template_highlight.c ---- */

/* A line that is, or ends in, a comment that tells what to highlight. */
template_code_taker template_take_highlight;
/* Where a word begins that a span ends with, apart from whitespace; NULL if
   it ends otherwise. */
const char *template_before(const char *p, const char *end,
	    const char *word);

/* ---- template_wiki.c ---- */

template_mark_taker template_take_wiki;		/* `[[rain]]`, `![[rain]]` */
template_mark_taker template_take_obsidian;	/* `%%`, `==`, `^name` */
template_line_taker template_take_block_property;	/* `id:: rain` */
/* The end of Logseq's `{:height 300, :width 400}` at p, or NULL. */
const char *template_block_size(const struct template *, const char *p);

/* ---- template_wordpress.c ---- */

/* A shortcode, at its '[' or the backslash before it; and whether a bracket
   may begin one. */
template_mark_taker template_take_wordpress;
bool	 template_is_shortcode(const char *p, const char *end);

/* ---- template_embed.c ---- */

/*
 * The '[' of `%[URL]` or `![](URL align="left")`.  And whether it may be one.
 */
template_mark_taker template_take_embed;
bool	 template_is_embed(const char *p, const char *end);
/* A code span that is a whole line, `youtube: ID` of Gatsby; `<pre>` around
   a tag; and whether there may be any of the former. */
template_code_taker template_take_embed_code;
template_code_taker template_take_pre;
bool	 template_has_embed_code(const char *, const char *end);

/* ---- template_mkdocs.c ---- */

template_line_taker template_take_slashes;	/* `/// note` */
template_mark_taker template_take_icon;		/* `:material-cloud:` */
template_mark_taker template_take_keys;		/* `++ctrl+c++` */
template_code_taker template_take_shebang;	/* `#!python a()` */

/* ---- template_mdc.c ---- */

/* Process a line whose colons at p begin a component; false: they do not.
   With more than two, it is recognized by what follows its name. */
bool	 template_take_mdc_block(struct template *, const char *p,
	    size_t colons);
bool	 template_has_braces(const char *p, const char *end);
/* The end of the YAML that may be there, and the title in it. */
const char *template_mdc_yaml(struct template *, const char *line_end,
	    const char **title);
template_line_taker template_take_mdc_slot;	/* `#footer` */
template_mark_taker template_take_mdc_span;	/* `:icon{}` */
template_line_taker template_take_leaf;		/* `::github{}` */
/* Whether the colon at p may begin a directive, or one that hides text. */
bool	 template_is_directive(const char *start, const char *p,
	    const char *end);
/* Whether the colon at p may begin a component. */
bool	 template_is_mdc(const char *start, const char *p, const char *end);

/* ---- template_quarto.c ---- */

/* Leave out a div from its opening line on.  Returns false if it has no end. */
bool	 template_skip_div(struct template *, const char *line_end);
/* Process a line that opens a div.  Returns false if it is kept. */
bool	 template_take_quarto_div(struct template *, size_t colons,
	    const char *line_end);
/* A bracket, the '^' before one, and `~2~`. */
template_mark_taker template_take_quarto_mark;
/* To be called when a line of text begins. */
void	 template_quarto_line(struct template *);
/* Give the image before attributes the alternative text in them. */
void	 template_put_alternative(struct template *, const char *p,
	    const char *close);

/* ---- template_cell.c ---- */

/* Code that is not shown as is: ```{r}. */
template_code_taker template_take_cell;
/* Close the current cell: no line of it follows. */
void	 template_close_cell(struct template *);

/* ---- template_franklin.c ---- */

template_mark_taker template_take_franklin;	/* `~~~`, `@@name` */
template_line_taker template_take_franklin_line;	/* `\toc` */

/* ---- template_address.c ---- */

/* URLs: for Nikola at the colon after the scheme, for Docusaurus at the ']'
   of the link. */
template_mark_taker template_take_zola_address, template_take_pelican_address,
    template_take_nikola_address, template_take_docusaurus_address;
/* The URL for `{static}a.png` as the value of a tag, or NULL if it is not of
   that form or unknown. */
const char *template_pelican_url(struct template *, const char *address);

/* ---- template_erb.c ---- */

template_mark_taker template_take_erb;		/* `<%= a %>` */

/* ---- template_distill.c ---- */

template_mark_taker template_take_distill;	/* `<d-math>` */

#endif
