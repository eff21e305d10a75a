/*
 * bigram - which pairs of characters may occur in a text, in one pass.
 *
 * Most texts contain none of the rare constructs.  Searching for each of them
 * by its first character would stop at many that begin nothing.
 */
#ifndef BASE_BIGRAM_H
#define BASE_BIGRAM_H

#include <stddef.h>

/* One of these ASCII characters, followed by one of those. */
struct bigram {
	const char	*first, *second;
};

/* How many are searched for at once. */
#define BIGRAMS 8

/*
 * A bit for each bigram that may occur in a text that is preceded and followed
 * by a line break.  If a bit is clear, its bigram does not occur; a set bit is
 * no proof, and without vector code all bits are set.
 */
unsigned bigrams_in(const char *, size_t, const struct bigram[BIGRAMS]);

#endif
