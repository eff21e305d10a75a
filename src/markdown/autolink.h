/*
 * autolink - bare URLs become links.
 *
 * md4c can find them itself, but each version finds others, most of them fewer
 * than GitHub does; it takes what is in them for the beginning or the end of
 * emphasis, and links them within links.  So they are put between `<` and `>`
 * in the source, where all versions agree.
 */
#ifndef MARKDOWN_AUTOLINK_H
#define MARKDOWN_AUTOLINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 autolink_may_be_in(const char *, size_t);

/* Add Markdown in which they are. */
void	 autolink_mark(struct buf *, const char *, size_t, bool is_mdx);

#endif
