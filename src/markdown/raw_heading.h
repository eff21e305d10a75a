/*
 * raw_heading - headings in HTML, of which md4c knows <h1> alone.
 *
 * The others would stand in a paragraph, where no heading can.
 */
#ifndef MARKDOWN_RAW_HEADING_H
#define MARKDOWN_RAW_HEADING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 raw_heading_may_be_in(const char *, size_t);

/* Add Markdown in which they are <h1> with a STANDIN_LEVEL. */
void	 raw_heading_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
