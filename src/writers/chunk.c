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

/* Every character of a step that has an escape, one bit for each. */
static inline unsigned
find_escapes(const __m128i *wanted, size_t count, const char *p)
{
	__m128i step = _mm_loadu_si128((const void *)p);
	__m128i found = _mm_cmpeq_epi8(step, wanted[0]);
	size_t i;

	for (i = 1; i < count; i++)
		found = _mm_or_si128(found, _mm_cmpeq_epi8(step, wanted[i]));
	return (unsigned)_mm_movemask_epi8(found);
}

/*
 * All but the last bytes.  A step is copied before it is looked through, and
 * counts as far as it is plain.
 */
static const char *
escape_steps(struct chunk *c, chunk_escapes escapes, const char *p,
    const char *end)
{
	__m128i wanted[CHUNK_CLASS_COUNT];
	const struct chunk_escape *escape;
	size_t count = 0, i;
	unsigned found, n;

	for (i = 0; i < CHUNK_CLASS_COUNT; i++)
		if (escapes[i].length > 0)
			wanted[count++] = _mm_set1_epi8(characters[i]);
	while (count > 0 && end - p >= STEP) {
		if (sizeof c->bytes - c->length < 2 * STEP)
			chunk_flush(c);
		memcpy(c->bytes + c->length, p, STEP);
		found = find_escapes(wanted, count, p);
		n = found == 0 ? STEP : (unsigned)__builtin_ctz(found);
		c->length += n;
		p += n;
		if (found == 0)
			continue;
		escape = &escapes[classes[(unsigned char)*p++]];
		memcpy(c->bytes + c->length, escape->text,
		    sizeof escape->text);
		c->length += escape->length;
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
