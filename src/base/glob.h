/*
 * glob - patterns of paths, as settings of generators have them.
 *
 *	?	one character, but no slash
 *	*	any number of these
 *	**	any number of characters, slashes, too; a slash behind it may
 *		stand for nothing
 *	[a-z]	one of these; [!a] and [^a] none of these
 *	{a,b}	either; not one inside another; so are (a|b) and @(a|b)
 *	!...	at the beginning: everything else
 *
 * A wildcard at the beginning of a name does not stand for a full stop.
 *
 * Generators disagree on patterns, and a post found by one and not by another
 * would be in the wrong feed: each kind is read by its own rules.
 *
 *	base/glob		Hexo: JavaScript's micromatch
 *	site/wildcard		Pelican, Nikola, Zola: a slash is like any other
 *				character
 *	generators/jekyll_glob	Jekyll: Ruby's File.fnmatch, with and without
 *				FNM_PATHNAME
 *	generators/hugo_cascade	Hugo: gobwas/glob, in which a star stands for a
 *				full stop, too, and groups can be nested
 */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Whether a path as a whole is of a pattern.  The time is at most the product
 * of their lengths.  A pattern longer than GLOB_MAX, or with too many
 * choices, is of no path.
 */
#define GLOB_MAX 1024

bool	 glob_match(const char *pattern, const char *path);

/*
 * Whether a list of patterns takes a path: one of them does, and none behind
 * a '!'.  An empty list takes all.
 */
bool	 glob_list_takes(const struct arena_list *, const char *path);

#endif
