/*
 * flood - long targets of links that stand once in Markdown, and are written
 * wherever a link refers to them.
 *
 * `[a]: /very/long "and so on"` and many times `[a]` would make more than
 * linear output.  Later versions of md4c have a limit like this one; cmark
 * does, too.
 */
#ifndef MARKDOWN_FLOOD_H
#define MARKDOWN_FLOOD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 flood_may_be_in(const char *, size_t);

/* Add Markdown in which such definitions are text. */
void	 flood_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
