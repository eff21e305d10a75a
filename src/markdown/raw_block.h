/*
 * raw_block - elements of HTML in Markdown, as Kramdown and Python-Markdown
 * read them.
 *
 * To CommonMark HTML ends at a blank line, whatever is open, and nothing in
 * it is Markdown.  To these two a block goes on to its end tag, behind which
 * Markdown begins anew; an element of a line of text begins a paragraph; and
 * with the attribute `markdown` an element holds Markdown, to Python-Markdown
 * also if it has no value.
 */
#ifndef MARKDOWN_RAW_BLOCK_H
#define MARKDOWN_RAW_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Whether one may ask for Markdown by an attribute. */
bool	 raw_block_may_ask(const char *, size_t);

bool	 raw_block_may_be_in(const char *, size_t);

/*
 * Add Markdown that says the same to CommonMark, with STANDIN_NONE and
 * MARKDOWN_BARE in it.
 */
void	 raw_block_adapt(struct buf *, const char *, size_t, bool is_mdx);
void	 raw_block_adapt_extra(struct buf *, const char *, size_t,
	    bool is_mdx);
/* The same where all of them ask, as Kramdown's setting parse_block_html has
   it. */
void	 raw_block_adapt_all(struct buf *, const char *, size_t, bool is_mdx);
/* ... also in tables and lists, and indentation below a tag is none, as Pandoc
   has it. */
void	 raw_block_adapt_pandoc(struct buf *, const char *, size_t,
	    bool is_mdx);

#endif
