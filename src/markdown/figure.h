/*
 * figure - a picture that is a paragraph, with its text as a caption.
 *
 * Pandoc shows it so; to all others the text stands for the picture alone.
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
