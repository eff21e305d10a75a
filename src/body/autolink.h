/*
 * autolink - bare URLs that md4c would not link as a reader expects.
 *
 * What is in a URL it takes for the beginning or the end of emphasis all the
 * same, so that tags cross each other; a URL right behind a letter that is no
 * ASCII, as in Chinese, is none for it, and one goes on over the punctuation
 * of such text.  These are put between `<` and `>`.
 */
#ifndef BODY_AUTOLINK_H
#define BODY_AUTOLINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 autolink_may_be_in(const char *, size_t);

/* Add Markdown in which they are. */
void	 autolink_mark(struct buf *, const char *, size_t, bool is_mdx);

#endif
