/*
 * raw_fence - fenced code blocks in HTML blocks.
 *
 * Python-Markdown looks for them before anything else, and so also where
 * nothing else is Markdown.
 */
#ifndef MARKDOWN_RAW_FENCE_H
#define MARKDOWN_RAW_FENCE_H

#include <stdbool.h>

#include "base/buf.h"

bool	 raw_fence_may_be_in(const char *, const char *end);

/* The end of the code block whose fence begins at p, or NULL if none does or
   it is not closed.  The characters in `before` may precede the closing
   fence. */
const char *raw_fence_end(const char *p, const char *end, const char *before);
/* Add it as HTML, with STANDIN_NONE for blank lines. */
void	 raw_fence_put(struct buf *, const char *p, const char *end);

#endif
