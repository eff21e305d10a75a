/*
 * Slugs of Pelican: as made by its slugify(), or by rules in the settings.
 */
#include <string.h>

#include "base/buf.h"
#include "base/entity.h"
#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/pattern.h"
#include "generators/pelican.h"
#include "generators/slugify.h"

/* The length of a character reference, `&amp;` or `&#38;`; 0 if there is
   none. */
static size_t
reference_at(const char *p, unsigned *code)
{
	char name[12];
	size_t n = 1 + strcspn(p + 1, ";&<");

	*code = 0;
	if (*p != '&' || p[n] != ';' || n < 2 || n >= sizeof name)
		return 0;
	memcpy(name, p + 1, n - 1);
	name[n - 1] = '\0';
	*code = entity_of_reference(name);
	return *code == 0 ? 0 : n + 1;
}

/* Append text without tags, and with character references resolved. */
static void
put_stripped(struct buf *out, const char *text)
{
	const char *end = text;		/* the next '>'; or NULL */
	unsigned code;
	size_t n;

	while (*text != '\0') {
		if (end != NULL && end <= text)
			end = strchr(text, '>');
		n = *text == '&' ? reference_at(text, &code) : 0;
		if (*text == '<' && end != NULL) {
			text = end + 1;
		} else if (n > 0) {
			buf_put_utf8(out, code);
			text += n;
		} else {
			buf_putc(out, *text++);
		}
	}
	buf_puts(out, "");
}

/* Compatibility characters that NFKC maps to ASCII (UAX #15). */
static unsigned
narrow(unsigned c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xff01 + '!';
	if (c == 0xa0 || c == 0x3000 || c == 0x202f || c == 0x205f ||
	    (c >= 0x2000 && c <= 0x200a))
		return ' ';
	return c;
}

/*
 * Others that NFKC maps to one or several characters, as far as they occur in
 * titles; non-word characters in these are omitted.
 */
static const struct latin_row spread[] = {
	{ 0x00aa, "a" },
	{ 0x00b2, "2 3" },
	{ 0x00b5, "μ" },
	{ 0x00b9, "1 o" },
	{ 0x00bc, "14 12 34" },
	{ 0x0132, "IJ ij" },
	{ 0x0149, "ʼn" },
	{ 0x017f, "s" },
	{ 0x01c4, "DŽ Dž dž LJ Lj lj NJ Nj nj" },
	{ 0x01f1, "DZ Dz dz" },
	{ 0x03d0, "β θ Υ Ύ Ϋ φ π" },
	{ 0x03f0, "κ ρ ς # Θ ε" },
	{ 0x0587, "եւ" },
	{ 0x0675, "اٴ وٴ ۇٴ يٴ" },
	{ 0x0e33, "\u0e4d\u0e32" },
	{ 0x0eb3, "\u0ecd\u0eb2" },
	{ 0x0edc, "ຫນ ຫມ" },
	{ 0x2070, "0 i" },
	{ 0x2074, "4 5 6 7 8 9" },
	{ 0x207f, "n 0 1 2 3 4 5 6 7 8 9" },
	{ 0x2116, "No" },
	{ 0x2122, "TM" },
	{ 0x2160, "I II III IV V VI VII VIII IX X XI XII L C D M i ii" },
	{ 0x2172, "iii iv v vi vii viii ix x xi xii l c d m" },
	{ 0x2460, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20" },
	{ 0x2474, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20" },
	{ 0x2488, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20" },
	{ 0x249c, "a b c d e f g h i j k l m n o p q r s t u v w x y" },
	{ 0x24b5, "z A B C D E F G H I J K L M N O P Q R S T U V W X" },
	{ 0x24ce, "Y Z a b c d e f g h i j k l m n o p q r s t u v w" },
	{ 0x24e7, "x y z 0" },
	{ 0xfb00, "ff fi fl ffi ffl st st" },
	{ 0xff66, "ヲ ァ ィ ゥ ェ ォ ャ ュ ョ ッ ー ア イ ウ エ オ カ" },
	{ 0xff77, "キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ" },
	{ 0xff88, "ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ" },
	{ 0xff99, "ル レ ロ ワ ン" },
	{ 0xff9e, "\u3099 \u309a" }
};

/* Letters and numbers that NFKC changes, but that are not in the table. */
static bool
is_beyond(unsigned c)
{
	static const struct unicode_range ranges[] = {
		{ 0x02b0, 0x02b8 }, { 0x1100, 0x11ff }, { 0x2100, 0x2115 },
		{ 0x2119, 0x214f }, { 0x2150, 0x215f }, { 0x2f00, 0x2fd5 },
		{ 0x3131, 0x318e }, { 0x3200, 0x33ff }, { 0xf900, 0xfdff },
		{ 0xfe70, 0xfefc }, { 0xffa0, 0xffdc }, { 0x1d400, 0x1d7ff },
		{ 0x1f100, 0x1f2ff }
	};

	return unicode_is_in(ranges, sizeof ranges / sizeof *ranges, c);
}

/* A kana letter composed with a voiced sound mark; 0 if there is none. */
static unsigned
voiced(unsigned letter, unsigned mark)
{
	unsigned row = letter >= 0x30a1 ? letter - 0x60 : letter;
	bool is_pair = (row >= 0x304b && row <= 0x3062 && row % 2 == 1) ||
	    (row >= 0x3064 && row <= 0x3068 && row % 2 == 0);

	if (mark == 0x3099 && row == 0x3046)
		return letter + 0x4e;
	if ((mark == 0x3099 && is_pair) ||
	    ((mark == 0x3099 || mark == 0x309a) && row >= 0x306f &&
	    row <= 0x307b && row % 3 == 0))
		return letter + mark - 0x3098;
	return 0;
}

/* Whether NFKC would compose a mark and the letter before it, unlike this
   code. */
static bool
is_loose(unsigned mark, unsigned letter, bool uses_unicode)
{
	return mark >= 0x300 && mark <= 0x345 &&
	    (uses_unicode ? unicode_is_letter(letter) : letter >= 0x370);
}

/* The character in a buffer from an offset on. */
static unsigned
last_of(struct buf *out, size_t start)
{
	const char *p;

	buf_puts(out, "");
	p = out->bytes + start;
	return utf8_next(&p);
}

/* Append a string in NFKC.  Returns 0, or an unsupported character. */
static unsigned
put_compatible(struct buf *out, const char *text, bool uses_unicode)
{
	unsigned code, before = 0;
	size_t start = 0;

	for (; *text != '\0'; before = code) {
		code = utf8_next(&text);
		if (code == 0xff9e || code == 0xff9f)
			code = code - 0xff9e + 0x3099;
		if (voiced(before, code) != 0) {
			out->length = start;
			code = voiced(before, code);
		} else if (is_loose(code, before, uses_unicode)) {
			return code;
		}
		start = out->length;
		if (latin_put_row(out, spread, sizeof spread /
		    sizeof *spread, code))
			code = code < 0xff66 ? code : last_of(out, start);
		else if (uses_unicode && is_beyond(code))
			return code;
		else
			buf_put_utf8(out, narrow(code));
	}
	buf_puts(out, "");
	return 0;
}

/* Append a string in the characters of a slug: ASCII, or any.  Returns 0, or an
   unsupported character. */
static unsigned
put_spelled(struct buf *out, const char *text, bool uses_unicode)
{
	struct buf compatible = { 0 };
	unsigned unknown = put_compatible(&compatible, text, uses_unicode),
	    code;

	text = unknown == 0 ? compatible.bytes : "";
	while (*text != '\0' && unknown == 0) {
		code = utf8_next(&text);
		if (uses_unicode)
			buf_put_utf8(out, code);
		else if (!latin_put_any(out, code))
			unknown = code;
	}
	buf_puts(out, "");
	buf_release(&compatible);
	return unknown;
}

/* Apply a rule, (pattern, replacement), to a string; NULL if that failed. */
static const char *
substitute(struct arena *a, const struct p2f_value *rule, const char *text)
{
	const struct p2f_value *const *pair = value_items(rule, P2F_LIST);
	struct buf out = { 0 };
	const char *result = NULL;

	if (value_text(pair[0]) != NULL && pair[1] != NULL &&
	    pair[2] == NULL && pattern_replace(a, pair[0]->text,
	    value_text(pair[1]) == NULL ? "" : pair[1]->text, text, &out))
		result = arena_strdup(a, out.bytes);
	buf_release(&out);
	return result;
}

/* Apply the rules of the site; this only works for ASCII. */
static const char *
by_rules(struct arena *a, const struct p2f_value *rules, const char *text)
{
	const struct p2f_value *const *rule = value_items(rules, P2F_LIST);

	if (rules->kind != P2F_LIST)
		return NULL;
	for (; *rule != NULL && text != NULL; rule++)
		text = substitute(a, *rule, text);
	return text;
}

static bool
is_ascii(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

const char *
pelican_slug(struct arena *a, const struct pelican *pelican,
    const struct p2f_value *rules, const char *text, unsigned *unknown)
{
	struct buf stripped = { 0 }, spelled = { 0 };
	const char *slug = NULL;

	put_stripped(&stripped, text);
	*unknown = put_spelled(&spelled, stripped.bytes,
	    pelican->uses_unicode);
	if (*unknown == 0 && rules == NULL) {
		slug = slugify_python(a, spelled.bytes, "");
	} else if (*unknown == 0 && is_ascii(spelled.bytes)) {
		slug = by_rules(a, rules, spelled.bytes);
		slug = slug == NULL ? NULL : text_trim(a, slug);
	}
	if (slug != NULL && !pelican->keeps_case)
		slug = unicode_lower_words(a, slug);
	buf_release(&stripped);
	buf_release(&spelled);
	return slug;
}
