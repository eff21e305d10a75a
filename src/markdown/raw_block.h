/*
 * raw_block - HTML elements in Markdown, as in Kramdown and Python-Markdown.
 *
 * In CommonMark, HTML ends at a blank line, whatever is open, and contains no
 * Markdown.  In these two, a block extends to its end tag, after which Markdown
 * begins anew; an inline element begins a paragraph; and an element with the
 * attribute `markdown` contains Markdown, in Python-Markdown also if the
 * attribute has no value.
 */
#ifndef MARKDOWN_RAW_BLOCK_H
#define MARKDOWN_RAW_BLOCK_H

#include <stdbool.h>

/* Whether an element may ask for Markdown by an attribute. */
bool	 raw_block_may_ask(const char *, const char *end);

#endif
