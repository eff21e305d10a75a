/*
 * typo - which key was meant by one that nobody knows.
 */
#ifndef POST_TYPO_H
#define POST_TYPO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/*
 * Whether two keys differ by one slip of the hand: a letter too many, too
 * few or in another's place, or two neighbours that changed places.  Case,
 * '-' and '_' do not count, and a slip spares the beginning of a word.
 */
bool	 typo_is_slip(const char *typed, const char *meant);

/* Whether a word of three letters or more is the beginning of another. */
bool	 typo_is_short(const char *typed, const char *meant);

/* How many letters of a key count. */
size_t	 typo_length(const char *);

/*
 * Whether it can be one, at a glance: the first letter is right, or has
 * changed places with the second.
 */
static inline bool
typo_may_be(const char *typed, const char *meant)
{
	char c = ascii_lower(*typed);

	return *meant != '\0' && (!ascii_is_alpha(c) ||
	    !ascii_is_alpha(meant[1]) || c == ascii_lower(meant[0]) ||
	    c == ascii_lower(meant[1]));
}

#endif
