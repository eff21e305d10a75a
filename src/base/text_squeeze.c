/*
 * Whitespace: trimmed at the ends of text, and reduced to one space inside it.
 * Every word of every title, term and summary passes here.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/vectors.h"

/* 0x01 in each byte of a 64-bit word. */
#define EACH UINT64_C(0x0101010101010101)

bool
text_is_printable(const char *s)
{
	size_t n = strlen(s);
	uint64_t word;

	for (; n >= sizeof word; s += sizeof word, n -= sizeof word) {
		memcpy(&word, s, sizeof word);
		if (((word | (word - EACH * ' ') | (word + EACH)) &
		    EACH * 0x80) != 0)
			return false;
	}
	while (*s >= ' ' && *s < 0x7f)
		s++;
	return *s == '\0';
}

bool
text_is_space(unsigned c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
	    c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) ||
	    c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
	    c == 0x3000 || c == 0xfeff;
}

/* What is trimmed: also what HTML makes of "&#8;". */
static bool
is_trimmed(unsigned c)
{
	return c < ' ' || text_is_space(c);
}

static const char *
skip_space(const char *s, const char *end)
{
	const char *next = s;

	while (s < end && is_trimmed(utf8_next(&next)))
		s = next;
	return s;
}

/* The character before p, which is not the start of the text. */
static const char *
character_before(const char *start, const char *p)
{
	do
		p--;
	while (p > start && utf8_is_continuation(*p));
	return p;
}

bool
text_ends_in_space(const char *s, size_t n)
{
	const char *p;

	if (n == 0)
		return false;
	p = character_before(s, s + n);
	return is_trimmed(utf8_next(&p));
}

/* The end of text without its trailing whitespace. */
static const char *
trimmed_end(const char *s, const char *end)
{
	while (text_ends_in_space(s, (size_t)(end - s)))
		end = character_before(s, end);
	return end;
}

size_t
text_trim_span(const char **s, size_t n)
{
	const char *end = *s + n;

	*s = skip_space(*s, end);
	return (size_t)(trimmed_end(*s, end) - *s);
}

const char *
text_trim_copy(struct arena *a, const char *p, const char *end)
{
	size_t n = text_trim_span(&p, (size_t)(end - p));

	return n == 0 ? NULL : arena_strndup(a, p, n);
}

const char *
text_trim(struct arena *a, const char *s)
{
	return text_trim_copy(a, s, s + strlen(s));
}

bool
text_is_direction(unsigned c)
{
	return c == 0x61c || c == 0x200e || c == 0x200f ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_unseen(unsigned c)
{
	return text_is_space(c) || text_is_direction(c);
}

size_t
text_trim_unseen_span(const char **s, size_t n)
{
	const char *end = *s + n, *next = *s, *last;

	while (*s < end && is_unseen(utf8_next(&next)))
		*s = next;
	while (end > *s) {
		next = last = character_before(*s, end);
		if (!is_unseen(utf8_next(&next)))
			break;
		end = last;
	}
	return (size_t)(end - *s);
}

static unsigned
to_keyboard(unsigned c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xff01 + '!';
	if (c >= 0x2018 && c <= 0x201f)
		return c < 0x201c ? '\'' : '"';
	return (c >= 0x2010 && c <= 0x2014) || c == 0x2212 ? '-' : c;
}

const char *
text_to_keyboard(struct arena *a, const char *s)
{
	struct buf out = { 0 };
	unsigned c;

	if (text_is_printable(s))
		return s;
	while (*s != '\0') {
		c = utf8_next(&s);
		if (!text_is_direction(c))
			buf_put_utf8(&out, to_keyboard(c));
	}
	return arena_take(a, &out);
}

/* Whether it is neither breaking whitespace nor a byte order mark. */
static inline bool
is_ordinary(const char *p)
{
	const unsigned char *s = (const unsigned char *)p;

	if (s[0] < 0xc2)
		return s[0] > ' ';
	return !((s[0] == 0xc2 && s[1] == 0x85) ||
	    (s[0] == 0xe2 && s[1] == 0x80 && (s[2] | 1) == 0xa9) ||
	    (s[0] == 0xef && s[1] == 0xbb && s[2] == 0xbf));
}

#ifdef VECTORS

/* Bytes examined at once, and those after them. */
#define STEP 16
#define BEHIND 2

static inline __m128i
load(const char *p)
{
	return _mm_loadu_si128((const void *)p);
}

static inline __m128i
is(__m128i v, char c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

/* Where U+0085, U+2028, U+2029 and U+FEFF begin, or a few similar ones. */
static inline __m128i
is_special(__m128i v, __m128i second, __m128i third)
{
	__m128i separator = _mm_and_si128(is(v, '\xe2'), _mm_and_si128(
	    is(second, '\x80'), is(_mm_or_si128(third, _mm_set1_epi8(1)),
	    '\xa9')));

	return _mm_or_si128(separator, _mm_or_si128(
	    _mm_and_si128(is(v, '\xc2'), is(second, '\x85')),
	    _mm_and_si128(is(v, '\xef'), is(second, '\xbb'))));
}

/* Whether the only whitespace is single spaces, as in most text. */
static bool
is_squeezed(const char *p)
{
	__m128i v = load(p), second = load(p + 1), blank = is(v, ' ');
	__m128i other = _mm_or_si128(_mm_and_si128(blank, is(second, ' ')),
	    _mm_andnot_si128(blank, _mm_cmpeq_epi8(_mm_min_epu8(v,
	    _mm_set1_epi8(' ')), v)));

	if (_mm_movemask_epi8(v) != 0)
		other = _mm_or_si128(other, is_special(v, second,
		    load(p + 2)));
	return _mm_movemask_epi8(other) == 0;
}

#else

#define STEP 8
#define BEHIND 0

/*
 * Eight ASCII characters without consecutive spaces, as in most text.
 * Endianness does not matter.
 */
static bool
is_squeezed(const char *p)
{
	uint64_t word, blanks;

	memcpy(&word, p, sizeof word);
	if (((word | (word - EACH * ' ')) & EACH * 0x80) != 0)
		return false;
	blanks = ~((word ^ EACH * ' ') + EACH * 0x7f) & EACH * 0x80;
	return (blanks & blanks << 8) == 0;
}

#endif

/*
 * Append text to squeezed text, or put it at the start if it begins with a
 * character that stays; there is room for all of it.  Returns the new end.
 */
static char *
squeeze(char *out, const char *s, const char *end)
{
	unsigned c;

	while (s < end) {
		if (end - s >= STEP + BEHIND && is_squeezed(s) &&
		    (*s != ' ' || out[-1] != ' ')) {
			/* In place, the distance may be less than that. */
			memmove(out, s, STEP);
			out += STEP;
			s += STEP;
			continue;
		}
		if (is_ordinary(s)) {
			do
				*out++ = *s++;
			while (s < end && is_ordinary(s));
			continue;
		}
		c = utf8_next(&s);
		if (text_is_space(c) && c != 0xfeff && out[-1] != ' ')
			*out++ = ' ';
	}
	return out;
}

const char *
text_squeeze(struct arena *a, const char *s)
{
	const char *end = s + strlen(s);
	char *copy;

	s = skip_space(s, end);
	end = trimmed_end(s, end);
	if (s == end)
		return NULL;
	copy = arena_span(a, s, end);
	*squeeze(copy, copy, copy + (end - s)) = '\0';
	return copy;
}

void
text_squeeze_add(struct buf *b, const char *s, size_t n)
{
	const char *end = s + n;
	char *out;

	if (b->length == 0)
		s = skip_space(s, end);
	out = buf_reserve(b, (size_t)(end - s));
	out = squeeze(out, s, end);
	*out = '\0';
	b->length = (size_t)(out - b->bytes);
}
