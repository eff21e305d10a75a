/*
 * Bigrams: each is found wherever it is, in texts of all lengths around those
 * of vectors; and with vectors only they are.
 */
#include <stdint.h>

#include "base/bigram.h"
#include "base/vectors.h"
#include "pick.h"
#include "tap.h"

enum { ROOM = 150, ROUNDS = 100000 };

/* Several characters share the high or the low half of another. */
static const struct bigram bigrams[BIGRAMS] = {
	{ "!", "!" }, { "=?", "=?" }, { "\n", ":" }, { "<", "hH" },
	{ "[]", "^" }, { "~", "\n" }, { "\x7f", "\x01" }, { "", "" }
};

static bool
has_vectors(void)
{
#ifdef VECTORS
	return HAS_AVX2();
#else
	return false;
#endif
}

static bool
is_one(const char *characters, char c)
{
	return c != '\0' && strchr(characters, c) != NULL;
}

/* There is a line break at both ends. */
static unsigned
bigrams_by_bytes(const char *s, size_t n)
{
	unsigned bits = 0;
	char one = '\n', two;
	size_t i, k;

	for (i = 0; i <= n; i++, one = two) {
		two = i < n ? s[i] : '\n';
		for (k = 0; k < BIGRAMS; k++)
			if (is_one(bigrams[k].first, one) &&
			    is_one(bigrams[k].second, two))
				bits |= 1u << k;
	}
	return bits;
}

static bool
is_right(const char *s, size_t n)
{
	const unsigned got = bigrams_in(s, n, bigrams);
	const unsigned want = bigrams_by_bytes(s, n);

	return n > 0 && has_vectors() ? got == want : (got & want) == want;
}

/* Each by itself, at each offset in texts of all lengths. */
static bool
finds_everywhere(const struct bigram *b)
{
	char text[ROOM];
	size_t n, at;

	for (n = 2; n < ROOM; n++)
		for (at = 0; at + 2 <= n; at++) {
			memset(text, 'x', sizeof text);
			text[at] = *b->first;
			text[at + 1] = *b->second;
			if (!is_right(text, n))
				return false;
		}
	return true;
}

static bool
agrees_with_bytes(void)
{
	static const char characters[] = "!=?\n:<hH[]^~\x7f\x01\xa1\xbd" "abc";
	uint64_t state = 20040131;
	char text[ROOM];
	unsigned i, k;
	size_t n;

	for (i = 0; i < ROUNDS; i++) {
		n = pick(&state, ROOM);
		memset(text, 'x', sizeof text);
		for (k = pick(&state, 12); k > 0; k--)
			text[pick(&state, ROOM)] = characters[pick(&state,
			    sizeof characters - 1)];
		if (!is_right(text, n))
			return false;
	}
	return true;
}

int
main(void)
{
	size_t i;

	for (i = 0; i + 1 < BIGRAMS; i++)
		tap_ok(finds_everywhere(&bigrams[i]), "bigram %zu", i);
	tap_ok(is_right(":", 1) && is_right("~", 1) && is_right("", 0),
	    "line breaks at both ends");
	tap_ok(agrees_with_bytes(), "random texts");
	return tap_end();
}
