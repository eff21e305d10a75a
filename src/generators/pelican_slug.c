/*
 * Slugs of Pelican: what its slugify() makes of a text, or the rules that the
 * settings have in its place.
 */
#include <string.h>

#include "base/buf.h"
#include "base/entity.h"
#include "base/latin.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/pattern.h"
#include "generators/pelican.h"

/* A character reference at p, `&amp;` or `&#38;`; its length, 0: none. */
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

/* Without tags, and with references as the characters that they are. */
static void
put_stripped(struct buf *out, const char *text)
{
	const char *end = text;		/* the next '>'; NULL: no more */
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

/* Compatibility characters that NFKC makes of ASCII (UAX #15). */
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

/* Others, that NFKC makes of several; what is no word is left out. */
static const char *
spread(unsigned c)
{
	static const struct {
		unsigned	code;
		const char	*text;
	} rows[] = {
		{ 0xaa, "a" }, { 0xb2, "2" }, { 0xb3, "3" }, { 0xb9, "1" },
		{ 0xba, "o" }, { 0xbc, "14" }, { 0xbd, "12" }, { 0xbe, "34" },
		{ 0x2116, "No" }, { 0x2122, "TM" }, { 0xfb00, "ff" },
		{ 0xfb01, "fi" }, { 0xfb02, "fl" }, { 0xfb03, "ffi" },
		{ 0xfb04, "ffl" }, { 0xfb05, "st" }, { 0xfb06, "st" }
	};
	size_t i;

	for (i = 0; c >= 0xaa && i < sizeof rows / sizeof *rows; i++)
		if (rows[i].code == c)
			return rows[i].text;
	return NULL;
}

/* In the characters of the slug: ASCII, or narrow ones.  0, or unknown. */
static unsigned
put_spelled(struct buf *out, const char *text, bool uses_unicode)
{
	const char *several;
	unsigned code;

	while (*text != '\0') {
		code = utf8_next(&text);
		several = spread(code);
		if (several != NULL)
			buf_puts(out, several);
		else if (uses_unicode)
			buf_put_utf8(out, narrow(code));
		else if (!latin_put(out, code))
			return code;
	}
	buf_puts(out, "");
	return 0;
}

/* Python's \w. */
static bool
is_word(unsigned c)
{
	if (c < 0x80)
		return ascii_is_alnum((char)c) || c == '_';
	return unicode_is_letter(c) || unicode_is_number(c);
}

/* Python's \s, of what is left by narrow(). */
static bool
is_blank(unsigned c)
{
	return c < 0x80 ? ascii_is_space((char)c) :
	    c == 0x85 || c == 0x1680 || c == 0x2028 || c == 0x2029;
}

/*
 * The default of SLUG_REGEX_SUBSTITUTIONS: what is no word, blank or hyphen
 * goes, blanks at the ends go, and a hyphen stands for all in between.
 */
static void
put_joined(struct buf *out, const char *text)
{
	bool in_gap = false, has_hyphen = false;
	unsigned c;

	while (*text != '\0') {
		c = utf8_next(&text);
		if (c == '-' || is_blank(c)) {
			in_gap = true;
			has_hyphen = has_hyphen || c == '-';
		} else if (is_word(c)) {
			if (in_gap && (out->length > 0 || has_hyphen))
				buf_putc(out, '-');
			in_gap = has_hyphen = false;
			buf_put_utf8(out, c);
		}
	}
	/* Blanks at the end went before hyphens were joined. */
	if (in_gap && has_hyphen)
		buf_putc(out, '-');
	buf_puts(out, "");
}

/* A text to which a rule, (pattern, replacement), was applied; or NULL. */
static const char *
substitute(struct arena *a, const struct p2f_value *rule, const char *text)
{
	const struct p2f_value *const *pair = rule->items;
	struct buf out = { 0 };
	const char *result = NULL;

	if (rule->kind == P2F_LIST && value_text(pair[0]) != NULL &&
	    pair[1] != NULL && pair[2] == NULL && pattern_replace(a,
	    pair[0]->text, value_text(pair[1]) == NULL ? "" : pair[1]->text,
	    text, &out))
		result = arena_strdup(a, out.bytes);
	buf_release(&out);
	return result;
}

/* By the rules of the site: these know no letters but those of ASCII. */
static const char *
by_rules(struct arena *a, const struct p2f_value *rules, const char *text)
{
	size_t i;

	if (rules->kind != P2F_LIST)
		return NULL;
	for (i = 0; rules->items[i] != NULL && text != NULL; i++)
		text = substitute(a, rules->items[i], text);
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
	struct buf stripped = { 0 }, spelled = { 0 }, joined = { 0 };
	const char *slug = NULL;

	put_stripped(&stripped, text);
	*unknown = put_spelled(&spelled, stripped.bytes,
	    pelican->uses_unicode);
	if (*unknown == 0 && rules == NULL) {
		put_joined(&joined, spelled.bytes);
		slug = arena_strdup(a, joined.bytes);
	} else if (*unknown == 0 && is_ascii(spelled.bytes)) {
		slug = by_rules(a, rules, spelled.bytes);
		slug = slug == NULL ? NULL : text_trim(a, slug);
	}
	if (slug != NULL && !pelican->keeps_case)
		slug = unicode_lower_text(a, slug);
	buf_release(&stripped);
	buf_release(&spelled);
	buf_release(&joined);
	return slug;
}
