/*
 * glob - path patterns, as the settings of generators have them.
 *
 *	?	one character, but no slash
 *	*	any number of these
 *	**	any number of characters, including slashes; a slash after it
 *		may match nothing
 *	[a-z]	one of these; [!a] and [^a] none of these
 *	{a,b}	either; likewise (a|b) and @(a|b)
 *	!...	at the beginning: everything else
 *
 * A wildcard at the beginning of a name does not match a dot.
 *
 * Generators disagree about patterns, and a post found by one and not by the
 * other would be in the wrong feed: the above is JavaScript's micromatch; the
 * other kinds have rules of their own.  In these, a dot is like any other
 * character, a backslash escapes the next one, and neither '|' nor a '!' at
 * the beginning is special.
 */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include <stdbool.h>

#include "base/arena.h"

enum glob_kind {
	GLOB_MICROMATCH,
	/* A slash is like any other character, but "**" and a slash, at the
	   beginning of a name, match any number of folders. */
	GLOB_PYTHON,
	/* Ruby's File.fnmatch, without and with FNM_PATHNAME: no groups, and
	   "**" only with a slash, at the beginning of a name. */
	GLOB_RUBY,
	GLOB_RUBY_PATH,
	/* gobwas/glob: a slash after "**" is one, and sets match slashes. */
	GLOB_GO
};

/*
 * Whether a pattern matches a whole path.  The time is at most the product of
 * their lengths.  A pattern longer than GLOB_MAX is taken literally, and in
 * one with too many alternatives some are not expanded.
 */
#define GLOB_MAX 1024

bool	 glob_match(enum glob_kind, const char *pattern, const char *path);

/* Whether any of a list of patterns matches. */
bool	 glob_any(enum glob_kind, const struct arena_list *, const char *path);

/*
 * Whether a list of micromatch patterns selects a path: one of them matches,
 * and none after a '!' does.  An empty list selects everything.
 */
bool	 glob_list_takes(const struct arena_list *, const char *path);

#endif
