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

/* Whether one may ask for Markdown by an attribute. */
bool	 raw_block_may_ask(const char *, const char *end);

#endif
