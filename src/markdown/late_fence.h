/*
 * late_fence - what looks like a fence of code, but stands in a paragraph.
 *
 * Indented like code, a line goes on with the paragraph above, whatever it
 * begins with (CommonMark 4.8).  md4c takes it for a fence; and since what
 * closes one is not indented so far, all that follows would be code.
 */
#ifndef MARKDOWN_LATE_FENCE_H
#define MARKDOWN_LATE_FENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 late_fence_may_be_in(const char *, size_t);

/* Add Markdown with STANDIN_NONE before such. */
void	 late_fence_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
