/*
 * cluster - characters as readers see them (UAX 29).
 *
 * A flag, a family or a letter with its accents is several code points; text
 * that is cut between them shows something else.  The rules here join too
 * much rather than too little.
 */
#ifndef BODY_CLUSTER_H
#define BODY_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>

struct cluster {
	const char	*end;
	unsigned	 base;		/* its first code point */
	size_t		 count;		/* of code points */
};

/*
 * The one that text, which is valid and not empty, begins with.  No more than
 * max + 1 code points are looked at: a count above max is "too long".
 */
struct cluster cluster_next(const char *, size_t max);

/*
 * Whether one begins between two code points, whatever stands before them.
 * Between regional indicators one may begin although this says no.
 */
bool	 cluster_begins(unsigned before, unsigned c);

#endif
