/*
 * Decoding and writing HTML character references.
 */
#include <limits.h>
#include <string.h>

#include "base/entity.h"
#include "base/text.h"
#include "base/vectors.h"
#include "html/markup.h"
#include "html/plain.h"

enum {
	REPLACEMENT = 0xfffd,
	NAME_LENGTH_MAX = 8,		/* of HTML 4: "thetasym" */
	ASCII_NAME_LENGTH_MAX = 16
};

/* ASCII and upper-case names, which are also read without a semicolon.  The
   first four are for code_of(). */
static const struct {
	char		 name[NAME_LENGTH_MAX];
	unsigned	 code;
} names[] = {
	{ "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' },
	{ "AMP", '&' }, { "LT", '<' }, { "GT", '>' }, { "QUOT", '"' },
	{ "COPY", 0xa9 }, { "REG", 0xae }
};

/* HTML 5 names of ASCII characters, which may be markup or part of a URL. */
static const struct {
	char		 name[ASCII_NAME_LENGTH_MAX + 1];
	char		 c;
} ascii_names[] = {
	{ "DiacriticalGrave", '`' }, { "Hat", '^' }, { "NewLine", '\n' },
	{ "Tab", '\t' }, { "UnderBar", '_' }, { "VerticalLine", '|' },
	{ "ast", '*' }, { "bsol", '\\' }, { "colon", ':' }, { "comma", ',' },
	{ "commat", '@' }, { "dollar", '$' }, { "equals", '=' },
	{ "excl", '!' }, { "grave", '`' }, { "lbrace", '{' },
	{ "lbrack", '[' }, { "lcub", '{' }, { "lowbar", '_' }, { "lpar", '(' },
	{ "lsqb", '[' }, { "midast", '*' }, { "num", '#' }, { "percnt", '%' },
	{ "period", '.' }, { "plus", '+' }, { "quest", '?' },
	{ "rbrace", '}' }, { "rbrack", ']' }, { "rcub", '}' }, { "rpar", ')' },
	{ "rsqb", ']' }, { "semi", ';' }, { "sol", '/' }, { "verbar", '|' },
	{ "vert", '|' }
};

struct reference {
	unsigned	 code;
	size_t		 length;	/* in the source; 0: not a reference */
};

/* WHATWG 13.2.5.80: &#128; to &#159; mean windows-1252. */
static unsigned
repair_code(unsigned code)
{
	if (code >= 0x80 && code < 0xa0)
		return text_of_control(code);
	if (code == 0 || !utf8_has(code))
		return REPLACEMENT;
	return code == '\r' ? '\n' : code;
}

/* XML 1.0 2.2, for the results of repair_code(). */
static bool
is_xml_char(unsigned code)
{
	return code == '\t' || code == '\n' ||
	    (code >= 0x20 && code != 0xfffe && code != 0xffff);
}

/* "&#65;", "&#x41;"; the semicolon is optional. */
static struct reference
read_number(const char *s, const char *end)
{
	unsigned code;
	size_t n = entity_number(s + 1, end, &code);
	const char *p = s + 1 + n;

	if (n == 0)
		return (struct reference){ 0 };
	p += p < end && *p == ';';
	return (struct reference){ repair_code(code), (size_t)(p - s) };
}

/* The code point of a name that needs no semicolon: one of the above, or of
   U+00A0 to U+00FF; 0 if there is none. */
static unsigned
legacy_code(const char *name)
{
	unsigned code = entity_code(name);
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i].name) == 0)
			return names[i].code;
	return code >= 0xa0 && code <= 0xff ? code : 0;
}

/* The longest such name that is a prefix of a word. */
static struct reference
read_legacy_name(const char *word, size_t length)
{
	char name[NAME_LENGTH_MAX + 1] = "";
	unsigned code = 0;

	memcpy(name, word, length);
	for (; length > 0; name[--length] = '\0')
		if ((code = legacy_code(name)) != 0)
			break;
	return (struct reference){ code, length };
}

static struct reference
read_ascii_name(const char *s, const char *end)
{
	size_t i, n;

	for (i = 0; i < sizeof ascii_names / sizeof *ascii_names; i++) {
		n = strlen(ascii_names[i].name);
		if ((size_t)(end - s) > n + 1 && s[n + 1] == ';' &&
		    memcmp(s + 1, ascii_names[i].name, n) == 0)
			return (struct reference){
			    (unsigned)ascii_names[i].c, n + 2 };
	}
	return (struct reference){ 0 };
}

/* Nearly all names that occur are among these four. */
static unsigned
code_of(const char *name)
{
	size_t i;

	for (i = 0; i < 4; i++)
		if (*name == *names[i].name &&
		    strcmp(name, names[i].name) == 0)
			return names[i].code;
	return entity_code(name);
}

static struct reference
read_name(const char *s, const char *end, bool in_attribute)
{
	char name[NAME_LENGTH_MAX + 1] = "";
	struct reference legacy;
	unsigned code;
	const char *p = s + 1;

	while (p < end && p - s <= NAME_LENGTH_MAX && ascii_is_alnum(*p))
		p++;
	if (p == s + 1)
		return (struct reference){ 0 };
	memcpy(name, s + 1, (size_t)(p - s - 1));
	if (p < end && *p == ';') {
		code = code_of(name);
		if (code != 0)
			return (struct reference){ code,
			    (size_t)(p + 1 - s) };
	}
	legacy = read_legacy_name(name, (size_t)(p - s - 1));
	if (legacy.length == 0)
		return read_ascii_name(s, end);
	legacy.length++;
	p = s + legacy.length;
	if (p < end && *p == ';')
		legacy.length++;
	else if (in_attribute && p < end &&
	    (*p == '=' || ascii_is_alnum(*p)))
		legacy.length = 0;
	return legacy;
}

void
plain_decode(struct buf *out, const char *s, size_t n, bool in_attribute)
{
	const char *end = s + n, *p;
	struct reference reference;

	while (s < end) {
		p = text_until(s, end, '&');
		buf_add_span(out, s, p);
		s = p;
		if (s == end)
			break;
		reference = end - s > 1 && s[1] == '#' ?
		    read_number(s, end) : read_name(s, end, in_attribute);
		if (reference.length == 0)
			buf_putc(out, '&');
		else if (is_xml_char(reference.code))
			buf_put_utf8(out, reference.code);
		s += reference.length == 0 ? 1 : reference.length;
	}
}

void
plain_value(struct buf *out, const struct markup_attribute *attribute)
{
	buf_clear(out);
	buf_puts(out, "");
	if (attribute->value != NULL)
		plain_decode(out, attribute->value, attribute->value_length,
		    true);
}

/* What must be escaped in an element or double quotes. */
#define ESCAPE(text) { text, sizeof text - 1 }

static const struct escape {
	char		 text[7];
	unsigned char	 length;
} escapes[UCHAR_MAX + 1] = {
	['&'] = ESCAPE("&amp;"), ['<'] = ESCAPE("&lt;"),
	['>'] = ESCAPE("&gt;"), ['"'] = ESCAPE("&quot;")
};

/* Copy up to the first of them or the end; returns where it stopped. */
static inline const char *
copy_bytes(char *out, const char *s, const char *end)
{
	while (s < end && escapes[(unsigned char)*s].length == 0)
		*out++ = *s++;
	return s;
}

#ifdef VECTORS

#define STEP 16

/*
 * Copy a step, and return a bit for each of them in it: the characters of each
 * pair differ in one bit.
 */
static inline unsigned
copy_step(char *out, const char *s)
{
	__m128i v = _mm_loadu_si128((const void *)s);
	__m128i found = _mm_or_si128(
	    _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8('"' ^ '&')),
	    _mm_set1_epi8('&')),
	    _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8('<' ^ '>')),
	    _mm_set1_epi8('>')));

	_mm_storeu_si128((void *)out, v);
	return (unsigned)_mm_movemask_epi8(found);
}

/* Copy in steps, the last of which overlaps the one before; what was copied
   too far is overwritten. */
static inline const char *
copy_plain(char *out, const char *s, const char *end)
{
	const char *last;
	unsigned found;

	if (end - s < STEP)
		return copy_bytes(out, s, end);
	last = end - STEP;
	for (; s < last; s += STEP, out += STEP) {
		found = copy_step(out, s);
		if (found != 0)
			return s + first_bit(found);
	}
	found = copy_step(out - (s - last), last);
	return found != 0 ? last + first_bit(found) : end;
}

#else

static const char *
copy_plain(char *out, const char *s, const char *end)
{
	return copy_bytes(out, s, end);
}

#endif

void
plain_escape(struct buf *out, const char *s, size_t n)
{
	const char *end = s + n, *p;
	const struct escape *escape;

	for (;; s = p + 1) {
		p = copy_plain(buf_reserve(out, (size_t)(end - s)), s, end);
		out->length += (size_t)(p - s);
		out->bytes[out->length] = '\0';
		if (p == end)
			break;
		escape = &escapes[(unsigned char)*p];
		buf_add_sized(out, escape->text, escape->length,
		    sizeof escape->text);
	}
}

void
plain_quote(struct buf *out, const struct buf *value, char quote)
{
	const char *s = value->bytes;
	size_t n;

	if (quote == '\0')
		quote = '"';
	buf_putc(out, quote);
	while (n = strcspn(s, quote == '"' ? "&\"" : "&'"), s[n] != '\0') {
		buf_add(out, s, n);
		buf_puts(out, s[n] == '&' ? "&amp;" :
		    quote == '"' ? "&quot;" : "&#39;");
		s += n + 1;
	}
	buf_add(out, s, n);
	buf_putc(out, quote);
}
