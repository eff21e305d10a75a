/*
 * title_block - front matter of Pandoc's Markdown: three lines.
 *
 *	% A title
 *	% Ada Example; Bob Example
 *	% 31 May 2024
 *
 * A blank line follows.  Indented lines continue the one above; among the
 * authors, each is another author.
 */
#ifndef FRONT_TITLE_BLOCK_H
#define FRONT_TITLE_BLOCK_H

#include "front/value.h"

/* Length of the block that a text begins with, 0 if it has none. */
size_t	 title_block_length(const struct block *);

/* Read it as a P2F_MAP of `title`, `author` and `date`. */
const struct p2f_value *title_block_read(struct arena *,
	    const struct block *, struct diag *);

#endif
