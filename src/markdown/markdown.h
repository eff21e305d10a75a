/*
 * markdown - CommonMark with GitHub's extensions, parsed by md4c.
 *
 * A file name does not tell what a body is: some programs write posts whose .md
 * files contain HTML, in which blank lines and indentation mean nothing.  Such
 * a body is recognized first, as rendering it as Markdown would break it.
 */
#ifndef MARKDOWN_MARKDOWN_H
#define MARKDOWN_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Whether a body in a Markdown file is already HTML.  In doubt it is not:
 * Markdown may contain HTML, but HTML contains no Markdown unless it asks for
 * it.  It is HTML if
 *
 *  - its first element is block-level (or a script or style);
 *  - all text, and all elements except block-level and void ones, are inside
 *    block-level elements; <p> ends where HTML says so, and other end tags of
 *    blocks may be missing only if no bare text follows a blank line in them;
 *  - no text after a blank line, where Markdown would begin a new block, looks
 *    like Markdown: it does not begin with a block marker (heading, list,
 *    blockquote, fence, table, link definition), and has no link, strong
 *    emphasis or code up to the next blank line.  Text in <pre> and <code> does
 *    not count, nor does anything indented like code;
 *  - for Python-Markdown, it contains no fenced code block;
 *  - something in it is indented like code, or no text after a blank line is
 *    directly in an element like <div>, where Markdown would make it a
 *    paragraph; not required if the dialect copies the content of blocks.
 */
bool	 markdown_is_html(const char *, size_t, unsigned dialect);

/*
 * MDX has Markdown inside elements, and other dialects have it in some.  A line
 * that begins with a tag would be an HTML block, unless MARKDOWN_BARE precedes
 * the tag; and the paragraph that begins there gets no <p> if its last line
 * ends in MARKDOWN_BARE_END.  These two are whitespace to Markdown, and occur
 * in no body because XML forbids them.
 */
#define MARKDOWN_BARE '\f'
#define MARKDOWN_BARE_END '\v'

/* Ends the line of an opening fence that makes a code block even in HTML. */
#define MARKDOWN_FENCE_END '\t'

/* What programs read differently from GitHub. */
enum markdown_dialect {
	MARKDOWN_KRAMDOWN_BLOCKS = 1 << 0,	/* HTML as in raw_block.h */
	MARKDOWN_IN_HTML = 1 << 1,	/* the same, if an element asks */
	MARKDOWN_DEFINITIONS = 1 << 2,	/* definition lists */
	MARKDOWN_TILDES = 1 << 3,	/* single ones are text */
	MARKDOWN_KRAMDOWN_SPANS = 1 << 4,	/* see span.c */
	MARKDOWN_EXTRA_SPANS = 1 << 5,	/* see span.c; `#Rain` is a heading */
	MARKDOWN_ALL_BLOCKS = 1 << 6,	/* all HTML blocks hold Markdown;
					   used instead of MARKDOWN_BLOCKS */
	MARKDOWN_ROWS = 1 << 7,		/* tables, see rows.c */
	MARKDOWN_EXTRA_BLOCKS = 1 << 8,	/* HTML as in raw_block.h; `markdown`
					   needs no value */
	MARKDOWN_SPANS = 1 << 9,	/* see span.c */
	MARKDOWN_FIGURES = 1 << 10,	/* see figure.c */
	MARKDOWN_WIDE_MARKS = 1 << 11,	/* beside a `*`, CJK punctuation is
					   like letters */
	MARKDOWN_BLANK_LABELS = 1 << 12,	/* those of footnotes may
						   contain spaces */
	MARKDOWN_ALL_NOTES = 1 << 13,	/* all footnotes are shown */
	MARKDOWN_PANDOC_BLOCKS = 1 << 14, /* as ALL_BLOCKS, and more */
	MARKDOWN_HEADINGS = 1 << 15,	/* `#Rain` is a heading */
	MARKDOWN_FENCED_BLOCKS = 1 << 16, /* as KRAMDOWN_BLOCKS, with fenced
					     code blocks in HTML */
	MARKDOWN_FLAT = 1 << 17,	/* indentation is not code */
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
	/* If the program is unknown: what would be useless text elsewhere. */
	MARKDOWN_ANY = MARKDOWN_IN_HTML | MARKDOWN_DEFINITIONS
};

/* { 0 } turns everything off. */
struct markdown_options {
	unsigned	 dialect;
	bool		 hard_wraps;	/* a line break is <br> */
	bool		 heading_ids;	/* see html/ids.h */
	bool		 is_mdx;	/* indentation is not code; see also
					   MARKDOWN_BARE */
	bool		 is_hilite;	/* see markdown/code.h */
	const char	*footnotes;	/* part of their ids; NULL: no
					   footnotes */
	/* Returns what replaces the URL of an image, a URI reference with
	   '&' escaped, or NULL; may be NULL itself. */
	const char	*(*image)(void *, const char *address);
	void		*context;
};

/*
 * Add Markdown as HTML, with tables, strikethrough, task lists, footnotes, and
 * links for bare URLs and mail addresses.  Raw HTML is kept; math is left as
 * typed (see math.c).
 *
 * Tables of more than 128 columns, bare URLs in a paragraph with more than 4096
 * of them, and brackets as in crowd.c stay text: they would take more than
 * linear time.
 */
void	 markdown_render(struct buf *, const char *, size_t,
	    const struct markdown_options *);

#endif
