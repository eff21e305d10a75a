/*
 * bigram - which pairs of characters may stand in a text, at one look.
 *
 * Most texts have none of what is seldom typed.  To look for each thing by
 * its first character stops at many that begin nothing.
 */
#ifndef BASE_BIGRAM_H
#define BASE_BIGRAM_H

#include <stddef.h>

/* One of these characters of ASCII, and behind it one of those. */
struct bigram {
	const char	*first, *second;
};

/* So many are looked for at once. */
#define BIGRAMS 8

/*
 * A bit for each that may stand in a text, with a line break before it and one
 * behind it.  Where a bit is missing there is none; that it is set says less,
 * and without vector code all are.
 */
unsigned bigrams_in(const char *, size_t, const struct bigram[BIGRAMS]);

#endif
