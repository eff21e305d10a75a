/*
 * typo - which key was meant by one that nobody knows.
 */
#ifndef POST_TYPO_H
#define POST_TYPO_H

#include <stdbool.h>

/*
 * Whether two keys differ by one slip of the hand: a letter too many, too
 * few or in another's place, or two neighbours that changed places.  Case,
 * '-' and '_' do not count, and a slip spares the beginning of a word.
 */
bool	 typo_is_slip(const char *typed, const char *meant);

#endif
