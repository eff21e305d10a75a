#define _GNU_SOURCE	/* memmem: in POSIX since 2024 */

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/vectors.h"

bool
ascii_has_prefix(const char *s, const char *prefix)
{
	for (; *prefix != '\0'; s++, prefix++)
		if (*s != *prefix && ascii_lower(*s) != ascii_lower(*prefix))
			return false;
	return true;
}

bool
ascii_has_suffix(const char *s, const char *suffix)
{
	size_t n = strlen(s), k = strlen(suffix);

	return n >= k && ascii_equal(s + n - k, suffix);
}

bool
ascii_is_any(const char *s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (ascii_lower(*s) == ascii_lower(**words) &&
		    ascii_equal(s, *words))
			return true;
	return false;
}

bool
ascii_span_is_any(const char *s, size_t n, const char *const *words)
{
	for (; *words != NULL; words++)
		if (ascii_span_is(s, n, *words))
			return true;
	return false;
}

bool
text_is_any(const char *s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(s, *words) == 0)
			return true;
	return false;
}

bool
text_holds_any(const char *s, const char *const *words)
{
	while (*words != NULL && strstr(s, *words) == NULL)
		words++;
	return *words != NULL;
}

const char *
text_after_any(const char *p, const char *end, const char *const *words)
{
	for (; *words != NULL; words++)
		if (text_begins(p, end, *words))
			return p + strlen(*words);
	return NULL;
}

bool
text_span_is_any(const char *s, size_t n, const char *const *words)
{
	for (; *words != NULL; words++)
		if (text_span_is(s, n, *words))
			return true;
	return false;
}

bool
text_is_uuid(const char *s)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		if (i == 8 || i == 13 || i == 18 || i == 23 ?
		    s[i] != '-' : !ascii_is_hex(s[i]))
			return false;
	return i == 36;
}

bool
text_has_suffix(const char *s, const char *suffix)
{
	size_t n = strlen(s), k = strlen(suffix);

	return n >= k && strcmp(s + n - k, suffix) == 0;
}

const char *
text_search(const char *p, const char *end, const char *text)
{
	return memmem(p, (size_t)(end - p), text, strlen(text));
}

unsigned
text_of_control(unsigned c)
{
	static const unsigned short windows_1252[] = {
		0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
		0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
		0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178
	};

	return windows_1252[c - 0x80];
}

const char *
text_find_control(const char *s, size_t n)
{
	const char *end = s + n;

	for (; (s = memchr(s, 0xc2, (size_t)(end - s))) != NULL; s += 2)
		if ((unsigned char)s[1] < 0xa0)
			return s;
	return NULL;
}

char *
ascii_lower_copy(struct arena *a, const char *s)
{
	char *copy = arena_strdup(a, s), *p;

	for (p = copy; *p != '\0'; p++)
		*p = ascii_lower(*p);
	return copy;
}

const char *
text_replace(struct arena *a, const char *s, const char *old, char new)
{
	char *copy = arena_strdup(a, s), *p;

	for (p = copy; (p = strpbrk(p, old)) != NULL;)
		*p = new;
	return copy;
}

bool
ascii_equal(const char *a, const char *b)
{
	/* Mostly they are identical. */
	for (; *a != '\0'; a++, b++)
		if (*a != *b && ascii_lower(*a) != ascii_lower(*b))
			return false;
	return *b == '\0';
}

/*
 * The second byte of a sequence is what excludes overlong forms, surrogates
 * and code points above U+10FFFF (Unicode 15, table 3-7).
 */
static bool
is_second_byte(unsigned char lead, unsigned char c)
{
	switch (lead) {
	case 0xe0:
		return c >= 0xa0 && c <= 0xbf;
	case 0xed:
		return c >= 0x80 && c <= 0x9f;
	case 0xf0:
		return c >= 0x90 && c <= 0xbf;
	case 0xf4:
		return c >= 0x80 && c <= 0x8f;
	default:
		return c >= 0x80 && c <= 0xbf;
	}
}

static size_t
expected_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	if (lead >= 0xf0 && lead <= 0xf4)
		return 4;
	return 0;
}

bool
text_is_sequence(const char *s, size_t n, size_t *length)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t want = expected_length(p[0]), i;

	for (i = 1; i < want && i < n; i++)
		if (i == 1 ? !is_second_byte(p[0], p[1]) :
		    (p[i] & 0xc0) != 0x80)
			break;
	*length = i;
	return i == want;
}

size_t
text_sequence_length(const char *s, size_t n)
{
	size_t length;

	if (n == 0)
		return 0;
	text_is_sequence(s, n, &length);
	return length;
}

size_t
text_fit(const char *s, size_t n, size_t room)
{
	size_t fits = 0, next;

	for (; fits < n; fits += next) {
		next = text_sequence_length(s + fits, n - fits);
		if (fits + next > room)
			break;
	}
	return fits;
}

unsigned
utf8_next_long(const char **p)
{
	const unsigned char *s = (const unsigned char *)*p;
	size_t n = expected_length(s[0]), i;
	unsigned c = n > 1 ? s[0] & (0x7fu >> n) : s[0];

	for (i = 1; i < n && (s[i] & 0xc0) == 0x80; i++)
		c = c << 6 | (s[i] & 0x3fu);
	*p += i;
	return c;
}

bool
text_is_cjk(unsigned c)
{
	return (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xf900 && c <= 0xfaff) ||
	    (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xffef) ||
	    (c >= 0x20000 && c <= 0x3ffff) ||
	    /* Thai, Lao, Myanmar, Khmer: no spaces between words either */
	    (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) ||
	    (c >= 0x1780 && c <= 0x17ff) ||
	    /* the separators of Tibetan syllables and Ge'ez words */
	    c == 0x0f0b || c == 0x1361;
}

#ifdef VECTORS

#define STEP 16

/* How many of STEP bytes begin a character. */
static size_t
count_step(const char *p)
{
	const __m128i last = _mm_set1_epi8('\xbf'), one = _mm_set1_epi8(1);
	__m128i v = _mm_loadu_si128((const void *)p);
	/* Continuation bytes are the lowest, as signed numbers. */
	__m128i sums = _mm_sad_epu8(_mm_and_si128(_mm_cmpgt_epi8(v, last),
	    one), _mm_setzero_si128());

	return (size_t)_mm_cvtsi128_si64(sums) +
	    (size_t)_mm_extract_epi16(sums, 4);
}

#else

#define STEP 8

/* The same for a word; endianness does not matter. */
static size_t
count_step(const char *p)
{
	const uint64_t each = 0x0101010101010101;
	uint64_t word, others;

	memcpy(&word, p, sizeof word);
	others = word >> 7 & ~word >> 6 & each;
	return STEP - (size_t)(others * each >> 56);
}

#endif

size_t
text_count(const char *s, size_t n)
{
	const char *end = s + n;
	size_t count = 0;

	for (; end - s >= STEP; s += STEP)
		count += count_step(s);
	for (; s < end; s++)
		count += !utf8_is_continuation(*s);
	return count;
}

const char *
text_skip(const char *s, const char *end, size_t count)
{
	size_t n;

	for (; end - s >= STEP; s += STEP, count -= n) {
		n = count_step(s);
		if (n > count)
			break;
	}
	for (; s < end; s++) {
		if (utf8_is_continuation(*s))
			continue;
		if (count-- == 0)
			break;
	}
	return s;
}

void
text_place(const char *s, size_t offset, unsigned *line, unsigned *column)
{
	size_t i;

	*line = *column = 1;
	for (i = 0; i < offset; i++) {
		if (s[i] == '\n') {
			++*line;
			*column = 1;
		} else if (!utf8_is_continuation(s[i])) {
			++*column;
		}
	}
}

bool
text_is_decimal(const char *s)
{
	const char *digits = s += *s == '-';

	while (ascii_is_digit(*s))
		s++;
	if (s == digits || (*digits == '0' && s - digits > 1))
		return false;
	if (*s == '.' && ascii_is_digit(s[1]))
		while (ascii_is_digit(*++s))
			continue;
	return *s == '\0' && s - digits < 16;
}
