/*
 * crowd - brackets of Markdown that md4c would take more than linear time for.
 *
 * For each one that closes, it goes from the first line of the paragraph to
 * that line, and through all that stands between the two.
 */
#ifndef MARKDOWN_CROWD_H
#define MARKDOWN_CROWD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 crowd_may_be_in(const char *, size_t);

/* Add Markdown with STANDIN_OPEN and STANDIN_CLOSE for such brackets. */
void	 crowd_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
