#include <string.h>

#include "base/buf.h"
#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/slugify.h"

/*
 * The tables of the two filters: letters in lower case, and punctuation.  They
 * differ in alphabets and spelling.
 */
static const struct latin_row letters[] = {
	{ 0x00a2, "c # # y # # %" },
	{ 0x00af, "%" },
	{ 0x00b4, "% # # % %" },
	{ 0x00df, "ss" },
	{ 0x00e4, "ae # ae" },
	{ 0x00f0, "d" },
	{ 0x00f6, "oe # o # # # ue # th" },
	{ 0x0111, "d" },
	{ 0x0127, "h" },
	{ 0x0131, "i # ij" },
	{ 0x0142, "l" },
	{ 0x0390, "i # b" },
	{ 0x03ac, "a e i i y a v g d e z i th i k l m n ks o p r s s t y f" },
	{ 0x03c7, "x ps o i y o y o" },
	{ 0x0430, "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh" },
	{ 0x0449, "sch % y % e yu ya # yo # # ye # i yi # lj nj # kj" },
	{ 0x0491, "g" },
	{ 0x0561, "a b g d ye z e y t zh i l kh ts k h dz gh tch m y n sh" },
	{ 0x0578, "vo ch p j r s v t r c # p q o f yev" },
	{ 0x0621, "e a a w i y a b t t th j h kh d dh r z s sh s d t z e gh" },
	{ 0x0641, "f q k l m n h w a y" },
	{ 0x064f, "u" },
	{ 0x0660, "0 1 2 3 4 5 6 7 8 9" },
	{ 0x0679, "t # # p # p # # z # # # c ch # d d" },
	{ 0x0691, "r # r # # g # zh # x" },
	{ 0x06a9, "k # g # # # g" },
	{ 0x06ba, "n # n # h # e h" },
	{ 0x06cc, "y ai # # e # e" },
	{ 0x06f0, "0 1 2 3 4 5 6 7 8 9" },
	{ 0x0780, "h sh n r b lh k a v m f dh th l g gn s d z t y p j ch tt" },
	{ 0x0799, "hh kh th z sh s d t z a gh q w a aa i ee u" },
	{ 0x07ab, "oo e ey o oa" },
	{ 0x07ff, "b" },
	{ 0x09f3, "t" },
	{ 0x0af1, "bo" },
	{ 0x0e3f, "b" },
	{ 0x10d0, "a b g d e v z t i k l m n o p zh r s t u ph q gh k sh ch" },
	{ 0x10ea, "ts dz ts tch kh j h" },
	{ 0x1f71, "a # e # i # i # o # y # o" },
	{ 0x1fbe, "i" },
	{ 0x1fd3, "i" },
	{ 0x1fe3, "y" },
	{ 0x20a0, "ce c cr f # m n pt rs w # s e k t dp s p g a s c tt s t" },
	{ 0x20b9, "r l # # p # b" },
	{ 0x2460, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 1 2 3" },
	{ 0x2477, "4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 1_ 2_ 3_ 4_" },
	{ 0x248c, "5_ 6_ 7_ 8_ 9_ 10_ 11_ 12_ 13_ 14_ 15_ 16_ 17_ 18_ 19_" },
	{ 0x249b, "20_ _a_ _b_ _c_ _d_ _e_ _f_ _g_ _h_ _i_ _j_ _k_ _l_ _m_" },
	{ 0x24a9, "_n_ _o_ _p_ _q_ _r_ _s_ _t_ _u_ _v_ _w_ _x_ _y_ _z_" },
	{ 0x24b8, "_c_ _d_" },
	{ 0x24d0, "_a_ _b_ _b_ _c_ _e_ _f_ _g_ _h_ _i_ _j_ _k_ _l_ _m_ _n_" },
	{ 0x24de, "_o_ _p_ _q_ _r_ _s_ _t_ _u_ _v_ _w_ _x_ _y_ _z_ 0 11 12" },
	{ 0x24ed, "13 14 15 16 17 18 19 20 1 2 3 4 5 6 7 8 9 10 0" },
	{ 0x2665, "_love_" },
	{ 0xfeab, "d # r # z" },
	{ 0xffe0, "c" },
	{ 0xffe5, "y w" }
}, old_letters[] = {
	{ 0x00a2, "cent pound currency yen # # # (c) a # # # (r)" },
	{ 0x00ba, "o" },
	{ 0x00df, "ss a a a a a a ae c e e e e i i i i d n o o o o o # o u" },
	{ 0x00fa, "u u u y th y # a # a # a # c" },
	{ 0x010d, "c # d # dj # e # # # e # e # e # # # g # # # g" },
	{ 0x0129, "i # i # # # i i i" },
	{ 0x0137, "k" },
	{ 0x013c, "l # l # # # l # n # n # n" },
	{ 0x014d, "o # # # o # oe # r # # # r # s # # # s # s # t # t" },
	{ 0x0169, "u # u # # # u # u # u # w # y # # z # z # z" },
	{ 0x0192, "f" },
	{ 0x01a1, "o" },
	{ 0x01b0, "u" },
	{ 0x01c9, "lj # # nj" },
	{ 0x0219, "s # t" },
	{ 0x0259, "e" },
	{ 0x02da, "o" },
	{ 0x0390, "i" },
	{ 0x03ac, "a e h i y a b g d e z h 8 i k l m n 3 o p r s s t y f x" },
	{ 0x03c8, "ps w i y o y w" },
	{ 0x0430, "a b v g d e zh z i j k l m n o p r s t u f h c ch sh sh" },
	{ 0x044a, "u y # e yu ya # yo dj # ye # i yi j lj nj c # u # dz" },
	{ 0x0491, "g # gh" },
	{ 0x049b, "kh" },
	{ 0x04a3, "ng" },
	{ 0x04af, "ue # u" },
	{ 0x04bb, "h" },
	{ 0x04d9, "ae" },
	{ 0x04e9, "oe" },
	{ 0x0531, "a b g d e z e' y' t' jh i l x c' k h d' gh tw m y n sh" },
	{ 0x0549, "ch p j r' s v t r c # p' q' o'' f" },
	{ 0x0587, "ev" },
	{ 0x0621, "a aa a u i e a b h t th j h kh d th r z s sh s dh t z a" },
	{ 0x063a, "gh" },
	{ 0x0641, "f q k l m n h w a y an on en a u e" },
	{ 0x0660, "0 1 2 3 4 5 6 7 8 9" },
	{ 0x067e, "p" },
	{ 0x0686, "ch" },
	{ 0x0698, "zh" },
	{ 0x06a9, "k" },
	{ 0x06af, "g" },
	{ 0x06cc, "y" },
	{ 0x06f0, "0 1 2 3 4 5 6 7 8 9" },
	{ 0x0e3f, "baht" },
	{ 0x10d0, "a b g d e v z t i k l m n o p zh r s t u f k gh q sh ch" },
	{ 0x10ea, "ts dz ts ch kh j h" },
	{ 0x1e63, "s" },
	{ 0x1e81, "w # w # w" },
	{ 0x1ea1, "a # a # a # a # a # a # a # a # a # a # a # a # e # e" },
	{ 0x1ebd, "e # e # e # e # e # e # i # i # o # o # o # o # o # o" },
	{ 0x1ed9, "o # o # o # o # o # o # u # u # u # u # u # u # u # y" },
	{ 0x1ef5, "y # y # y" },
	{ 0x1f71, "a # e # h # i # o # y # w" },
	{ 0x1fbe, "i" },
	{ 0x1fd3, "i" },
	{ 0x1fe3, "y" },
	{ 0x2013, "_" },
	{ 0x2018, "' ' # # \" \" \" # + # * # # # ..." },
	{ 0x20a0, "ecu # cruzeiro french_franc lira mill naira peseta rupee" },
	{ 0x20a9, "won new_shequel dong euro kip tugrik drachma penny peso" },
	{ 0x20b2, "guarani austral hryvnia cedi # # kazakhstani_tenge" },
	{ 0x20b9, "indian_rupee turkish_lira # # russian_ruble # bitcoin" },
	{ 0x2120, "sm # tm" },
	{ 0x2202, "d # # # delta" },
	{ 0x2211, "sum" },
	{ 0x221e, "infinity" },
	{ 0x2665, "love" },
	{ 0x5143, "yuan" },
	{ 0x5186, "yen" },
	{ 0xfdfc, "rial" },
	{ 0xfef5, "laa # laa # lai # la" }
};

#define COUNT(rows) (sizeof (rows) / sizeof *(rows))

static bool
put_known(struct buf *out, const struct latin_row *rows, size_t count,
    unsigned c)
{
	return latin_put_row(out, rows, count, c) ||
	    latin_put_row(out, rows, count, unicode_lower(c));
}

/* Marks and modifier letters that `slugify` drops, as in "O\u02bbahu". */
static bool
is_mark(unsigned c)
{
	return (c >= 0x2b0 && c <= 0x34e) || (c >= 0x64b && c <= 0x652);
}

/* Mathematical letters and digits, which are not in the table. */
static unsigned
plain(unsigned c)
{
	if (c >= 0x1d400 && c <= 0x1d6a3)
		return 'a' + (c - 0x1d400) % 26;
	if (c >= 0x1d7ce && c <= 0x1d7ff)
		return '0' + (c - 0x1d7ce) % 10;
	return latin_base(c);
}

/* Append a letter in ASCII; one that is unknown separates words. */
static void
put_letter(struct buf *out, unsigned c)
{
	if (c >= 0x80 && put_known(out, letters, COUNT(letters), c))
		return;
	if (c >= 0x80 && is_mark(c))
		return;
	c = plain(c);
	buf_putc(out, c > 0 && c < 0x80 ? (char)c : '-');
}

/* Append two letters that are spelled as one, such as the end of "novyy"; true
   if they are. */
static bool
put_pair(struct buf *out, unsigned first, unsigned second)
{
	static const struct {
		unsigned	first, second;
		const char	*word;
	} pairs[] = {
		{ 0x044a, 0x0435, "ye" }, { 0x044b, 0x0439, "iy" }
	};
	size_t i;

	for (i = 0; first >= 0x80 && i < COUNT(pairs); i++)
		if (pairs[i].first == unicode_lower(first) &&
		    pairs[i].second == unicode_lower(second)) {
			buf_puts(out, pairs[i].word);
			return true;
		}
	return false;
}

/* "isn't" keeps its t. */
static bool
is_contraction(const char *start, const char *p)
{
	return *p == '\'' && p > start && ascii_is_alnum(p[-1]) &&
	    (p[1] == 't' || p[1] == 's' || p[1] == 'T' || p[1] == 'S') &&
	    (p[2] == '\0' || ascii_is_space(p[2]));
}

/* Convert to ASCII; `&` becomes a word, and spacing accents are dropped. */
static const char *
in_ascii(struct arena *a, const char *text)
{
	struct buf out = { 0 };
	const char *p, *next, *after;
	unsigned c;

	for (p = text; *p != '\0'; p = next) {
		next = p;
		c = utf8_next(&next);
		after = next;
		if (c == '&')
			buf_puts(&out, " and ");
		else if (*next != '\0' &&
		    put_pair(&out, c, utf8_next(&after)))
			next = after;
		else if (c != '`' && c != '^' && !is_contraction(text, p))
			put_letter(&out, c);
	}
	return arena_take(a, &out);
}

const char *
slugify_ascii(struct arena *a, const char *p)
{
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

const char *
slugify(struct arena *a, const char *text)
{
	return slugify_ascii(a, in_ascii(a, text));
}

/* Punctuation that `slug` replaces with words. */
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

/* Whitespace of JavaScript outside ASCII. */
static bool
is_wide_blank(unsigned c)
{
	return text_is_space(c) && c != 0x85 && c != 0x200b;
}

/* Letters that are not in the table are dropped. */
static void
put_old_letter(struct buf *out, unsigned c)
{
	if (c < 0x80)
		buf_putc(out, (char)c);
	else if (is_wide_blank(c))
		buf_putc(out, ' ');
	else
		put_known(out, old_letters, COUNT(old_letters), c);
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
			put_old_letter(&out, c);
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

/* Python's \w. */
static bool
is_word(unsigned c)
{
	if (c < 0x80)
		return ascii_is_alnum((char)c) || c == '_';
	return unicode_is_letter(c) || unicode_is_number(c);
}

/* Python's \s, except characters that decompose to an ASCII space. */
static bool
is_blank(unsigned c)
{
	return c < 0x80 ? ascii_is_space((char)c) :
	    c == 0x85 || c == 0x1680 || c == 0x2028 || c == 0x2029;
}

const char *
slugify_python(struct arena *a, const char *text, const char *signs)
{
	bool in_gap = false, has_hyphen = false;
	struct buf out = { 0 };
	unsigned c;

	while (*text != '\0') {
		c = utf8_next(&text);
		if (c == '-' || is_blank(c)) {
			in_gap = true;
			has_hyphen = has_hyphen || c == '-';
		} else if (is_word(c) || (c < 0x80 &&
		    strchr(signs, (char)c) != NULL)) {
			if (in_gap && (out.length > 0 || has_hyphen))
				buf_putc(&out, '-');
			in_gap = has_hyphen = false;
			buf_put_utf8(&out, c);
		}
	}
	/* Whitespace at the end is stripped before hyphens are joined. */
	if (in_gap && has_hyphen)
		buf_putc(&out, '-');
	return arena_take(a, &out);
}
