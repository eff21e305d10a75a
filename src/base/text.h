/*
 * text - UTF-8, and the characters of XML 1.0 (section 2.2).
 *
 * Bytes from outside pass text_clean() once; from then on every string of
 * the program is valid UTF-8 without a character that XML forbids.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

/* ---- characters of ASCII, whatever the locale ---- */

static inline bool
ascii_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_alnum(char c)
{
	return ascii_is_alpha(c) || ascii_is_digit(c);
}

static inline bool
ascii_is_hex(char c)
{
	return ascii_is_digit(c) || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

/* Blank or \t. */
static inline bool
ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Blank, \t \n \v \f \r. */
static inline bool
ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
ascii_is_quote(char c)
{
	return c == '"' || c == '\'';
}

static inline char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline char
ascii_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Of a hexadecimal digit. */
static inline unsigned
ascii_hex_value(char c)
{
	return (unsigned)(ascii_is_digit(c) ? c - '0' :
	    ascii_lower(c) - 'a' + 10);
}

/* ---- texts, up to their NUL; ascii_ is without case ---- */

/* A copy in small letters. */
char	*ascii_lower_copy(struct arena *, const char *);
/* A copy in which another stands for each of some characters. */
const char *text_replace(struct arena *, const char *, const char *old,
	    char new);

bool	 ascii_equal(const char *, const char *);
bool	 ascii_has_prefix(const char *, const char *);
bool	 ascii_has_suffix(const char *, const char *);
bool	 text_has_suffix(const char *, const char *);

static inline bool
text_has_prefix(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

/* What follows a prefix; NULL: a text does not begin so. */
static inline const char *
text_behind(const char *s, const char *prefix)
{
	return text_has_prefix(s, prefix) ? s + strlen(prefix) : NULL;
}

/* Whether it is one of some words, which NULL ends. */
bool	 ascii_is_any(const char *, const char *const *words);
bool	 text_is_any(const char *, const char *const *words);
/* Whether one of them stands in it. */
bool	 text_holds_any(const char *, const char *const *words);

/* Whether it is a UUID, without braces (RFC 9562 4). */
bool	 text_is_uuid(const char *);

/* Whether it is a number such as 10, -1 or 0.5, without a leading zero and
   not too long to be one. */
bool	 text_is_decimal(const char *);
/* Whether all characters are letters, digits, blanks and signs of ASCII. */
bool	 text_is_printable(const char *);

/* Parts of a table by character: all of these have that value. */
#define TEXT_DIGITS(v) ['0'] = v, v, v, v, v, v, v, v, v, v
#define TEXT_LOWER(v) ['a'] = v, v, v, v, v, v, v, v, v, v, v, v, v, \
    v, v, v, v, v, v, v, v, v, v, v, v, v
#define TEXT_UPPER(v) ['A'] = v, v, v, v, v, v, v, v, v, v, v, v, v, \
    v, v, v, v, v, v, v, v, v, v, v, v, v

/*
 * Whether a text is words of some characters, each word but the first behind
 * one separator.
 */
static inline bool
text_is_words(const char *s, const bool *characters, char separator)
{
	while (characters[(unsigned char)*s]) {
		do
			s++;
		while (characters[(unsigned char)*s]);
		if (*s != separator)
			return *s == '\0';
		s++;
	}
	return false;
}

/* ---- spans of n bytes; words for ascii_ are given in small letters ---- */

/* Whether both begin with the same n characters, without case. */
static inline bool
ascii_equal_n(const char *a, const char *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (a[i] != b[i] && ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

/* Whether a span is a word. */
static inline bool
ascii_span_is(const char *s, size_t n, const char *word)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i] != word[i] && ascii_lower(s[i]) != word[i])
			return false;
	return word[n] == '\0';
}

static inline bool
text_span_is(const char *s, size_t n, const char *word)
{
	return n == strlen(word) && memcmp(s, word, n) == 0;
}

/* Whether it is one of some words, which NULL ends. */
bool	 ascii_span_is_any(const char *, size_t, const char *const *words);
bool	 text_span_is_any(const char *, size_t, const char *const *words);

/* ---- what stands at p, before the end; words as above ---- */

/* Whether a word does. */
static inline bool
ascii_begins(const char *p, const char *end, const char *word)
{
	for (; *word != '\0'; p++, word++)
		if (p == end || ascii_lower(*p) != *word)
			return false;
	return true;
}

static inline bool
text_begins(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - p) >= n && memcmp(p, word, n) == 0;
}

/* Whether a word ends what stands from p on. */
static inline bool
text_ends(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - p) >= n && memcmp(end - n, word, n) == 0;
}

/* Behind the first of some words, which NULL ends, that does; NULL: none. */
const char *text_behind_any(const char *p, const char *end,
	    const char *const *words);

/* Behind a word: ASCII letters, digits, and such marks. */
static inline const char *
text_word_end(const char *p, const char *end, const char *marks)
{
	while (p < end && (ascii_is_alnum(*p) || (*p != '\0' &&
	    strchr(marks, *p) != NULL)))
		p++;
	return p;
}

/* The length of such a word. */
static inline size_t
text_word_length(const char *s, const char *marks)
{
	size_t n = 0;

	while (ascii_is_alnum(s[n]) || (s[n] != '\0' &&
	    strchr(marks, s[n]) != NULL))
		n++;
	return n;
}

/* The number that up to so many hex digits make, behind which *p is then. */
static inline unsigned
text_take_hex(const char **p, const char *end, size_t digits)
{
	unsigned number = 0;

	for (; digits > 0 && *p < end && ascii_is_hex(**p); digits--)
		number = number * 16 + ascii_hex_value(*(*p)++);
	return number;
}

/* How many of a character there are in a row. */
static inline size_t
text_run(const char *p, const char *end, char c)
{
	size_t n = 0;

	while (p + n < end && p[n] == c)
		n++;
	return n;
}

/* The first one that is no blank. */
static inline const char *
text_skip_blanks(const char *p, const char *end)
{
	while (p < end && ascii_is_blank(*p))
		p++;
	return p;
}

/* The same of white space. */
static inline const char *
text_skip_space(const char *p, const char *end)
{
	while (p < end && ascii_is_space(*p))
		p++;
	return p;
}

/* The first white space. */
static inline const char *
text_skip_word(const char *p, const char *end)
{
	while (p < end && !ascii_is_space(*p))
		p++;
	return p;
}

/* The end of a span without the blanks that stand there. */
static inline const char *
text_cut_blanks(const char *p, const char *end)
{
	while (end > p && ascii_is_blank(end[-1]))
		end--;
	return end;
}

/* The same of white space. */
static inline const char *
text_cut_space(const char *p, const char *end)
{
	while (end > p && ascii_is_space(end[-1]))
		end--;
	return end;
}

/* Where the line begins that p is in, or ends. */
static inline const char *
text_line_start(const char *start, const char *p)
{
	while (p > start && p[-1] != '\n')
		p--;
	return p;
}

/* ---- what stands from p on; NULL: nothing before the end ---- */

/* The first such character. */
static inline const char *
text_find(const char *p, const char *end, char c)
{
	return p == end ? NULL : memchr(p, c, (size_t)(end - p));
}

/* The same; where there is none, the end. */
static inline const char *
text_until(const char *p, const char *end, char c)
{
	p = text_find(p, end, c);
	return p == NULL ? end : p;
}

/* The first such character that another follows, one of some. */
static inline const char *
text_find_pair(const char *p, const char *end, char c, const char *seconds)
{
	for (; (p = text_find(p, end, c)) != NULL; p++)
		if (end - p > 1 && p[1] != '\0' &&
		    strchr(seconds, p[1]) != NULL)
			return p;
	return NULL;
}

/*
 * The first such text, in linear time whatever both are made of; strstr()
 * takes quadratic time on some machines.
 */
const char *text_search(const char *p, const char *end, const char *text);

/* ---- UTF-8 ---- */

/*
 * Length of the first character, or of the first bytes that are none: what
 * one U+FFFD stands for.  At least 1, when there is a byte.
 */
size_t	 text_sequence_length(const char *, size_t);
/* Whether it is a character; there is a byte, and *length is as above. */
bool	 text_is_sequence(const char *, size_t, size_t *length);

/* Length of the longest beginning that has room in so many bytes, and ends
   between characters. */
size_t	 text_fit(const char *, size_t, size_t room);

unsigned utf8_next_long(const char **p);

/*
 * Decode the character at *p, which is valid, and step over it.  Of what is
 * no UTF-8 it makes some number, and never steps over the end of a text.
 */
static inline unsigned
utf8_next(const char **p)
{
	return (unsigned char)**p < 0x80 ? (unsigned char)*(*p)++ :
	    utf8_next_long(p);
}

/* Whether a byte goes on with a character, and does not begin one. */
static inline bool
utf8_is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Whether there is a character of that code: it is no half of UTF-16. */
static inline bool
utf8_has(unsigned code)
{
	return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

/*
 * What a C1 control, U+0080 to U+009F, is meant as: the character that has
 * this byte in windows-1252; itself, where there is none.
 */
unsigned text_of_control(unsigned);
/* Where the first of them stands in a text; NULL: there is none. */
const char *text_find_control(const char *, size_t);

/* The number of characters. */
size_t	 text_count(const char *, size_t);
/* Step over so many, or up to the end. */
const char *text_skip(const char *, const char *end, size_t);

/* Line and column (in characters) of an offset, both from 1. */
void	 text_place(const char *, size_t, unsigned *, unsigned *);

/* ---- bytes from outside ---- */

/* What text_clean() found and mended. */
struct text_faults {
	size_t	 count;
	size_t	 offset;	/* of the first, in the clean text */
	unsigned code;		/* of the first: a code point, or a byte ... */
	bool	 is_byte;	/* ... that is no UTF-8 */
};

/*
 * Add clean text to a buffer: a byte that is no UTF-8 becomes U+FFFD (one
 * for each maximal subpart, as browsers do), a character that XML forbids is
 * dropped, CR and CR LF become LF.
 */
void	 text_clean(struct buf *, const char *, size_t, struct text_faults *);

/* The same as a string; NULL: it does not matter what was mended. */
const char *text_clean_copy(struct arena *, const char *, size_t,
	    struct text_faults *);

/* The name of a file as clean text: its bytes are not always UTF-8. */
const char *text_clean_name(struct arena *, const char *);

/* Length of the longest prefix that text_clean() would copy as it is. */
size_t	 text_clean_length(const char *, size_t);
/* The same without vector code, for other machines, and to test against. */
size_t	 text_clean_length_scalar(const char *, size_t);

/* The same for a terminal: no control character either. */
size_t	 text_printable_length(const char *, size_t);

/* ---- white space, and what else cannot be seen ---- */

/* White space to cut off the ends: also NBSP, U+3000, U+FEFF, U+200B ... */
bool	 text_is_space(unsigned);
/* Scripts written without blanks between words. */
bool	 text_is_cjk(unsigned);

/* Whether the last character is such white space, or a control character. */
bool	 text_ends_in_space(const char *, size_t);

/* Text without either at both ends: where it begins, and its length. */
size_t	 text_trim_span(const char **, size_t);
/* A copy of that; NULL when nothing is left. */
const char *text_trim(struct arena *, const char *);
/* The same of what stands from a place up to another. */
const char *text_trim_copy(struct arena *, const char *p, const char *end);

/*
 * Marks of the direction of writing (UAX #9) come along when Arabic or Hebrew
 * is typed or pasted, and cannot be seen: cut off the ends with white space.
 */
bool	 text_is_direction(unsigned);
size_t	 text_trim_unseen_span(const char **, size_t);
/*
 * Numbers and signs as they are on a keyboard of English: without such marks,
 * full-width forms, dashes and quotes as ASCII has them.  The text itself if
 * it is printable ASCII.
 */
const char *text_to_keyboard(struct arena *, const char *);
/*
 * Trimmed, and each run of blanks and line breaks inside becomes one blank.
 * NBSP and U+3000 inside are typography and stay; U+FEFF and control
 * characters go.
 */
const char *text_squeeze(struct arena *, const char *);
/*
 * The same for text that comes in pieces: what is in the buffer goes on.
 * White space at the end stays, until no piece will follow.
 */
void	 text_squeeze_add(struct buf *, const char *, size_t);

#endif
