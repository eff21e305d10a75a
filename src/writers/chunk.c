#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_VECTORS
#include <immintrin.h>
#endif

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

/* NULL: the character stays. */
static inline const struct chunk_escape *
escape_of(const struct chunk_escapes *escapes, char c)
{
	return escapes->characters[c & 15] == c ? &escapes->texts[c & 15] :
	    NULL;
}

#ifdef HAS_VECTORS

/* Bytes that are copied and looked through at once. */
#define STEP 16

/* What a step may come to, with what is copied too much. */
#define STEP_MAX ((STEP + 2) * STEP)

/*
 * All but the last bytes.  A step is copied before it is looked through, and
 * what is behind a character that has an escape once more behind that.
 */
__attribute__((target("ssse3"))) static const char *
escape_steps(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, const char *end)
{
	const __m128i wanted = _mm_loadu_si128((const void *)
	    escapes->characters);
	const struct chunk_escape *escape;
	char *out = c->bytes + c->length;
	unsigned found, n, at;
	__m128i step;

	for (; end - p >= 2 * STEP; p += STEP, out += STEP - at) {
		if (out > c->bytes + sizeof c->bytes - STEP_MAX) {
			c->length = (size_t)(out - c->bytes);
			chunk_flush(c);
			out = c->bytes;
		}
		step = _mm_loadu_si128((const void *)p);
		_mm_storeu_si128((void *)out, step);
		found = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(step,
		    _mm_shuffle_epi8(wanted, step)));
		for (at = 0; found != 0; found &= found - 1) {
			n = (unsigned)__builtin_ctz(found);
			out += n - at;
			escape = &escapes->texts[(unsigned char)p[n] & 15u];
			memcpy(out, escape, sizeof *escape);
			out += escape->length;
			at = n + 1;
			memcpy(out, p + at, STEP);
		}
	}
	c->length = (size_t)(out - c->bytes);
	return p;
}

static bool
has_vectors(void)
{
	return __builtin_cpu_supports("ssse3");
}

#else

static const char *
escape_steps(struct chunk *c, const struct chunk_escapes *escapes,
    const char *p, const char *end)
{
	(void)c;
	(void)escapes;
	(void)end;
	return p;
}

static bool
has_vectors(void)
{
	return false;
}

#endif

void
chunk_escape(struct chunk *c, const struct chunk_escapes *escapes,
    const char *text, size_t length)
{
	const char *p = text, *end = text + length, *run;
	const struct chunk_escape *escape;

	if (has_vectors())
		p = escape_steps(c, escapes, p, end);
	for (run = p; p < end; p++) {
		escape = escape_of(escapes, *p);
		if (escape == NULL)
			continue;
		chunk_put(c, run, (size_t)(p - run));
		chunk_put(c, escape->text, escape->length);
		run = p + 1;
	}
	chunk_put(c, run, (size_t)(end - run));
}
