/*
 * figure - captions as Pandoc has them.
 *
 * A picture that is a paragraph has its text as one; to all others that stands
 * for the picture alone.  A paragraph behind `: ` is that of a table.
 */
#ifndef MARKDOWN_FIGURE_H
#define MARKDOWN_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 figure_may_be_in(const char *, size_t);

/* Add Markdown with <figure> in it, and with MARKDOWN_BARE. */
void	 figure_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
