/*
 * raw_fence - fenced code in a block of HTML.
 *
 * Python-Markdown looks for it before anything else, and so also where
 * nothing else is Markdown.
 */
#ifndef MARKDOWN_RAW_FENCE_H
#define MARKDOWN_RAW_FENCE_H

#include <stdbool.h>

#include "base/buf.h"

bool	 raw_fence_may_be_in(const char *, const char *end);

/* Where the code ends whose fence begins at p, and in front of whose end such
   characters may stand; NULL: none does, or it has no end. */
const char *raw_fence_end(const char *p, const char *end, const char *before);
/* Add its HTML, which has STANDIN_NONE in the place of a blank line. */
void	 raw_fence_put(struct buf *, const char *p, const char *end);

#endif
