/*
 * Whether front matter contains a character that only libyaml should handle.
 */
#include <limits.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "front/plain_yaml_parts.h"

/* Bytes that are checked at once. */
#define STEP 16

/*
 * Bytes that need a closer look: controls, and first bytes of the characters
 * of Unicode that YAML treats as line breaks or ignores.
 */
static const bool suspects[UCHAR_MAX + 1] = {
	true, true, true, true, true, true, true, true, true, true,
	['\n'] = false, ['\v'] = true, ['\f'] = true, ['\r'] = true,
	[0x0e] = true, true, true, true, true, true, true, true, true, true,
	true, true, true, true, true, true, true, true,
	[0x7f] = true, [0xc2] = true, [0xe2] = true, [0xe3] = true,
	[0xef] = true
};

/* Indentation that is not a space to YAML. */
static bool
is_wide_indentation(const struct scanner *s, const char *p)
{
	return memcmp(p, *p == '\xc2' ? "\xc2\xa0" : "\xe3\x80\x80",
	    *p == '\xc2' ? 2 : 3) == 0 &&
	    (p == s->text || p[-1] == '\n' || p[-1] == ' ');
}

/* Whether a suspect byte really is doubtful.  Tabs have rules of their own. */
static bool
is_doubtful(const struct scanner *s, const char *p)
{
	const char *end = s->end;
	unsigned char c = (unsigned char)*p;

	if (c < 0x80)
		return true;
	if (c == 0xe3)
		return is_wide_indentation(s, p);
	if (c == 0xc2)
		return (unsigned char)p[1] < 0xa0 ||
		    is_wide_indentation(s, p);
	return end - p < 3 || memcmp(p, "\xe2\x80\xa8", 3) == 0 ||
	    memcmp(p, "\xe2\x80\xa9", 3) == 0 ||
	    memcmp(p, "\xef\xbb\xbf", 3) == 0;
}

#ifdef __SSE2__

static inline bool
is_plain_step(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	/* Signed: bytes beyond ASCII are less than a space, too. */
	__m128i bad = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f)),
	    _mm_andnot_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\n')),
	    _mm_cmplt_epi8(v, _mm_set1_epi8(' '))));

	return _mm_movemask_epi8(bad) == 0;
}

/* Skip what is certainly plain, in steps. */
static const char *
skip_plain(const struct scanner *s, const char *p)
{
	while (s->end - p >= STEP && is_plain_step(p))
		p += STEP;
	/* The rest is checked together with what precedes it. */
	return s->end - p < STEP && s->end - s->text >= STEP &&
	    is_plain_step(s->end - STEP) ? s->end : p;
}

#else

static const char *
skip_plain(const struct scanner *s, const char *p)
{
	(void)s;
	return p;
}

#endif

bool
scanner_check(struct scanner *s)
{
	const char *p = s->text, *stop;
	unsigned char all = 0;

	while ((p = skip_plain(s, p)) < s->end) {
		stop = s->end - p < STEP ? s->end : p + STEP;
		for (; p < stop; p++) {
			if (suspects[(unsigned char)*p] &&
			    is_doubtful(s, p))
				return false;
			all |= (unsigned char)*p;
		}
	}
	s->is_ascii = all < 0x80;
	return true;
}
