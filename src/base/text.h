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

/* ---- ASCII characters, regardless of locale ---- */

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

/* Space or \t. */
static inline bool
ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Space, \t \n \v \f \r. */
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

/* Value of a hexadecimal digit. */
static inline unsigned
ascii_hex_value(char c)
{
	return (unsigned)(ascii_is_digit(c) ? c - '0' :
	    ascii_lower(c) - 'a' + 10);
}

/* ---- strings; ascii_ functions ignore case ---- */

/* A copy in lower case. */
char	*ascii_lower_copy(struct arena *, const char *);
/* A copy in which each of the characters in `old` is replaced by `new`. */
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

/* What follows a prefix; NULL: the string does not begin with it. */
static inline const char *
text_after(const char *s, const char *prefix)
{
	return text_has_prefix(s, prefix) ? s + strlen(prefix) : NULL;
}

/* Whether a string is one of the words, a NULL-terminated list. */
bool	 ascii_is_any(const char *, const char *const *words);
bool	 text_is_any(const char *, const char *const *words);
/* Whether it contains one of them. */
bool	 text_holds_any(const char *, const char *const *words);

/* Whether it is a UUID, without braces (RFC 9562 4). */
bool	 text_is_uuid(const char *);

/* Whether it is a number such as 10, -1 or 0.5, without leading zeros and of
   plausible length. */
bool	 text_is_decimal(const char *);
/* Whether all characters are printable ASCII: graphic characters and spaces. */
bool	 text_is_printable(const char *);

/* Parts of a table by character that give all of these the same value. */
#define TEXT_DIGITS(v) ['0'] = v, v, v, v, v, v, v, v, v, v
#define TEXT_LOWER(v) ['a'] = v, v, v, v, v, v, v, v, v, v, v, v, v, \
    v, v, v, v, v, v, v, v, v, v, v, v, v
#define TEXT_UPPER(v) ['A'] = v, v, v, v, v, v, v, v, v, v, v, v, v, \
    v, v, v, v, v, v, v, v, v, v, v, v, v

/*
 * Whether a string is one or more words, which consist of the given characters
 * and are separated by one separator each.
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

/* ---- spans of n bytes; words for ascii_ are given in lower case ---- */

/* Whether the first n characters of both are equal, ignoring case. */
static inline bool
ascii_equal_n(const char *a, const char *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (a[i] != b[i] && ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

/* Whether a span equals a word. */
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

/* Whether a span is one of the words, a NULL-terminated list. */
bool	 ascii_span_is_any(const char *, size_t, const char *const *words);
bool	 text_span_is_any(const char *, size_t, const char *const *words);

/* ---- text from p up to end; words as above ---- */

/* Whether it begins with a word. */
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

/* Whether it ends with a word. */
static inline bool
text_ends(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - p) >= n && memcmp(end - n, word, n) == 0;
}

/* After the first of the words, a NULL-terminated list, that is at p; NULL:
   none is. */
const char *text_after_any(const char *p, const char *end,
	    const char *const *words);

/* After a word of ASCII letters, digits and the given other characters. */
static inline const char *
text_word_end(const char *p, const char *end, const char *marks)
{
	while (p < end && (ascii_is_alnum(*p) || (*p != '\0' &&
	    strchr(marks, *p) != NULL)))
		p++;
	return p;
}

/* The length of such a word, in a string. */
static inline size_t
text_word_length(const char *s, const char *marks)
{
	size_t n = 0;

	while (ascii_is_alnum(s[n]) || (s[n] != '\0' &&
	    strchr(marks, s[n]) != NULL))
		n++;
	return n;
}

/* The value of up to that many hex digits at *p, which moves past them. */
static inline unsigned
text_take_hex(const char **p, const char *end, size_t digits)
{
	unsigned number = 0;

	for (; digits > 0 && *p < end && ascii_is_hex(**p); digits--)
		number = number * 16 + ascii_hex_value(*(*p)++);
	return number;
}

/* How often a character is repeated at p. */
static inline size_t
text_run(const char *p, const char *end, char c)
{
	size_t n = 0;

	while (p + n < end && p[n] == c)
		n++;
	return n;
}

/* The first character that is not a space or tab. */
static inline const char *
text_skip_blanks(const char *p, const char *end)
{
	while (p < end && ascii_is_blank(*p))
		p++;
	return p;
}

/* The first that is not whitespace. */
static inline const char *
text_skip_space(const char *p, const char *end)
{
	while (p < end && ascii_is_space(*p))
		p++;
	return p;
}

/* The first that is whitespace. */
static inline const char *
text_skip_word(const char *p, const char *end)
{
	while (p < end && !ascii_is_space(*p))
		p++;
	return p;
}

/* The end of a span without its trailing spaces and tabs. */
static inline const char *
text_cut_blanks(const char *p, const char *end)
{
	while (end > p && ascii_is_blank(end[-1]))
		end--;
	return end;
}

/* The same without trailing whitespace. */
static inline const char *
text_cut_space(const char *p, const char *end)
{
	while (end > p && ascii_is_space(end[-1]))
		end--;
	return end;
}

/* The start of the line that p is in, or at the end of. */
static inline const char *
text_line_start(const char *start, const char *p)
{
	while (p > start && p[-1] != '\n')
		p--;
	return p;
}

/* ---- searching from p up to end; NULL: not found ---- */

/* The first occurrence of a character. */
static inline const char *
text_find(const char *p, const char *end, char c)
{
	return p == end ? NULL : memchr(p, c, (size_t)(end - p));
}

/* The same; the end, if there is none. */
static inline const char *
text_until(const char *p, const char *end, char c)
{
	p = text_find(p, end, c);
	return p == NULL ? end : p;
}

/* The first occurrence that is followed by one of `seconds`. */
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
 * The first occurrence of a string, in linear time whatever both contain;
 * strstr() takes quadratic time on some machines.
 */
const char *text_search(const char *p, const char *end, const char *text);

/* ---- UTF-8 ---- */

/*
 * Length of the first character, or of the invalid bytes at the start that
 * one U+FFFD replaces.  At least 1, if there is a byte.
 */
size_t	 text_sequence_length(const char *, size_t);
/* Whether that is a character; there is a byte, and *length is as above. */
bool	 text_is_sequence(const char *, size_t, size_t *length);

/* Length of the longest prefix that fits into `room` bytes and does not split
   a character. */
size_t	 text_fit(const char *, size_t, size_t room);

unsigned utf8_next_long(const char **p);

/*
 * Decode the character at *p, which is valid, and step over it.  For invalid
 * UTF-8 it returns some number, and never steps over the end of a string.
 */
static inline unsigned
utf8_next(const char **p)
{
	return (unsigned char)**p < 0x80 ? (unsigned char)*(*p)++ :
	    utf8_next_long(p);
}

/* Whether a byte continues a character rather than beginning one. */
static inline bool
utf8_is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Whether it is a character: a code point that is not a surrogate. */
static inline bool
utf8_has(unsigned code)
{
	return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

/*
 * What a C1 control, U+0080 to U+009F, is meant to be: the character that this
 * byte is in windows-1252; itself, if there is none.
 */
unsigned text_of_control(unsigned);
/* The first C1 control in a text; NULL: there is none. */
const char *text_find_control(const char *, size_t);

/* The number of characters. */
size_t	 text_count(const char *, size_t);
/* Step over that many, or up to the end. */
const char *text_skip(const char *, const char *end, size_t);

/* Line and column (in characters) of an offset, both from 1. */
void	 text_place(const char *, size_t, unsigned *, unsigned *);

/* ---- bytes from outside ---- */

/* What text_clean() found and repaired. */
struct text_faults {
	size_t	 count;
	size_t	 offset;	/* of the first, in the clean text */
	unsigned code;		/* of the first: a code point, or a byte ... */
	bool	 is_byte;	/* ... that is not UTF-8 */
};

/*
 * Append clean text to a buffer: a byte that is not UTF-8 becomes U+FFFD (one
 * for each maximal subpart, as in browsers), a character that XML forbids is
 * dropped, CR and CR LF become LF.
 */
void	 text_clean(struct buf *, const char *, size_t, struct text_faults *);

/* The same as a string; faults may be NULL. */
const char *text_clean_copy(struct arena *, const char *, size_t,
	    struct text_faults *);

/* A file name as clean text: its bytes are not always UTF-8. */
const char *text_clean_name(struct arena *, const char *);

/* Length of the longest prefix that text_clean() would copy unchanged. */
size_t	 text_clean_length(const char *, size_t);
/* The same without vector code, for other machines and for tests. */
size_t	 text_clean_length_scalar(const char *, size_t);

/* The same for a terminal: no control characters either. */
size_t	 text_printable_length(const char *, size_t);

/* ---- whitespace, and other invisible characters ---- */

/* Whitespace to trim: also NBSP, U+3000, U+FEFF, U+200B ... */
bool	 text_is_space(unsigned);
/* Scripts written without spaces between words. */
bool	 text_is_cjk(unsigned);

/* Whether the last character is such whitespace or a control character. */
bool	 text_ends_in_space(const char *, size_t);

/* Text without either at both ends: sets the start, returns the length. */
size_t	 text_trim_span(const char **, size_t);
/* A copy of that; NULL when nothing is left. */
const char *text_trim(struct arena *, const char *);
/* The same for the text from p up to end. */
const char *text_trim_copy(struct arena *, const char *p, const char *end);

/*
 * Directional formatting characters (UAX #9) come along when Arabic or Hebrew
 * is typed or pasted, and are invisible: they are trimmed with whitespace.
 */
bool	 text_is_direction(unsigned);
size_t	 text_trim_unseen_span(const char **, size_t);
/*
 * Numbers and punctuation as on an English keyboard: without such characters,
 * and with ASCII for full-width forms, dashes and quotes.  The string itself
 * if it is printable ASCII.
 */
const char *text_to_keyboard(struct arena *, const char *);
/*
 * Trimmed, with each run of spaces and line breaks inside replaced by one
 * space.  NBSP and U+3000 inside are typography and stay; U+FEFF and control
 * characters are dropped.
 */
const char *text_squeeze(struct arena *, const char *);
/*
 * The same for text that comes in pieces, appended to the buffer.  Whitespace
 * at the end of it stays until no piece will follow.
 */
void	 text_squeeze_add(struct buf *, const char *, size_t);

#endif
