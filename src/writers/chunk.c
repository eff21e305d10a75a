#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/vectors.h"
#include "writers/chunk.h"

void
chunk_init(struct chunk *c, struct p2f_sink *sink)
{
	c->sink = sink;
	c->length = 0;
}

void
chunk_flush(struct chunk *c)
{
	if (c->length > 0)
		c->sink->put(c->sink, c->bytes, c->length);
	c->length = 0;
}

void
chunk_put_long(struct chunk *c, const char *bytes, size_t n)
{
	chunk_flush(c);
	if (n > sizeof c->bytes)
		c->sink->put(c->sink, bytes, n);
	else
		chunk_put(c, bytes, n);
}

#ifdef VECTORS

/* Bytes that are copied and looked through at once. */
#define STEP 64
/* What they may come to, with what is copied too much. */
#define STEP_MAX (STEP * sizeof (struct chunk_escape) + 2 * STEP)

AVX2 static inline void
copy_step(char *out, const char *p)
{
	__m256i one = _mm256_loadu_si256((const void *)p);
	__m256i two = _mm256_loadu_si256((const void *)(p + STEP / 2));

	_mm256_storeu_si256((void *)out, one);
	_mm256_storeu_si256((void *)(out + STEP / 2), two);
}

/* Which bytes of half a step have an escape, a bit for each. */
AVX2 static inline uint32_t
find_escapes(__m256i wanted, const char *p)
{
	__m256i v = _mm256_loadu_si256((const void *)p);

	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v,
	    _mm256_shuffle_epi8(wanted, v)));
}

/*
 * Escape n bytes, a step at most, of three that can be read.  They are copied
 * before they are looked through, and what is behind a character that has an
 * escape once more behind that: to copy a vector is cheaper than to branch.
 */
AVX2 static inline char *
escape_step(char *out, const struct chunk_escapes *escapes, __m256i wanted,
    const char *p, size_t n)
{
	const struct chunk_escape *escape;
	uint64_t found = find_escapes(wanted, p) |
	    (uint64_t)find_escapes(wanted, p + STEP / 2) << STEP / 2;
	size_t at = 0, i;

	found &= UINT64_MAX >> (STEP - n);
	copy_step(out, p);
	for (; found != 0; found &= found - 1) {
		i = (size_t)__builtin_ctzll(found);
		out += i - at;
		escape = &escapes->texts[(unsigned char)p[i] & 15u];
		memcpy(out, escape, sizeof *escape);
		out += escape->length;
		at = i + 1;
		copy_step(out, p + at);
	}
	return out + (n - at);
}

/* The last bytes are followed by some that can be read, too. */
AVX2 static void
escape_by_vectors(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	const __m256i wanted = _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const void *)escapes->characters));
	char last[4 * STEP] = { 0 }, *out = c->bytes + c->length;
	bool is_last = false;
	size_t n;

	for (; length > 0; p += n, length -= n) {
		if (length < 2 * STEP && !is_last) {
			memcpy(last, p, length);
			p = last;
			is_last = true;
		}
		if (out > c->bytes + sizeof c->bytes - STEP_MAX) {
			c->length = (size_t)(out - c->bytes);
			chunk_flush(c);
			out = c->bytes;
		}
		n = length < STEP ? length : STEP;
		out = escape_step(out, escapes, wanted, p, n);
	}
	c->length = (size_t)(out - c->bytes);
}

#else

static void
escape_by_vectors(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	(void)c;
	(void)escapes;
	(void)p;
	(void)length;
}

#endif

static void
escape_by_bytes(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	const char *end = p + length, *run = p;
	const struct chunk_escape *escape;

	for (; p < end; p++) {
		if (escapes->characters[*p & 15] != *p)
			continue;
		escape = &escapes->texts[*p & 15];
		chunk_put(c, run, (size_t)(p - run));
		chunk_put(c, escape->text, escape->length);
		run = p + 1;
	}
	chunk_put(c, run, (size_t)(end - run));
}

void
chunk_escape(struct chunk *c, const struct chunk_escapes *escapes,
    const char *text, size_t length)
{
	if (HAS_AVX2())
		escape_by_vectors(c, escapes, text, length);
	else
		escape_by_bytes(c, escapes, text, length);
}
