/*
 * tabs - those that code begins its lines with, which md4c makes blanks of.
 */
#ifndef BODY_TABS_H
#define BODY_TABS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 tabs_may_be_in(const char *, size_t);

/* Add Markdown in which they are STANDIN_TAB. */
void	 tabs_keep(struct buf *, const char *, size_t, bool is_mdx);

#endif
