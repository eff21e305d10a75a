/*
 * typo - the known key that was meant by an unknown one.
 */
#ifndef POST_TYPO_H
#define POST_TYPO_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/*
 * Whether two keys differ by one typing error: a letter too many, missing or
 * replaced, or two neighbors swapped.  Case, '-' and '_' do not count; the
 * first letter may be swapped, but not wrong.
 */
bool	 typo_is_slip(const char *typed, const char *meant);

/* Whether a word of three letters or more is a prefix of another. */
bool	 typo_is_short(const char *typed, const char *meant);

/* How many letters of a key count. */
size_t	 typo_length(const char *);

/*
 * A quick check whether it can be one: the first letter is right, or was
 * swapped with the second.
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
