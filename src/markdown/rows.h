/*
 * rows - tables of Kramdown, which has its rules where it likes.
 *
 *	|---
 *	| Month | Rain
 *	|:-|-:|-
 *	| May | 60
 *	|---
 *	| June | 72
 *	|===
 *	| Both | 132
 *
 * GitHub, and md4c with it, wants one rule below a head of one row, as wide as
 * that.  To Kramdown rows are a table without any; a rule above the head is
 * nothing; one of another width does; and further ones end a part of the body.
 * A bar in code is text.
 */
#ifndef MARKDOWN_ROWS_H
#define MARKDOWN_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Whether a line begins with a bar. */
bool	 rows_may_be_in(const char *, size_t);

/*
 * Add Markdown with tables as GitHub has them.  One without a head has
 * STANDIN_NO_HEAD in it.  Rows that begin without a bar are left to others,
 * and so is what is no block by itself: a line of text may hold a bar.
 */
void	 rows_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
