#include <stdint.h>
#include <string.h>

#include "base/bigram.h"
#include "base/vectors.h"

#ifdef VECTORS

#define STEP 32

/*
 * The bits of bigrams by the low and high nibble of a character, for the first
 * character and for the second.  If a set has several characters, each low
 * nibble is combined with each high one.
 */
struct table {
	unsigned char low[2][16], high[2][16];
};

static void
add(struct table *t, int which, const char *characters, unsigned char bit)
{
	for (; *characters != '\0'; characters++) {
		t->low[which][*characters & 15] |= bit;
		t->high[which][*characters >> 4] |= bit;
	}
}

AVX2 static inline __m256i
load(const char *p)
{
	return _mm256_loadu_si256((const void *)p);
}

AVX2 static inline __m256i
twice(const unsigned char *half)
{
	return _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const void *)half));
}

/* The bits of characters; those beyond ASCII have no low nibble. */
AVX2 static inline __m256i
look_up(__m256i low, __m256i high, __m256i v)
{
	return _mm256_and_si256(_mm256_shuffle_epi8(low, v),
	    _mm256_shuffle_epi8(high, _mm256_and_si256(
	    _mm256_srli_epi16(v, 4), _mm256_set1_epi8(15))));
}

/* The bits of all bytes, or'ed. */
AVX2 static inline unsigned
any_of(__m256i v)
{
	uint64_t words[4], bits;

	_mm256_storeu_si256((void *)words, v);
	bits = words[0] | words[1] | words[2] | words[3];
	bits |= bits >> 32;
	bits |= bits >> 16;
	return (unsigned)((bits | bits >> 8) & 0xff);
}

/* Search that many steps, and the character after them. */
AVX2 static unsigned
find(const char *p, size_t steps, const struct table *t)
{
	const __m256i low = twice(t->low[0]), high = twice(t->high[0]);
	const __m256i low2 = twice(t->low[1]), high2 = twice(t->high[1]);
	__m256i found = _mm256_setzero_si256();

	for (; steps > 0; steps--, p += STEP)
		found = _mm256_or_si256(found, _mm256_and_si256(
		    look_up(low, high, load(p)),
		    look_up(low2, high2, load(p + 1))));
	return any_of(found);
}

unsigned
bigrams_in(const char *s, size_t n, const struct bigram bigrams[BIGRAMS])
{
	const size_t steps = n == 0 ? 0 : (n - 1) / STEP;
	struct table t = { 0 };
	char rest[2 * STEP + 1];
	size_t i;

	if (n == 0 || !HAS_AVX2())
		return ~0u;
	for (i = 0; i < BIGRAMS; i++) {
		add(&t, 0, bigrams[i].first, (unsigned char)(1 << i));
		add(&t, 1, bigrams[i].second, (unsigned char)(1 << i));
	}
	/* With a line break after the text, and one before it. */
	memset(rest, '\n', sizeof rest);
	memcpy(rest, s + steps * STEP, n - steps * STEP);
	rest[2 * STEP] = *s;
	return find(s, steps, &t) | find(rest, 2, &t);
}

#else

unsigned
bigrams_in(const char *s, size_t n, const struct bigram bigrams[BIGRAMS])
{
	(void)s;
	(void)n;
	(void)bigrams;
	return ~0u;
}

#endif
