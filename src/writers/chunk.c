#include <limits.h>
#include <stdbool.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "writers/chunk.h"

/* Bytes that are copied and looked through at once. */
#define STEP 16

static const unsigned char classes[UCHAR_MAX + 1] = {
	['&'] = CHUNK_AMPERSAND,
	['<'] = CHUNK_LESS,
	['>'] = CHUNK_GREATER,
	['"'] = CHUNK_QUOTE,
	['\t'] = CHUNK_TAB,
	['\n'] = CHUNK_LINE_FEED,
	['\r'] = CHUNK_RETURN,
	['\\'] = CHUNK_BACKSLASH
};

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
chunk_put(struct chunk *c, const char *bytes, size_t n)
{
	if (n > sizeof c->bytes - c->length)
		chunk_flush(c);
	if (n > sizeof c->bytes) {
		c->sink->put(c->sink, bytes, n);
		return;
	}
	memcpy(c->bytes + c->length, bytes, n);
	c->length += n;
}

void
chunk_puts(struct chunk *c, const char *s)
{
	chunk_put(c, s, strlen(s));
}

#ifdef __SSE2__

static const char characters[CHUNK_CLASS_COUNT] = {
	[CHUNK_AMPERSAND] = '&',
	[CHUNK_LESS] = '<',
	[CHUNK_GREATER] = '>',
	[CHUNK_QUOTE] = '"',
	[CHUNK_TAB] = '\t',
	[CHUNK_LINE_FEED] = '\n',
	[CHUNK_RETURN] = '\r',
	[CHUNK_BACKSLASH] = '\\'
};

/* Vectors of the characters that have an escape. */
struct wanted {
	__m128i	 some[4], more[4];
	bool	 has_more;
};

/* Where one of four characters stands. */
static inline __m128i
find_four(__m128i step, const __m128i *wanted)
{
	return _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(step, wanted[0]),
	    _mm_cmpeq_epi8(step, wanted[1])),
	    _mm_or_si128(_mm_cmpeq_epi8(step, wanted[2]),
	    _mm_cmpeq_epi8(step, wanted[3])));
}

/* Every character of a step that has an escape, one bit for each. */
static inline unsigned
find_escapes(const struct wanted *wanted, __m128i step)
{
	__m128i found = find_four(step, wanted->some);

	if (wanted->has_more)
		found = _mm_or_si128(found, find_four(step, wanted->more));
	return (unsigned)_mm_movemask_epi8(found);
}

/* False: there is nothing to look for. */
static bool
set_wanted(struct wanted *wanted, chunk_escapes escapes)
{
	char list[2 * 4];
	size_t count = 0, i;

	for (i = 0; i < CHUNK_CLASS_COUNT; i++)
		if (escapes[i].length > 0)
			list[count++] = characters[i];
	/* The rest is filled up with one of them. */
	for (i = count; i < sizeof list && count > 0; i++)
		list[i] = list[0];
	for (i = 0; i < 4 && count > 0; i++) {
		wanted->some[i] = _mm_set1_epi8(list[i]);
		wanted->more[i] = _mm_set1_epi8(list[4 + i]);
	}
	wanted->has_more = count > 4;
	return count > 0;
}

/*
 * All but the last bytes.  A step is copied before it is looked through, and
 * what is behind a character that has an escape once more behind that.
 */
static const char *
escape_steps(struct chunk *c, chunk_escapes escapes, const char *p,
    const char *end)
{
	const struct chunk_escape *escape;
	struct wanted wanted;
	unsigned found, n, at;
	char *out;

	if (end - p < 2 * STEP || !set_wanted(&wanted, escapes))
		return p;
	for (; end - p >= 2 * STEP; p += STEP) {
		if (sizeof c->bytes - c->length < (STEP + 2) * STEP)
			chunk_flush(c);
		out = c->bytes + c->length;
		memcpy(out, p, STEP);
		found = find_escapes(&wanted,
		    _mm_loadu_si128((const void *)p));
		for (at = 0; found != 0; found &= found - 1) {
			n = (unsigned)__builtin_ctz(found);
			out += n - at;
			escape = &escapes[classes[(unsigned char)p[n]]];
			memcpy(out, escape->text, sizeof escape->text);
			out += escape->length;
			at = n + 1;
			memcpy(out, p + at, STEP);
		}
		c->length = (size_t)(out + (STEP - at) - c->bytes);
	}
	return p;
}

#else

static const char *
escape_steps(struct chunk *c, chunk_escapes escapes, const char *p,
    const char *end)
{
	(void)c;
	(void)escapes;
	(void)end;
	return p;
}

#endif

void
chunk_escape(struct chunk *c, chunk_escapes escapes, const char *text,
    size_t length)
{
	const char *end = text + length, *p, *run;
	const struct chunk_escape *escape;

	p = run = escape_steps(c, escapes, text, end);
	for (; p < end; p++) {
		escape = &escapes[classes[(unsigned char)*p]];
		if (escape->length == 0)
			continue;
		chunk_put(c, run, (size_t)(p - run));
		chunk_put(c, escape->text, escape->length);
		run = p + 1;
	}
	chunk_put(c, run, (size_t)(end - run));
}
