/* Transliteration to ASCII, and letters without their marks. */
#include <string.h>

#include "base/latin.h"
#include "base/text.h"
#include "tap.h"

static const struct {
	const char	*text, *want;
} spellings[] = {
	{ "plain text, 1", "plain text, 1" },
	{ "h\u00e9h\u00e9 \u00c5", "hehe A" },
	{ "Gro\u00dfe \u00d8 \u00e6", "Grosse O ae" },
	{ "\u00fe \u00f0 \u0142", "th d l" },
	{ "e\u0301", "e" },
	{ "\u1ec7\u1ea1", "ea" },
	{ "\u0391\u03b8\u03ae\u03bd\u03b1", "Athena" },
	{ "\u1f00\u03c1\u03c7\u03ae", "arkhe" },
	{ "\u041c\u043e\u0441\u043a\u0432\u0430", "Moskva" },
	{ "\u043e\u0431\u044a\u0435\u043a\u0442", "obekt" },
	{ "\u043f\u044c\u0435\u0441\u0430", "p'esa" },
	{ "\u0449\u0429", "shchShch" },
	{ "\u3057\u3083\u30c3\u30c8", "shiyatsuto" },
	{ "\uc11c\uc6b8 \ud55c\uad6d", "seoul hangug" },
	{ "\u201cq\u201d it\u2019s\u2014\u2026", "\"q\" it's--..." },
	{ "\uff21\uff42\uff11\uff01", "Ab1!" },
	{ "\u3001", ", " },
	{ "a\u00a0b\u2003c\u200dd", "a b cd" },
	{ "\u20ac", "EUR" },
};

/* The same with all scripts. */
static const struct {
	const char	*text, *want;
} others[] = {
	{ "h\u00e9 \u0416", "he Zh" },
	{ "\u05e9\u05dc\u05d5\u05dd", "SHlvm" },
	{ "\u0645\u0631\u062d\u0628\u0627", "mrHb" },
	{ "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35", "swasdii" },
	{ "\u0928\u092e\u0938\u094d\u0924\u0947", "nmste" },
	{ "\u10e1\u10d0", "sa" },
	{ "\u1230\u120b\u121d", "salaame" },
	{ "\U0001f389 \u2764\ufe0f x", "  x" },
};

static const unsigned unknown[] = {
	0x4e2d, 0x3400, 0x20000, 0x1f389, 0x0e01, 0x05d0, 0x038b, 0xe000,
	0x30a0 - 0x70, 0x10ffff
};

static const struct {
	unsigned	code, want;
} bases[] = {
	{ 'e', 'e' }, { 0xe9, 'e' }, { 0xc7, 'C' }, { 0xf8, 0xf8 },
	{ 0xdf, 0xdf }, { 0x142, 0x142 }, { 0x1ea1, 'a' }, { 0x301, 0 },
	{ 0x1fc, 0xc6 }, { 0x439, 0x438 }, { 0x3ac, 0x3b1 },
	{ 0x1f00, 0x3b1 }, { 0x304c, 0x304b }, { 0x4e2d, 0x4e2d },
	{ 0x226f, '>' }, { 0x1f389, 0x1f389 }, { 0x17f, 0x17f },
};

static void
test_spellings(void)
{
	struct buf out = { 0 };
	const char *p;
	bool known;
	size_t i;

	for (i = 0; i < COUNT(spellings); i++) {
		known = true;
		for (p = spellings[i].text; *p != '\0';)
			known = latin_put(&out, utf8_next(&p)) && known;
		buf_puts(&out, "");
		tap_ok(known && strcmp(out.bytes, spellings[i].want) == 0,
		    "%s is %s", spellings[i].text, spellings[i].want);
		buf_release(&out);
	}
	for (i = 0; i < COUNT(unknown); i++) {
		tap_ok(!latin_put(&out, unknown[i]) && out.length == 0,
		    "U+%04X is not transliterated", unknown[i]);
		buf_release(&out);
	}
}

static void
test_others(void)
{
	struct buf out = { 0 };
	const char *p;
	size_t i;

	for (i = 0; i < COUNT(others); i++) {
		for (p = others[i].text; *p != '\0';)
			latin_put_any(&out, utf8_next(&p));
		buf_puts(&out, "");
		tap_string(out.bytes, others[i].want, others[i].text);
		buf_release(&out);
	}
	tap_ok(!latin_put_any(&out, 0x4e2d) && out.length == 0,
	    "U+4E2D is not transliterated at all");
}

int
main(void)
{
	size_t i;

	test_spellings();
	test_others();
	for (i = 0; i < COUNT(bases); i++)
		tap_ok(latin_base(bases[i].code) == bases[i].want,
		    "U+%04X without marks is U+%04X", bases[i].code,
		    latin_base(bases[i].code));
	return tap_end();
}
