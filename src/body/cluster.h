/*
 * cluster - characters as readers see them (UAX 29).
 *
 * A flag, a family or an accented letter is several code points; text cut
 * between them shows something else.  In doubt, these rules join code points.
 */
#ifndef BODY_CLUSTER_H
#define BODY_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>

struct cluster {
	const char	*end;
	unsigned	 base;		/* its first code point */
	size_t		 count;		/* in code points */
};

/*
 * The first cluster of a text, which must be valid and not empty.  Reads at
 * most max + 1 code points: a count above max means "too long".
 */
struct cluster cluster_next(const char *, size_t max);

/*
 * Whether a cluster begins between two code points, whatever precedes them.
 * Between regional indicators one may begin even if this returns false.
 */
bool	 cluster_begins(unsigned before, unsigned c);

#endif
