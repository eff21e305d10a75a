/*
 * pattern - Python regular expressions for file names, from settings of
 * Pelican and Nikola: `(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)`.
 */
#ifndef GENERATORS_PATTERN_H
#define GENERATORS_PATTERN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "front/value.h"

/*
 * Whether an extended regular expression of POSIX needs little memory: an
 * implementation may copy repeated parts, and nested ones for each copy.
 */
bool	 pattern_is_modest(const char *);

/*
 * Match the beginning of a string, and add a text (struct p2f_value) to the
 * list for each named group, with its name as the key.  False if the
 * expression is not supported, such as with lookahead or non-greedy
 * repetition.
 */
bool	 pattern_match(struct arena *, const char *pattern, const char *text,
	    struct arena_list *groups);

/*
 * Check the value of a setting for file names: if the expression is not
 * supported, report it, once for all posts, and set it to NULL.
 */
void	 pattern_check(struct arena *, const char **pattern,
	    const char *setting, const struct p2f_value *, struct diag *);

/*
 * Append an ASCII string to a buffer with each match replaced, ignoring case.
 * False, and nothing is appended, if the expression or a reference to a group
 * is not supported, or the string is very long.
 */
bool	 pattern_replace(struct arena *, const char *pattern,
	    const char *replacement, const char *text, struct buf *);

#endif
