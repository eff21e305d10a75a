/*
 * pattern - regular expressions of Python, as settings of Pelican and Nikola
 * have them for the names of files: `(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)`.
 */
#ifndef GENERATORS_PATTERN_H
#define GENERATORS_PATTERN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "front/value.h"

/*
 * Whether an extended expression of POSIX takes little memory: a library may
 * copy what is repeated, once more for each time that the copy is, too.
 */
bool	 pattern_is_modest(const char *);

/*
 * Match the beginning of a text, and add a text (struct p2f_value) to the
 * list for each of the named groups, with the group's name as its key.
 * False: the expression is more than can be read here, such as one that
 * looks ahead, or is to match as little as possible.
 */
bool	 pattern_match(struct arena *, const char *pattern, const char *text,
	    struct arena_list *groups);

/*
 * Forget an expression that cannot be read, the value of a setting for names of
 * files, and say so, once for all posts.
 */
void	 pattern_check(struct arena *, const char **pattern,
	    const char *setting, const struct p2f_value *, struct diag *);

/*
 * Add an ASCII text to the buffer with a text in place of each match, without
 * regard to case.  False, and nothing is added: the expression, or the text
 * with its reference to a group, is more than can be read here; or there is
 * very much of it.
 */
bool	 pattern_replace(struct arena *, const char *pattern,
	    const char *replacement, const char *text, struct buf *);

#endif
