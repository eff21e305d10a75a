#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/vectors.h"
#include "writers/chunk.h"

static void
take_room(struct chunk *c)
{
	c->bytes = c->sink->room(c->sink, CHUNK_ROOM);
	c->length = 0;
}

void
chunk_flush(struct chunk *c)
{
	if (c->length > 0)
		c->sink->put(c->sink, c->bytes, c->length);
}

static void
begin_anew(struct chunk *c)
{
	chunk_flush(c);
	take_room(c);
}

void
chunk_share(struct chunk *c, p2f_part *part, const struct p2f_post *post)
{
	chunk_flush(c);
	c->sink->share(c->sink, part, post);
	take_room(c);
}

void
chunk_put_long(struct chunk *c, const char *bytes, size_t n)
{
	if (n <= CHUNK_ROOM) {
		begin_anew(c);
		chunk_put(c, bytes, n);
		return;
	}
	chunk_flush(c);
	c->sink->put(c->sink, bytes, n);
	take_room(c);
}

/* Bytes that are copied and examined at once. */
#define STEP 64
/* Their longest output, with the excess bytes that are copied. */
#define STEP_MAX (STEP * sizeof (struct chunk_escape) + 2 * STEP)

/* Operations that depend on the processor. */
struct way {
	/* Which bytes of a step have an escape, a bit for each. */
	uint64_t	(*find)(const struct chunk_escapes *, const char *);
	void		(*copy)(char *, const char *);	/* a step */
};

/*
 * Escape n bytes, at most a step; two steps must be readable.  The bytes are
 * copied before they are examined, and those after an escaped character are
 * copied again after its escape: copying a vector is cheaper than branching.
 */
static ALWAYS_INLINE char *
escape_step(char *out, const struct chunk_escapes *escapes, const char *p,
    size_t n, const struct way way)
{
	const struct chunk_escape *escape;
	uint64_t found = way.find(escapes, p) & UINT64_MAX >> (STEP - n);
	size_t i;

	way.copy(out, p);
	for (; found != 0; found &= found - 1) {
		i = first_bit(found);
		escape = &escapes->texts[p[i] & 15];
		memcpy(out + i, escape, sizeof *escape);
		out += escape->length - 1;
		way.copy(out + i + 1, p + i + 1);
	}
	return out + n;
}

/* Make room for the output of a step; returns where to write it. */
static inline char *
make_room(struct chunk *c, char *out)
{
	if (out <= c->bytes + CHUNK_ROOM - STEP_MAX)
		return out;
	c->length = (size_t)(out - c->bytes);
	begin_anew(c);
	return c->bytes;
}

/* The last bytes are copied to where enough bytes after them are readable. */
static ALWAYS_INLINE void
escape_steps(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length, const struct way way)
{
	char last[3 * STEP] = { 0 }, *out = c->bytes + c->length;
	size_t n;

	for (; length >= 2 * STEP; p += STEP, length -= STEP)
		out = escape_step(make_room(c, out), escapes, p, STEP, way);
	memcpy(last, p, length);
	for (p = last; length > 0; p += n, length -= n) {
		n = length < STEP ? length : STEP;
		out = escape_step(make_room(c, out), escapes, p, n, way);
	}
	c->length = (size_t)(out - c->bytes);
}

/*
 * Write a short text and examine it in place: most have nothing to escape.
 * False: this one has, or is long.
 */
static ALWAYS_INLINE bool
put_plain(struct chunk *c, const struct chunk_escapes *escapes, const char *p,
    size_t n, const struct way way)
{
	static const char zeros[STEP];
	char *out = c->bytes + c->length;

	if (n == 0 || n > STEP || CHUNK_ROOM - c->length < STEP_MAX)
		return n == 0;
	memcpy(out, p, n);
	way.copy(out + n, zeros);
	if ((way.find(escapes, out) & UINT64_MAX >> (STEP - n)) != 0)
		return false;
	c->length += n;
	return true;
}

static inline void
copy_step(char *out, const char *p)
{
	memcpy(out, p, STEP);
}

#ifdef VECTORS

AVX2 static inline uint64_t
find_in_half(__m256i wanted, const char *p)
{
	__m256i v = _mm256_loadu_si256((const void *)p);

	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v,
	    _mm256_shuffle_epi8(wanted, v)));
}

AVX2 static inline uint64_t
find_by_avx2(const struct chunk_escapes *escapes, const char *p)
{
	const __m256i wanted = _mm256_broadcastsi128_si256(_mm_loadu_si128(
	    (const void *)escapes->characters));

	return find_in_half(wanted, p) |
	    find_in_half(wanted, p + STEP / 2) << STEP / 2;
}

AVX2 static inline void
copy_by_avx2(char *out, const char *p)
{
	__m256i one = _mm256_loadu_si256((const void *)p);
	__m256i two = _mm256_loadu_si256((const void *)(p + STEP / 2));

	_mm256_storeu_si256((void *)out, one);
	_mm256_storeu_si256((void *)(out + STEP / 2), two);
}

static const struct way by_avx2 = { find_by_avx2, copy_by_avx2 };

AVX2 static NEVER_INLINE void
escape_steps_by_avx2(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	escape_steps(c, escapes, p, length, by_avx2);
}

AVX2 static void
escape_by_avx2(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	if (!put_plain(c, escapes, p, length, by_avx2))
		escape_steps_by_avx2(c, escapes, p, length);
}

/* Add to `found` where in a quarter of a step a character occurs. */
static inline void
find_one(__m128i *found, const char *p, __m128i character)
{
	__m128i v = _mm_loadu_si128((const void *)p);

	*found = _mm_or_si128(*found, _mm_cmpeq_epi8(v, character));
}

static inline uint64_t
bits_of(__m128i found, unsigned quarter)
{
	return (uint64_t)_mm_movemask_epi8(found) << quarter * STEP / 4;
}

/* SSE2 has no table lookup: search for each character in turn. */
static inline uint64_t
find_by_sse2(const struct chunk_escapes *escapes, const char *p)
{
	__m128i one = _mm_setzero_si128(), two = one, three = one, four = one;
	__m128i character;
	size_t i;

	for (i = 0; i < sizeof escapes->characters; i++) {
		if (escapes->characters[i] == '\0')
			continue;
		character = _mm_set1_epi8(escapes->characters[i]);
		find_one(&one, p, character);
		find_one(&two, p + STEP / 4, character);
		find_one(&three, p + STEP / 2, character);
		find_one(&four, p + STEP * 3 / 4, character);
	}
	return bits_of(one, 0) | bits_of(two, 1) | bits_of(three, 2) |
	    bits_of(four, 3);
}

static const struct way by_sse2 = { find_by_sse2, copy_step };

static void
escape_by_sse2(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	if (!put_plain(c, escapes, p, length, by_sse2))
		escape_steps(c, escapes, p, length, by_sse2);
}

static chunk_escaper *
escaper(void)
{
	return HAS_AVX2() ? escape_by_avx2 : escape_by_sse2;
}

#else

static inline uint64_t
find_by_bytes(const struct chunk_escapes *escapes, const char *p)
{
	uint64_t found = 0, is_found;
	size_t i;

	for (i = 0; i < STEP; i++) {
		is_found = escapes->characters[p[i] & 15] == p[i];
		found |= is_found << i;
	}
	return found;
}

static const struct way by_bytes = { find_by_bytes, copy_step };

static void
escape_by_bytes(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, size_t length)
{
	if (!put_plain(c, escapes, p, length, by_bytes))
		escape_steps(c, escapes, p, length, by_bytes);
}

static chunk_escaper *
escaper(void)
{
	return escape_by_bytes;
}

#endif

void
chunk_init(struct chunk *c, struct p2f_sink *sink)
{
	c->sink = sink;
	c->escape = escaper();
	take_room(c);
}
