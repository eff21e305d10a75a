/*
 * markdown - CommonMark with GitHub's extensions, read by md4c.
 *
 * A file name does not tell what a body is: programs write posts whose .md
 * files hold HTML, and blank lines and indentation in it mean nothing.
 * Rendered as Markdown, such a body falls apart, so it is recognised first.
 */
#ifndef MARKDOWN_MARKDOWN_H
#define MARKDOWN_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Whether a body in a Markdown file is HTML already.  In doubt it is not:
 * Markdown may hold HTML, but HTML holds no Markdown, unless it asks for it.
 * It is HTML when
 *
 *  - its first element is a block-level one (or a script or style);
 *  - all text, and all elements but block-level and void ones, stand inside
 *    block-level elements; <p> ends where HTML says so, and other ends of
 *    blocks may be missing only where no bare text follows a blank line in
 *    them;
 *  - no text that follows a blank line, where Markdown would begin anew,
 *    looks like Markdown: a marker of a block (heading, list, quotation,
 *    fence, table, link definition) at its beginning, or a link, strong
 *    emphasis or code up to the next blank line.  Text in <pre> and <code>
 *    does not count, nor does what is indented like code;
 *  - to Python-Markdown, there is no fenced code in it;
 *  - it has something so indented, or no text behind a blank line right in an
 *    element as <div> is, which Markdown makes a paragraph, unless it passes
 *    on all that is in blocks.
 */
bool	 markdown_is_html(const char *, size_t, unsigned dialect);

/*
 * In MDX there is Markdown inside of elements, and other dialects have it in
 * some.  A line that begins with a tag would be an HTML block, but for
 * MARKDOWN_BARE before the tag; and the paragraph that begins so is not put
 * into a <p>, where its last line ends in MARKDOWN_BARE_END.  These two are
 * white space to Markdown, and in no body, for XML forbids them.
 */
#define MARKDOWN_BARE '\f'
#define MARKDOWN_BARE_END '\v'

/* What follows is code in HTML, too, where a fence that opens ends in it. */
#define MARKDOWN_FENCE_END '\t'

/* What programs read otherwise than GitHub. */
enum markdown_dialect {
	MARKDOWN_KRAMDOWN_BLOCKS = 1 << 0,	/* HTML as raw_block.h has it,
					   ... */
	MARKDOWN_IN_HTML = 1 << 1,	/* ... if some of it asks for that */
	MARKDOWN_DEFINITIONS = 1 << 2,	/* lists of them */
	MARKDOWN_TILDES = 1 << 3,	/* single ones are text */
	MARKDOWN_KRAMDOWN_SPANS = 1 << 4,	/* see span.c */
	MARKDOWN_EXTRA_SPANS = 1 << 5,	/* ... and `#Rain` is a heading */
	MARKDOWN_ALL_BLOCKS = 1 << 6,	/* of HTML hold Markdown; instead of
					   MARKDOWN_BLOCKS */
	MARKDOWN_ROWS = 1 << 7,		/* tables as rows.c has them */
	MARKDOWN_EXTRA_BLOCKS = 1 << 8,	/* HTML, where `markdown` asks without
					   a value, too */
	MARKDOWN_SPANS = 1 << 9,	/* see span.c */
	MARKDOWN_FIGURES = 1 << 10,	/* see figure.c */
	MARKDOWN_WIDE_MARKS = 1 << 11,	/* are letters beside a `*` */
	MARKDOWN_BLANK_LABELS = 1 << 12,	/* those of footnotes may hold
					   blanks */
	MARKDOWN_ALL_NOTES = 1 << 13,	/* are shown, referred to or not */
	MARKDOWN_PANDOC_BLOCKS = 1 << 14, /* as ALL_BLOCKS, and further */
	MARKDOWN_HEADINGS = 1 << 15,	/* `#Rain` is one */
	MARKDOWN_FENCED_BLOCKS = 1 << 16, /* as KRAMDOWN_BLOCKS, and fences in
					   HTML hold code */
	MARKDOWN_FLAT = 1 << 17,	/* indentation is no code */
	MARKDOWN_EMOJI = 1 << 18,	/* `:tada:` */

	MARKDOWN_BLOCKS = MARKDOWN_KRAMDOWN_BLOCKS | MARKDOWN_EXTRA_BLOCKS |
	    MARKDOWN_FENCED_BLOCKS,
	MARKDOWN_KRAMDOWN = MARKDOWN_KRAMDOWN_BLOCKS | MARKDOWN_DEFINITIONS |
	    MARKDOWN_KRAMDOWN_SPANS | MARKDOWN_ROWS,
	/* RDiscount, Redcarpet and Maruku. */
	MARKDOWN_OLD = MARKDOWN_KRAMDOWN_BLOCKS | MARKDOWN_EXTRA_SPANS,
	/* Python-Markdown with its extension `extra`. */
	MARKDOWN_EXTRA = MARKDOWN_EXTRA_BLOCKS | MARKDOWN_DEFINITIONS |
	    MARKDOWN_EXTRA_SPANS | MARKDOWN_BLANK_LABELS |
	    MARKDOWN_ALL_NOTES,
	MARKDOWN_PANDOC = MARKDOWN_PANDOC_BLOCKS | MARKDOWN_DEFINITIONS |
	    MARKDOWN_SPANS | MARKDOWN_FIGURES,
	MARKDOWN_GOLDMARK = MARKDOWN_DEFINITIONS | MARKDOWN_TILDES |
	    MARKDOWN_BLANK_LABELS,
	MARKDOWN_IT = MARKDOWN_TILDES,
	/* Where the program is not known: what would be of no use to others. */
	MARKDOWN_ANY = MARKDOWN_IN_HTML | MARKDOWN_DEFINITIONS
};

/* All of it is off in { 0 }. */
struct markdown_options {
	unsigned	 dialect;
	bool		 hard_wraps;	/* a line break is <br> */
	bool		 heading_ids;	/* see html/ids.h */
	bool		 is_mdx;	/* indentation is no code; see
					   MARKDOWN_BARE, too */
	bool		 is_hilite;	/* see markdown/code.h */
	const char	*footnotes;	/* part of their ids; NULL: there are
					   no footnotes */
	/* What stands for the address of a picture, a URI reference with its
	   '&' escaped, or NULL; may be NULL itself. */
	const char	*(*picture)(void *, const char *address);
	void		*context;
};

/*
 * Add the HTML of Markdown: tables, strikethrough, task lists, and bare URLs
 * and mail addresses as links, and footnotes.  Raw HTML is kept; math is left
 * as typed (see math.c).
 * Tables of more than 128 columns, bare URLs where a paragraph has more than
 * 4096, and brackets as in crowd.c stay text: they would take more than linear
 * time.
 */
void	 markdown_render(struct buf *, const char *, size_t,
	    const struct markdown_options *);

#endif
