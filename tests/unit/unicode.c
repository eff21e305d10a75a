/* Classes and case of characters. */
#include "base/unicode.h"
#include "tap.h"

/* L, M, D (a decimal digit), N (another number), or - for none. */
static const struct {
	unsigned	code;
	char		class;
} classes[] = {
	{ '\0', '-' }, { '-', '-' }, { '/', '-' }, { '0', 'D' }, { '9', 'D' },
	{ ':', '-' }, { '@', '-' }, { 'A', 'L' }, { 'Z', 'L' }, { '[', '-' },
	{ '_', '-' }, { 'a', 'L' }, { 'z', 'L' }, { '{', '-' }, { 0x7f, '-' },
	{ 0x80, '-' }, { 0xa9, '-' }, { 0xaa, 'L' }, { 0xb2, 'N' },
	{ 0xb5, 'L' }, { 0xbd, 'N' }, { 0xd7, '-' }, { 0xdf, 'L' },
	{ 0x2bc, 'L' }, { 0x300, 'M' }, { 0x36f, 'M' }, { 0x416, 'L' },
	{ 0x661, 'D' }, { 0x66a, '-' }, { 0x903, 'M' }, { 0x905, 'L' },
	{ 0x966, 'D' }, { 0x200d, '-' }, { 0x2014, '-' }, { 0x2160, 'N' },
	{ 0x2260, '-' }, { 0x3001, '-' }, { 0x3005, 'L' }, { 0x3007, 'N' },
	{ 0x3042, 'L' }, { 0x3099, 'M' }, { 0x30fb, '-' }, { 0x30fc, 'L' },
	{ 0x4e00, 'L' }, { 0x9fff, 'L' }, { 0xac00, 'L' }, { 0xd7a3, 'L' },
	{ 0xd7a4, '-' }, { 0xe000, '-' }, { 0xfe0f, 'M' }, { 0xff0c, '-' },
	{ 0xff11, 'D' }, { 0xff21, 'L' }, { 0xfffd, '-' }, { 0x1d7ce, 'D' },
	{ 0x1f600, '-' }, { 0x20000, 'L' }, { 0xe0100, 'M' },
	{ 0xe01ef, 'M' }, { 0xe01f0, '-' }, { 0x10ffff, '-' }
};

static const struct {
	unsigned	code, lower, upper;
} cases[] = {
	{ 'A', 'a', 'A' }, { 'z', 'z', 'Z' }, { '1', '1', '1' },
	{ '@', '@', '@' }, { '[', '[', '[' }, { '`', '`', '`' },
	{ 0xc9, 0xe9, 0xc9 }, { 0xe9, 0xe9, 0xc9 }, { 0xd7, 0xd7, 0xd7 },
	{ 0xdf, 0xdf, 0xdf }, { 0xff, 0xff, 0x178 }, { 0x100, 0x101, 0x100 },
	{ 0x101, 0x101, 0x100 }, { 0x130, 'i', 0x130 }, { 0x131, 0x131, 'I' },
	{ 0x152, 0x153, 0x152 }, { 0x3a3, 0x3c3, 0x3a3 },
	{ 0x3c2, 0x3c2, 0x3a3 }, { 0x416, 0x436, 0x416 },
	{ 0x44f, 0x44f, 0x42f }, { 0x531, 0x561, 0x531 },
	{ 0x10a0, 0x2d00, 0x10a0 }, { 0x1e9e, 0xdf, 0x1e9e },
	{ 0x1f08, 0x1f00, 0x1f08 }, { 0x2160, 0x2170, 0x2160 },
	{ 0x4e00, 0x4e00, 0x4e00 }, { 0xff21, 0xff41, 0xff21 },
	{ 0x10400, 0x10428, 0x10400 }, { 0x1e900, 0x1e922, 0x1e900 },
	{ 0x10ffff, 0x10ffff, 0x10ffff }
};

static const struct {
	const char *text, *lower;
} texts[] = {
	{ "", "" },
	{ "A-b.C", "a-b.c" },
	{ "\303\211T\303\211", "\303\251t\303\251" },
	{ "\344\270\255A", "\344\270\255a" },
	/* I with a dot, and an i with a combining dot. */
	{ "\304\260x", "i\314\207x" }
};

/* A final sigma, and others. */
static const struct {
	const char *text, *lower;
} words[] = {
	{ "\u039f\u0394\u039f\u03a3 \u03a3\u0391\u03a3.",
	    "\u03bf\u03b4\u03bf\u03c2 \u03c3\u03b1\u03c2." },
	{ "\u03a3", "\u03c3" },
	{ "\u03b1\u03a3'\u03b1", "\u03b1\u03c3'\u03b1" },
	{ "\u03b1\u0301\u03a3\u0301", "\u03b1\u0301\u03c2\u0301" },
	{ "\u4e2d\u03a3", "\u4e2d\u03c3" }, { "\u0130", "i\u0307" }
};

static char
class_of(unsigned c)
{
	return unicode_is_letter(c) ? 'L' : unicode_is_mark(c) ? 'M' :
	    unicode_is_digit(c) ? 'D' : unicode_is_number(c) ? 'N' : '-';
}

int
main(void)
{
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; i < COUNT(classes); i++)
		tap_ok(class_of(classes[i].code) == classes[i].class,
		    "U+%04X is %c", classes[i].code, classes[i].class);
	tap_ok(unicode_is_number('7'), "a decimal digit is a number");
	tap_ok(unicode_is_nonspacing(0x64e) && !unicode_is_nonspacing(0x93e) &&
	    !unicode_is_nonspacing('a'), "some marks are nonspacing");
	for (i = 0; i < COUNT(cases); i++) {
		tap_ok(unicode_lower(cases[i].code) == cases[i].lower,
		    "U+%04X in lower case", cases[i].code);
		tap_ok(unicode_upper(cases[i].code) == cases[i].upper,
		    "U+%04X in upper case", cases[i].code);
	}
	for (i = 0; i < COUNT(texts); i++)
		tap_string(unicode_lower_text(&arena, texts[i].text),
		    texts[i].lower, texts[i].text);
	for (i = 0; i < COUNT(words); i++)
		tap_string(unicode_lower_words(&arena, words[i].text),
		    words[i].lower, words[i].text);
	arena_release(&arena);
	return tap_end();
}
