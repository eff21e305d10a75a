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

/* ---- template_attribute.c ---- */

/* Where attributes in braces at p end, NULL: there are none. */
const char *template_take_attributes(struct template *, const char *p);
/* The same where they are in a line or in HTML; what they replace goes. */
const char *template_take_inner_attributes(struct template *, const char *p);
/* Leave out those of Kramdown that begin at p, in {% raw %}. */
bool	 template_take_raw_attributes(struct template *, const char *p);
/* Leave out those that are the line; so in {% raw %}. */
bool	 template_take_attribute_line(struct template *);
/* The same for those of Markdoc, and leave out a variable: `{% $a %}`. */
const char *template_annotation(struct template *, const char *p);

/* ---- template_line.c ---- */

/* Whether a colon at p, behind a `]`, ends what an abbreviation begins with:
   `*[HTML]:`. */
bool	 template_defines(const char *start, const char *p);
/* Whether a mark for a table of contents, `[TOC]`, begins at p. */
bool	 template_is_contents(const char *p, const char *end);
/* Whether a heading of one is anywhere in a text. */
bool	 template_has_contents(const char *, const char *end);
/* Take a whole line that is markup; true when it did. */
bool	 template_take_line(struct template *);

/* ---- template_container.c ---- */

/* Take a line that begins or ends one; false: it does neither. */
bool	 template_take_container(struct template *);
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

/* Replace the line `[!note]` that a quotation begins with; false: it is
   none. */
bool	 template_take_callout(struct template *);
/* Replace the mark of a line `! text`; false: it has none. */
bool	 template_take_notice(struct template *);
/* Take the line of a callout of Notion, whose text is Markdown; false: it is
   none. */
bool	 template_take_notion_aside(struct template *);

/* ---- template_indented.c ---- */

/* Replace a line such as `!!! note "title"`; false: it is none. */
bool	 template_take_admonition(struct template *);
/* A line that another file stands for, in code, too: `--8<-- "a.md"`. */
bool	 template_take_snippet(struct template *, const char *p,
	    const char *end);
/* Whether there may be one of these. */
bool	 template_has_admonition(const char *, const char *end);
/* Close those that a line, which has begun, is not in. */
void	 template_leave_indented(struct template *);
/*
 * Behind a tag of Hexo that a pair begins with: take the indentation away that
 * all up to its end has.  And stop that before the end tag is written.
 */
void	 template_dedent(struct template *, const struct template_tag *);
void	 template_end_dedent(struct template *, const struct template_tag *);

/* ---- template_admonition.c ---- */

/* Begin or end a note for a line that begins a fence; false: it is code. */
bool	 template_take_fenced_note(struct template *, const char *p,
	    const char *end);

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
/* Whether a fence may have one, and that of a line of code, if it begins it. */
bool	 template_has_captions(const char *s, const char *end);
bool	 template_has_code_titles(const char *s, const char *end,
	    unsigned dialects);
void	 template_fence_caption(struct template *, const char *p,
	    const char *end);
/* Whether a fence may stand below HTML, and what a line with one becomes. */
bool	 template_has_html_fences(const char *s, const char *end);
bool	 template_take_html_fence(struct template *);
/* The same of one that is indented as code is, in the line at p. */
bool	 template_has_deep_fences(const char *s, const char *end);
bool	 template_take_deep_fence(struct template *, const char *p);

/* ---- template_highlight.c ---- */

/* Take a line of code that is, or ends with, a comment which tells what to
   highlight; false: it stays. */
bool	 template_take_highlight(struct template *, const char *p,
	    const char *end);
/* Before a word, with white space or without behind it, that a span ends
   with; NULL: another does. */
const char *template_before(const char *p, const char *end,
	    const char *word);

/* ---- template_wiki.c ---- */

/* Replace what begins at p, [[ or ![[; false: it stays. */
bool	 template_take_wiki(struct template *, const char *p);
/* The same for what begins with '%', '=' or '^'. */
bool	 template_take_obsidian(struct template *, const char *p);
/* Leave out a line `id:: ...` of Logseq; false: it is none. */
bool	 template_take_block_property(struct template *);
/* Behind `{:height 300, :width 400}` of it at p; NULL: that is not there. */
const char *template_block_size(const struct template *, const char *p);

/* ---- template_wordpress.c ---- */

/* Replace what begins at p, '[' or a backslash; false: it stays.  And whether
   a bracket may begin one. */
bool	 template_take_wordpress(struct template *, const char *p);
bool	 template_is_shortcode(const char *p, const char *end);

/* ---- template_embed.c ---- */

/* The same for `%[URL]` and `![](URL align="left")`, whose '[' is at p. */
bool	 template_take_embed(struct template *, const char *p);
bool	 template_is_embed(const char *p, const char *end);
/* The same for code that is all of a line, `youtube: ID` of Gatsby.  And
   whether there may be any. */
bool	 template_take_embed_code(struct template *, const char *p,
	    const char *end);
bool	 template_has_embed_code(const char *, const char *end);

/* ---- template_mkdocs.c ---- */

/* Take a line that begins or ends a block, `/// note`; false: it is none. */
bool	 template_take_slashes(struct template *);
/* Leave out an icon whose colon is at p; false: it is none. */
bool	 template_take_icon(struct template *, const char *p);
/* Replace keys whose first sign is at p, `++ctrl+c++`; false: there are none.
   And add code in a line of text without its language. */
bool	 template_take_keys(struct template *, const char *p);
bool	 template_take_shebang(struct template *, const char *p,
	    const char *end);

/* ---- template_mdc.c ---- */

/* Take a line whose colons at p begin a component; false: it is none.  Those
   with more than two are known by what is behind their name. */
bool	 template_take_mdc_block(struct template *, const char *p,
	    size_t colons);
bool	 template_has_braces(const char *p, const char *end);
/* Behind the YAML that may stand there, and the title in it. */
const char *template_mdc_yaml(struct template *, const char *line_end,
	    const char **title);
/* Take a line that names a part of a component, `#footer`. */
bool	 template_take_mdc_slot(struct template *);
/* Replace a component whose colon is at p; false: it is none. */
bool	 template_take_mdc_span(struct template *, const char *p);
/* Take a line that is a directive of two colons; false: it is none. */
bool	 template_take_leaf(struct template *);
/* Whether the colon at p may begin one, or one that hides a text. */
bool	 template_is_directive(const char *start, const char *p,
	    const char *end);
/* Whether the colon at p may begin a component. */
bool	 template_is_mdc(const char *start, const char *p, const char *end);
/* Whether there may be one in a line of text. */
bool	 template_has_mdc(const char *, const char *end);

/* ---- template_quarto.c ---- */

/* Leave out a div from its line on; false: it has no end. */
bool	 template_skip_div(struct template *, const char *line_end);
/* Take a line that opens a div, behind its colons; false: it stays. */
bool	 template_take_quarto_div(struct template *, size_t colons,
	    const char *line_end);
/* The same for a bracket, or the '^' before one.  And whether there may be
   spans and notes. */
bool	 template_take_quarto_mark(struct template *, const char *p);
bool	 template_has_spans(const char *);
/* A line of text begins. */
void	 template_quarto_line(struct template *);

/* ---- template_cell.c ---- */

/* Take what is code, when it is not shown as it is; false: it stays. */
bool	 template_take_cell(struct template *, const char *p, const char *end);
/* No line of the cell that the place is in follows. */
void	 template_close_cell(struct template *);

/* ---- template_franklin.c ---- */

/* What is Franklin's at a mark, or in a line; false: it is text. */
bool	 template_take_franklin(struct template *, const char *p);
bool	 template_take_franklin_line(struct template *);

/* ---- template_address.c ---- */

/* Replace what begins at p, if it is an address; false: it is none. */
bool	 template_take_zola_address(struct template *, const char *p);
bool	 template_take_pelican_address(struct template *, const char *p);
/* That of `{static}a.png`, as the value of a tag; NULL: it is no such, or
   not known. */
const char *template_pelican_url(struct template *, const char *address);
/* The same for one whose scheme, which was written already, ends at p. */
bool	 template_take_nikola_address(struct template *, const char *p);
/* The same for the address in a link of Markdown, whose ']' is at p. */
bool	 template_take_docusaurus_address(struct template *, const char *p);

/* ---- template_erb.c ---- */

/* Leave a tag of Ruby whose '<' is at p; false: it is none. */
bool	 template_take_erb(struct template *, const char *p);

/* ---- template_distill.c ---- */

/* Replace an element of it whose '<' is at p; false: it is none. */
bool	 template_take_distill(struct template *, const char *p);
bool	 template_has_distill(const char *);

#endif
