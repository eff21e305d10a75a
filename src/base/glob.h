/*
 * glob - patterns of paths, as settings of generators have them.
 *
 *	?	one character, but no slash
 *	*	any number of these
 *	**	any number of characters, slashes, too; a slash behind it may
 *		stand for nothing
 *	[a-z]	one of these; [!a] and [^a] none of these
 *	{a,b}	either; so are (a|b) and @(a|b)
 *	!...	at the beginning: everything else
 *
 * A wildcard at the beginning of a name does not stand for a full stop.
 *
 * Generators disagree on patterns, and a post found by one and not by another
 * would be in the wrong feed: this is what JavaScript's micromatch makes of
 * them, and the other kinds have rules of their own.  To these a full stop is
 * like any other character, a backslash takes the meaning from the next one,
 * and neither '|' nor the '!' at the beginning has one.
 */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include <stdbool.h>

#include "base/arena.h"

enum glob_kind {
	GLOB_MICROMATCH,
	/* A slash is like any other character, but "**" and a slash, at the
	   beginning of a name, stand for any number of folders. */
	GLOB_PYTHON,
	/* Ruby's File.fnmatch, without and with FNM_PATHNAME: no groups, and
	   "**" only with a slash, at the beginning of a name. */
	GLOB_RUBY,
	GLOB_RUBY_PATH,
	/* gobwas/glob: a slash behind "**" is one, and sets hold slashes. */
	GLOB_GO
};

/*
 * Whether a path as a whole is of a pattern.  The time is at most the product
 * of their lengths.  One longer than GLOB_MAX is only what it spells, and of
 * one with too many choices a part is lost.
 */
#define GLOB_MAX 1024

bool	 glob_match(enum glob_kind, const char *pattern, const char *path);

/* Whether one of the patterns of a list has it. */
bool	 glob_any(enum glob_kind, const struct arena_list *, const char *path);

/*
 * Whether a list of patterns of micromatch takes a path: one of them does, and
 * none behind a '!'.  An empty list takes all.
 */
bool	 glob_list_takes(const struct arena_list *, const char *path);

#endif
