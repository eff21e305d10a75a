#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/slugify.h"

/*
 * What both spell otherwise than base/latin, in small letters.  Pointers would
 * have to be relocated at each start.
 */
static const struct spelling {
	unsigned	 letter;
	char		 now[8], old[16];	/* of `slugify` and `slug`;
						   "?": as base/latin has it */
} spellings[] = {
	{ 0x00a2, "c", "cent" },
	{ 0x00a3, "-", "pound" },
	{ 0x00a4, "-", "currency" },
	{ 0x00a5, "y", "yen" },
	{ 0x00a8, "", "" },
	{ 0x00a9, "-", "(c)" },
	{ 0x00aa, "-", "a" },
	{ 0x00ae, "-", "(r)" },
	{ 0x00af, "", "" },
	{ 0x00b4, "", "" },
	{ 0x00b7, "", "" },
	{ 0x00b8, "", "" },
	{ 0x00ba, "-", "o" },
	{ 0x00e4, "ae", "a" },
	{ 0x00f6, "oe", "o" },
	{ 0x00fc, "ue", "u" },
	{ 0x0109, "?", "" },
	{ 0x010b, "?", "" },
	{ 0x0111, "?", "dj" },
	{ 0x0115, "?", "" },
	{ 0x011d, "?", "" },
	{ 0x0121, "?", "" },
	{ 0x0125, "?", "" },
	{ 0x0127, "?", "" },
	{ 0x012d, "?", "" },
	{ 0x0133, "?", "" },
	{ 0x0135, "?", "" },
	{ 0x0138, "-", "" },
	{ 0x013a, "?", "" },
	{ 0x0140, "-", "" },
	{ 0x0149, "-", "" },
	{ 0x014b, "-", "" },
	{ 0x014f, "?", "" },
	{ 0x0153, "-", "oe" },
	{ 0x0157, "?", "" },
	{ 0x015d, "?", "" },
	{ 0x0167, "-", "" },
	{ 0x016d, "?", "" },
	{ 0x017f, "-", "" },
	{ 0x0192, "-", "f" },
	{ 0x0259, "?", "e" },
	{ 0x03ae, "i", "h" },
	{ 0x03b0, "y", "y" },
	{ 0x03b2, "v", "b" },
	{ 0x03b7, "i", "h" },
	{ 0x03b8, "?", "8" },
	{ 0x03be, "ks", "3" },
	{ 0x03c5, "y", "y" },
	{ 0x03c6, "f", "f" },
	{ 0x03c7, "x", "x" },
	{ 0x03c9, "?", "w" },
	{ 0x03cb, "y", "y" },
	{ 0x03cd, "y", "y" },
	{ 0x03ce, "?", "w" },
	{ 0x0439, "y", "j" },
	{ 0x0445, "?", "h" },
	{ 0x0446, "?", "c" },
	{ 0x0449, "sch", "sh" },
	{ 0x044a, "?", "u" },
	{ 0x044c, "", "" },
	{ 0x044e, "yu", "yu" },
	{ 0x044f, "ya", "ya" },
	{ 0x0450, "-", "" },
	{ 0x0451, "yo", "yo" },
	{ 0x0452, "-", "dj" },
	{ 0x0453, "-", "" },
	{ 0x0454, "ye", "ye" },
	{ 0x0455, "-", "" },
	{ 0x0458, "-", "j" },
	{ 0x045b, "-", "c" },
	{ 0x045c, "?", "" },
	{ 0x045d, "-", "u" },
	{ 0x045e, "-", "" },
	{ 0x045f, "-", "dz" },
	{ 0x0491, "g", "g" },
	{ 0x2013, "-", "-" },
	{ 0x2018, "-", "'" },
	{ 0x2019, "-", "'" },
	{ 0x201c, "-", "\"" },
	{ 0x201d, "-", "\"" },
	{ 0x201e, "-", "\"" },
	{ 0x2020, "-", "+" },
	{ 0x2022, "-", "*" },
	{ 0x2026, "-", "..." },
	{ 0x20a6, "?", "naira" },
	{ 0x20a9, "?", "won" },
	{ 0x20aa, "-", "new shequel" },
	{ 0x20ab, "s", "dong" },
	{ 0x20ac, "e", "euro" },
	{ 0x20ad, "?", "kip" },
	{ 0x20b1, "?", "peso" },
	{ 0x20b4, "?", "hryvnia" },
	{ 0x20b9, "r", "indian rupee" },
	{ 0x20ba, "?", "turkish lira" },
	{ 0x20bd, "?", "russian ruble" },
	{ 0x20bf, "b", "bitcoin" },
	{ 0x2122, "-", "tm" },
	{ 0x2202, "-", "d" },
	{ 0x2206, "-", "delta" },
	{ 0x2211, "-", "sum" },
	{ 0x221e, "-", "infinity" },
	{ 0x2665, " love ", "love" }
};

static int
compare(const void *key, const void *item)
{
	const unsigned *letter = key;
	const struct spelling *spelling = item;

	return (*letter > spelling->letter) - (*letter < spelling->letter);
}

static const struct spelling *
find(unsigned letter)
{
	return bsearch(&letter, spellings, sizeof spellings /
	    sizeof *spellings, sizeof *spellings, compare);
}

/* Signs, which base/latin has words for. */
static bool
is_sign(unsigned c)
{
	return (c >= 0xa1 && c < 0xc0) || c == 0xd7 || c == 0xf7 ||
	    (c >= 0x2000 && c < 0x20a0) || (c >= 0x2100 && c < 0x2c00);
}

/* Add a letter in ASCII; what none is known for becomes `otherwise`. */
static void
put_letter(struct buf *out, unsigned c, bool is_old, const char *otherwise)
{
	const struct spelling *found = find(unicode_lower(c));
	const char *word = found == NULL ? "?" : is_old ? found->old :
	    found->now;

	if (*word != '?')
		buf_puts(out, word);
	else if (c >= 0x80 && (is_sign(c) || !latin_put(out, c)))
		buf_puts(out, otherwise);
	else if (c < 0x80)
		buf_putc(out, (char)c);
}

/* "isn't" keeps its t. */
static bool
is_contraction(const char *start, const char *p)
{
	return *p == '\'' && p > start && ascii_is_alnum(p[-1]) &&
	    (p[1] == 't' || p[1] == 's' || p[1] == 'T' || p[1] == 'S') &&
	    (p[2] == '\0' || ascii_is_space(p[2]));
}

/* In ASCII; `&` is a word, and accents that stand alone are nothing. */
static const char *
in_ascii(struct arena *a, const char *text)
{
	struct buf out = { 0 };
	const char *p, *next;
	unsigned c;

	for (p = text; *p != '\0'; p = next) {
		next = p;
		c = utf8_next(&next);
		if (c == '&')
			buf_puts(&out, " and ");
		else if (c != '`' && c != '^' && !is_contraction(text, p))
			put_letter(&out, c, false, "-");
	}
	return arena_take(a, &out);
}

const char *
slugify(struct arena *a, const char *text)
{
	const char *p = in_ascii(a, text);
	struct buf out = { 0 };

	for (; *p != '\0'; p++) {
		if (ascii_is_alnum(*p))
			buf_putc(&out, ascii_lower(*p));
		else if (out.length > 0 && out.bytes[out.length - 1] != '-')
			buf_putc(&out, '-');
	}
	if (out.length > 0 && out.bytes[out.length - 1] == '-')
		out.length--;
	return arena_take(a, &out);
}

/* Signs that `slug` has words for. */
static const char *
word_of_sign(unsigned c)
{
	static const struct {
		unsigned	 sign;
		const char	*word;
	} words[] = {
		{ '&', "and" }, { '$', "dollar" }, { '%', "percent" },
		{ '<', "less" }, { '>', "greater" }, { '|', "or" }
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].sign == c)
			return words[i].word;
	return NULL;
}

static const char *
in_old_ascii(struct arena *a, const char *text)
{
	struct buf out = { 0 };
	const char *word;
	unsigned c;

	while (*text != '\0') {
		c = utf8_next(&text);
		word = word_of_sign(c);
		if (word != NULL)
			buf_puts(&out, word);
		else
			put_letter(&out, c, true, "");
	}
	return arena_take(a, &out);
}

const char *
slugify_old(struct arena *a, const char *text)
{
	const char *p = text_trim(a, in_old_ascii(a, text));
	struct buf out = { 0 };
	bool blank = false;

	for (; p != NULL && *p != '\0'; p++) {
		if (ascii_is_space(*p) || *p == '-') {
			blank = true;
		} else if (ascii_is_alnum(*p) ||
		    strchr("_*+~.()'\"!:@", *p) != NULL) {
			if (blank && out.length > 0)
				buf_putc(&out, '-');
			blank = false;
			buf_putc(&out, ascii_lower(*p));
		}
	}
	return arena_take(a, &out);
}
