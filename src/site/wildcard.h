/*
 * wildcard - patterns of file names as Python and Zola have them, in which
 * a slash is a character like any other (base/glob.h has the other kind).
 *
 * `*` and `?` stand for any characters, also a slash; `**` and a slash, at
 * the beginning of a part, for any number of folders, also none; `[a-z]` and
 * `[!a-z]` for one character; `{a,b}` for one of some texts; `\` takes the
 * meaning from the next character.
 */
#ifndef SITE_WILDCARD_H
#define SITE_WILDCARD_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Add a pattern to a list.  Of one with very many braces a part is lost, and
 * those of a very long one stand for themselves.
 */
void	 wildcard_add(struct arena *, struct arena_list *, const char *pattern);

/* Whether one of the patterns of such a list stands for all of a text. */
bool	 wildcard_matches(const struct arena_list *, const char *text);

#endif
