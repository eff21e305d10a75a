/*
 * Turns bytes from outside into text, and finds how much is clean already,
 * with vector code: every byte that is read passes here, and nearly all of it
 * is clean.  What the vectors cannot tell, the exact position of a fault, is
 * left to the scalar code.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/vectors.h"

#define REPLACEMENT "\xef\xbf\xbd"

static bool
is_xml_char(unsigned c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return c != 0xfffe && c != 0xffff;
}

static bool
is_printable(unsigned c)
{
	/* Bidirectional controls can make a message read as another one. */
	return c >= 0x20 && !(c >= 0x7f && c < 0xa0) && is_xml_char(c) &&
	    !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
}

static bool
is_kept(unsigned c)
{
	return is_xml_char(c) && c != '\r';
}

/* Eight ASCII bytes without control characters; endianness does not matter. */
static bool
is_plain_word(const char *p)
{
	const uint64_t each = 0x0101010101010101;
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return ((word | (word - each * 0x20)) & each * 0x80) == 0;
}

static inline bool
is_plain(char c)
{
	return (c >= ' ' && (unsigned char)c < 0x7f) || c == '\n';
}

size_t
text_clean_length_scalar(const char *s, size_t n)
{
	size_t done = 0, length;
	const char *next;

	while (done < n) {
		if (n - done >= 8 && is_plain_word(s + done)) {
			done += 8;
			continue;
		}
		if (is_plain(s[done])) {
			done++;
			continue;
		}
		if (!text_is_sequence(s + done, n - done, &length))
			break;
		next = s + done;
		if (!is_kept(utf8_next(&next)))
			break;
		done += length;
	}
	return done;
}

#ifdef VECTORS

#define BLOCK 32

/*
 * What can be wrong with two consecutive bytes, one bit each (J. Keiser and
 * D. Lemire, "Validating UTF-8 in less than one instruction per byte", 2021).
 * A fault shows in three tables at once: by the high and the low nibble of the
 * first byte, and by the high nibble of the second.
 */
enum {
	TOO_SHORT = 1 << 0,	/* a lead without a continuation */
	TOO_LONG = 1 << 1,	/* ASCII with a continuation */
	OVERLONG_3 = 1 << 2,	/* E0 80 to E0 9F */
	TOO_LARGE = 1 << 3,	/* from F4 90 on */
	SURROGATE = 1 << 4,	/* ED A0 to ED BF */
	OVERLONG_2 = 1 << 5,	/* C0, C1 */
	/* from F5 80 on; F0 80 to F0 8F */
	TOO_LARGE_80 = 1 << 6, OVERLONG_4 = 1 << 6,
	/* two continuations: valid where a third or fourth byte is due */
	TWO_MORE = 1 << 7,
	ANY_LOW = TOO_SHORT | TOO_LONG | TWO_MORE,
	ABOVE_F4 = ANY_LOW | TOO_LARGE | TOO_LARGE_80,
	BELOW_C0 = TOO_LONG | OVERLONG_2 | TWO_MORE
};

#define TWICE(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) \
	_mm256_setr_epi8((char)(a), (char)(b), (char)(c), (char)(d), \
	    (char)(e), (char)(f), (char)(g), (char)(h), (char)(i), \
	    (char)(j), (char)(k), (char)(l), (char)(m), (char)(n), \
	    (char)(o), (char)(p), (char)(a), (char)(b), (char)(c), \
	    (char)(d), (char)(e), (char)(f), (char)(g), (char)(h), \
	    (char)(i), (char)(j), (char)(k), (char)(l), (char)(m), \
	    (char)(n), (char)(o), (char)(p))

AVX2 static inline __m256i
every(unsigned char c)
{
	return _mm256_set1_epi8((char)c);
}

AVX2 static inline __m256i
high_half(__m256i v)
{
	return _mm256_and_si256(_mm256_srli_epi16(v, 4), every(0x0f));
}

AVX2 static inline __m256i
load(const char *p)
{
	return _mm256_loadu_si256((const void *)p);
}

/* Sets the high bit of each byte that is at least c, which is above 0x80. */
AVX2 static inline __m256i
at_least(__m256i v, unsigned char c)
{
	return _mm256_subs_epu8(v, every((unsigned char)(c - 0x80)));
}

/* By the low nibble, which differs between these two. */
AVX2 static inline __m256i
is_tab_or_line_feed(__m256i v)
{
	const __m256i by_low = TWICE(-1, -1, -1, -1, -1, -1, -1, -1, -1,
	    '\t', '\n', -1, -1, -1, -1, -1);

	return _mm256_cmpeq_epi8(v, _mm256_shuffle_epi8(by_low, v));
}

/* As signed numbers, other controls and bytes beyond ASCII are below ' '. */
AVX2 static inline __m256i
ascii(__m256i v)
{
	return _mm256_or_si256(is_tab_or_line_feed(v),
	    _mm256_cmpgt_epi8(v, every(' ' - 1)));
}

AVX2 static inline bool
are_all(__m256i v)
{
	return _mm256_testc_si256(v, every(0xff));
}

AVX2 static inline bool
is_any(__m256i v)
{
	return !_mm256_testz_si256(v, v);
}

/* Control characters except tab and line feed, by the nibbles of a byte. */
AVX2 static inline __m256i
controls(__m256i v)
{
	const __m256i by_high = TWICE(1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	    0, 0, 0);
	const __m256i by_low = TWICE(3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3, 3,
	    3, 3, 3);

	return _mm256_and_si256(_mm256_shuffle_epi8(by_high, high_half(v)),
	    _mm256_shuffle_epi8(by_low, v));
}

/* The faults of pairs of bytes, the first of which are in `one`. */
AVX2 static inline __m256i
pair_faults(__m256i one, __m256i two)
{
	const __m256i by_high = TWICE(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
	    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TWO_MORE, TWO_MORE,
	    TWO_MORE, TWO_MORE, TOO_SHORT | OVERLONG_2, TOO_SHORT,
	    TOO_SHORT | OVERLONG_3 | SURROGATE,
	    TOO_SHORT | TOO_LARGE | TOO_LARGE_80 | OVERLONG_4);
	const __m256i by_low = TWICE(
	    ANY_LOW | OVERLONG_3 | OVERLONG_2 | OVERLONG_4,
	    ANY_LOW | OVERLONG_2, ANY_LOW, ANY_LOW, ANY_LOW | TOO_LARGE,
	    ABOVE_F4, ABOVE_F4, ABOVE_F4, ABOVE_F4, ABOVE_F4, ABOVE_F4,
	    ABOVE_F4, ABOVE_F4, ABOVE_F4 | SURROGATE, ABOVE_F4, ABOVE_F4);
	const __m256i by_second = TWICE(TOO_SHORT, TOO_SHORT, TOO_SHORT,
	    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
	    BELOW_C0 | OVERLONG_3 | TOO_LARGE_80 | OVERLONG_4,
	    BELOW_C0 | OVERLONG_3 | TOO_LARGE,
	    BELOW_C0 | SURROGATE | TOO_LARGE,
	    BELOW_C0 | SURROGATE | TOO_LARGE,
	    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);

	return _mm256_and_si256(
	    _mm256_shuffle_epi8(by_second, high_half(two)),
	    _mm256_and_si256(_mm256_shuffle_epi8(by_high, high_half(one)),
	    _mm256_shuffle_epi8(by_low, _mm256_and_si256(one, every(0x0f)))));
}

/* Whether a block is at fault, given the text before it. */
AVX2 static inline bool
has_fault(const char *p, __m256i v)
{
	__m256i back1 = load(p - 1), back2 = load(p - 2);
	/* A third byte, of three or four, or a fourth byte is due. */
	__m256i due = _mm256_and_si256(every(TWO_MORE), _mm256_or_si256(
	    at_least(back2, 0xe0), at_least(load(p - 3), 0xf0)));
	/* U+FFFE and U+FFFF */
	__m256i forbidden = _mm256_and_si256(_mm256_cmpeq_epi8(
	    _mm256_or_si256(v, every(1)), every(0xbf)), _mm256_and_si256(
	    _mm256_cmpeq_epi8(back1, every(0xbf)),
	    _mm256_cmpeq_epi8(back2, every(0xef))));

	return is_any(_mm256_or_si256(_mm256_or_si256(forbidden, controls(v)),
	    _mm256_xor_si256(due, pair_faults(back1, v))));
}

/* Skip whole blocks of clean ASCII. */
AVX2 static inline const char *
skip_ascii(const char *p, const char *end)
{
	size_t n;

	for (n = (size_t)(end - p) / (2 * BLOCK); n > 0; n--, p += 2 * BLOCK)
		if (!are_all(_mm256_and_si256(ascii(load(p)),
		    ascii(load(p + BLOCK)))))
			break;
	if (end - p >= BLOCK && are_all(ascii(load(p))))
		p += BLOCK;
	return p;
}

/* The rest after the last block, examined with what precedes it. */
AVX2 static inline const char *
skip_rest(const char *p, const char *end)
{
	const char *last = end - BLOCK;
	__m256i v = load(last);

	return p < end && !are_all(ascii(v)) && has_fault(last, v) ? p : end;
}

/* Skip clean blocks; the last character may be incomplete. */
AVX2 static const char *
skip_clean(const char *start, const char *end)
{
	const char *p = skip_ascii(start, end);
	__m256i v;

	/* A vector looks back by three bytes.  Of eight, at least five are
	   whole characters, or else there is a fault. */
	if (p == start)
		p += text_clean_length_scalar(p, 8);
	if (p - start < 5)
		return p;
	for (;;) {
		do {
			if (end - p < BLOCK)
				return skip_rest(p, end);
			v = load(p);
			if (has_fault(p, v))
				return p;
			p += BLOCK;
		} while (_mm256_movemask_epi8(v) != 0);
		p = skip_ascii(p, end);
	}
}

/* The start of the character that reaches up to p, or beyond it. */
static const char *
character_before(const char *start, const char *p)
{
	const char *q = p;

	while (q > start && p - q < 3 && ((unsigned char)q[-1] & 0xc0) ==
	    0x80)
		q--;
	return q > start && (unsigned char)q[-1] >= 0xc0 ? q - 1 : p;
}

size_t
text_clean_length(const char *s, size_t n)
{
	const char *p = s, *end = s + n;

	if (n >= 8 + BLOCK && HAS_AVX2())
		p = character_before(s, skip_clean(s, end));
	return (size_t)(p - s) + text_clean_length_scalar(p,
	    (size_t)(end - p));
}

#else

size_t
text_clean_length(const char *s, size_t n)
{
	return text_clean_length_scalar(s, n);
}

#endif

static void
note_fault(struct text_faults *faults, size_t offset, unsigned code,
    bool is_byte)
{
	if (faults->count++ > 0)
		return;
	faults->offset = offset;
	faults->code = code;
	faults->is_byte = is_byte;
}

void
text_clean(struct buf *out, const char *s, size_t n,
    struct text_faults *faults)
{
	const char *p = s, *end, *next;
	size_t start = out->length, length;

	/* An empty string may be NULL. */
	if (n == 0)
		return;
	end = s + n;
	while (p < end) {
		length = text_clean_length(p, (size_t)(end - p));
		buf_add(out, p, length);
		p += length;
		if (p == end)
			break;
		if (*p == '\r') {
			buf_putc(out, '\n');
			p += p + 1 < end && p[1] == '\n' ? 2 : 1;
		} else if (text_is_sequence(p, (size_t)(end - p), &length)) {
			next = p;
			note_fault(faults, out->length - start,
			    utf8_next(&next), false);
			p = next;
		} else {
			note_fault(faults, out->length - start,
			    (unsigned char)*p, true);
			buf_puts(out, REPLACEMENT);
			p += length;
		}
	}
}

const char *
text_clean_copy(struct arena *a, const char *s, size_t n,
    struct text_faults *faults)
{
	struct text_faults ignored = { 0 };
	struct buf clean = { 0 };

	text_clean(&clean, s, n, faults == NULL ? &ignored : faults);
	return arena_take(a, &clean);
}

const char *
text_clean_name(struct arena *a, const char *name)
{
	return text_clean_copy(a, name, strlen(name), NULL);
}

size_t
text_printable_length(const char *s, size_t n)
{
	const char *p = s, *end = s + n, *next;
	size_t length;

	while (p < end && text_is_sequence(p, (size_t)(end - p), &length)) {
		next = p;
		if (!is_printable(utf8_next(&next)))
			break;
		p = next;
	}
	return (size_t)(p - s);
}
