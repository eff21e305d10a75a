/*
 * glob - patterns of paths, as settings of generators have them.
 *
 *	?	one character, but no slash
 *	*	any number of these
 *	**	any number of characters, slashes, too; a slash behind it may
 *		stand for nothing
 *	[a-z]	one of these; [!a] and [^a] none of these
 *	{a,b}	either; not one inside another
 *	!...	at the beginning: everything else
 *
 * A wildcard at the beginning of a name does not stand for a full stop.
 */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include <stdbool.h>

/*
 * Whether a path as a whole is of a pattern.  The time is at most the product
 * of their lengths.  A pattern longer than GLOB_MAX, or with more choices in
 * braces, is of no path.
 */
#define GLOB_MAX 1024

bool	 glob_match(const char *pattern, const char *path);

#endif
