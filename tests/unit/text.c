/*
 * Whitespace; characters, counted; and how far text is clean: a table, and the
 * vector code against its scalar twin, with all kinds of faults at all offsets
 * in a block.
 */
#include <stdint.h>

#include "base/text.h"
#include "pick.h"
#include "tap.h"

enum { ROOM = 200, ROUNDS = 200000 };

static const struct {
	const char	*text;
	size_t		 clean;
} cases[] = {
	{ "", 0 }, { "a\t\nb", 4 }, { "a\rb", 1 }, { "a\vb", 1 },
	{ "a\x7f", 2 }, { "\xc2\x80", 2 }, { "\xc1\xbf", 0 },
	{ "a\x80", 1 }, { "\xe4\xb8\xad", 3 }, { "\xe4\xb8", 0 },
	{ "\xe0\x9f\xbf", 0 }, { "\xe0\xa0\x80", 3 },
	{ "\xed\x9f\xbf", 3 }, { "\xed\xa0\x80", 0 },
	{ "\xef\xbf\xbd", 3 }, { "\xef\xbf\xbe", 0 }, { "\xef\xbf\xbf", 0 },
	{ "\xef\xbe\xbf", 3 }, { "\xf0\x8f\xbf\xbf", 0 },
	{ "\xf0\x90\x80\x80", 4 }, { "\xf4\x8f\xbf\xbf", 4 },
	{ "\xf4\x90\x80\x80", 0 }, { "\xf5\x80\x80\x80", 0 },
	{ "\xff", 0 }, { "\xe4\xb8\x61", 0 }, { "\xe4\xb8\xad\x80", 3 }
};

static const struct {
	const char	*text, *trimmed, *squeezed;
} spaces[] = {
	{ "", NULL, NULL },
	{ " \t\xc2\xa0\xe3\x80\x80\xef\xbb\xbf", NULL, NULL },
	{ "a", "a", "a" },
	{ "  a  b\n\t c ", "a  b\n\t c", "a b c" },
	{ "\xe3\x80\x80" "a\xe3\x80\x80" "b\xc2\xa0",
	    "a\xe3\x80\x80" "b", "a\xe3\x80\x80" "b" },
	{ "a\xef\xbb\xbf" "b \xef\xbb\xbf c", "a\xef\xbb\xbf" "b "
	    "\xef\xbb\xbf c", "ab c" },
	{ "\xc3\xa9\xc2\x85\xe2\x80\xa8\xe2\x80\xa9\xe4\xb8\xad",
	    "\xc3\xa9\xc2\x85\xe2\x80\xa8\xe2\x80\xa9\xe4\xb8\xad",
	    "\xc3\xa9 \xe4\xb8\xad" },
	{ "\xe2\x80\x99 \xf0\x9f\x98\x80\xc2\xb7",
	    "\xe2\x80\x99 \xf0\x9f\x98\x80\xc2\xb7",
	    "\xe2\x80\x99 \xf0\x9f\x98\x80\xc2\xb7" },
	{ "\b \b", NULL, NULL },
	{ " \b a\b b\bc \b d\b ", "a\b b\bc \b d", "a bc d" }
};

/* Pieces that random text is built from: mostly clean, some not. */
static const char *const pieces[] = {
	"a", "plain text, ", "\n", "\xc3\xa9", "\xe4\xb8\xad",
	"\xf0\x9f\x98\x80", "\xef\xbf\xbd", "0123456789abcdef",
	"\xe4\xb8\xad\xe6\x96\x87\xe5\xad\x97\xe4\xbd\x93"
};

static size_t
make_text(char *text, uint64_t *state)
{
	size_t n = 0, length;
	const char *piece;

	while (n < ROOM) {
		piece = pieces[pick(state, COUNT(pieces))];
		length = strlen(piece);
		if (n + length > ROOM)
			break;
		memcpy(text + n, piece, length);
		n += length;
	}
	return n - pick(state, (unsigned)n);
}

/* A case in the middle of clean text, at each offset in a vector. */
static bool
is_right_everywhere(const char *text, size_t clean)
{
	char long_text[ROOM];
	size_t n = strlen(text), at;

	for (at = 0; at + n < ROOM; at++) {
		memset(long_text, 'x', ROOM);
		memcpy(long_text + at, text, n);
		if (text_clean_length(long_text, ROOM) !=
		    (clean == n ? ROOM : at + clean))
			return false;
		if (text_clean_length(long_text, at + n) != at + clean)
			return false;
	}
	return true;
}

static bool
is_same(const char *text, size_t n)
{
	return text_clean_length(text, n) == text_clean_length_scalar(text, n);
}

/* Random text, as is and with a random byte in it. */
static bool
agrees_with_twin(void)
{
	uint64_t state = 20040131;
	char text[ROOM];
	unsigned i;
	size_t n;

	for (i = 0; i < ROUNDS; i++) {
		n = make_text(text, &state);
		if (!is_same(text, n))
			return false;
		text[pick(&state, (unsigned)n)] = (char)pick(&state, 256);
		if (!is_same(text, n))
			return false;
	}
	return true;
}

/* All pairs of bytes, with bytes that may follow them, in a vector. */
static bool
agrees_on_sequences(void)
{
	static const unsigned char ends[] = {
		'a', 0x7f, 0x80, 0x8f, 0x90, 0xa0, 0xbd, 0xbe, 0xbf, 0xc3,
		0xe0, 0xf0
	};
	char text[ROOM];
	unsigned a, b;
	size_t i, k;

	memset(text, 'x', ROOM);
	for (a = 0x80; a < 256; a++)
		for (b = 0x80; b < 256; b++)
			for (i = 0; i < COUNT(ends) * COUNT(ends); i++) {
				k = 60 + i % 8;
				memset(text + 60, 'x', 12);
				text[k] = (char)a;
				text[k + 1] = (char)b;
				text[k + 2] = (char)ends[i / COUNT(ends)];
				text[k + 3] = (char)ends[i % COUNT(ends)];
				if (!is_same(text, ROOM))
					return false;
			}
	return true;
}

/* Text of many scripts with one wrong byte, at every alignment. */
static bool
agrees_on_damage(void)
{
	static const char *const scripts[] = {
		"\xc3\xa9t\xc3\xa9 \xc3\xbc\142er ", "\xe4\xb8\xad\xe6\x96\x87",
		"\xf0\x9f\x98\x80", "\xef\xbf\xbd\xef\xbc\x8c",
		"\xd0\xb4\xd0\xb0 ASCII for more than the length of a block\n"
	};
	static const unsigned char faults[] = {
		0x00, '\r', 0x1f, 'a', 0x7f, 0x80, 0x9f, 0xa0, 0xbe, 0xbf,
		0xc0, 0xc3, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff
	};
	char room[ROOM + 64], *text;
	size_t i, k, n, at;
	char was;

	for (i = 0; i < COUNT(scripts) * 32; i++) {
		text = room + i % 32;
		for (n = 0; n < ROOM; n++)
			text[n] = scripts[i / 32][n % strlen(scripts[i / 32])];
		n = text_clean_length_scalar(text, ROOM);
		for (at = 0; at < n; at++) {
			was = text[at];
			for (k = 0; k < COUNT(faults); k++) {
				text[at] = (char)faults[k];
				if (!is_same(text, n))
					return false;
			}
			text[at] = was;
		}
		if (!is_same(text, n))
			return false;
	}
	return true;
}

/* Text with all kinds of whitespace in it, as pieces that may be cut. */
static const char *const spaced[] = {
	"a", "word ", "two  blanks", " ", "\n", "\t\n ", "plain text, and ",
	"\xc2\xa0", "\xe3\x80\x80", "\xef\xbb\xbf", "\xe2\x80\xa8",
	"\xc2\x85", "\xe4\xb8\xad\xe6\x96\x87", "\xef\xbc\x8c",
	"\xf0\x9f\x98\x80", "\xe2\x80\x99", "01234567 ", "01234567", "\b"
};

/* Added in pieces, the result is the same as at once, except at the end. */
static bool
is_squeezed_alike(struct arena *a, uint64_t *state)
{
	struct buf whole = { 0 }, squeezed = { 0 };
	const char *piece, *want, *got;
	unsigned i, count = pick(state, 30);
	bool ok;

	buf_puts(&whole, "");
	for (i = 0; i < count; i++) {
		piece = spaced[pick(state, COUNT(spaced))];
		buf_puts(&whole, piece);
		text_squeeze_add(&squeezed, piece, strlen(piece));
	}
	want = text_squeeze(a, whole.bytes);
	got = count == 0 ? NULL : text_trim(a, squeezed.bytes);
	ok = want == NULL || got == NULL ? want == got :
	    strcmp(want, got) == 0;
	ok = ok && text_ends_in_space(squeezed.bytes, squeezed.length) ==
	    (got != NULL && strlen(got) < squeezed.length);
	buf_release(&whole);
	buf_release(&squeezed);
	return ok;
}

static bool
squeezes_pieces(struct arena *a)
{
	uint64_t state = 1;
	unsigned i;
	bool ok = true;

	for (i = 0; i < ROUNDS / 10; i++) {
		ok = is_squeezed_alike(a, &state) && ok;
		arena_release(a);
	}
	return ok;
}

/* The same, one character at a time. */
static void
squeeze_slowly(struct buf *out, const char *s)
{
	const char *start;
	unsigned c;

	buf_puts(out, "");
	while (*s != '\0') {
		start = s;
		c = utf8_next(&s);
		if (c > ' ' && c != 0x85 && c != 0x2028 && c != 0x2029 &&
		    c != 0xfeff)
			buf_add(out, start, (size_t)(s - start));
		else if (text_is_space(c) && c != 0xfeff && out->length > 0 &&
		    out->bytes[out->length - 1] != ' ')
			buf_putc(out, ' ');
	}
}

/* Text that begins with a letter, and ends with one. */
static bool
squeezes_like_twin(struct arena *a)
{
	struct buf text = { 0 }, want = { 0 };
	uint64_t state = 3;
	unsigned i, k;
	bool ok = true;

	for (i = 0; i < ROUNDS / 10; i++) {
		buf_clear(&text);
		buf_clear(&want);
		buf_puts(&text, "a");
		for (k = pick(&state, 30); k > 0; k--)
			buf_puts(&text, spaced[pick(&state, COUNT(spaced))]);
		buf_puts(&text, "b");
		squeeze_slowly(&want, text.bytes);
		ok = strcmp(text_squeeze(a, text.bytes), want.bytes) == 0 &&
		    ok;
		arena_release(a);
	}
	buf_release(&text);
	buf_release(&want);
	return ok;
}

/* From each character of random text to each other one. */
static bool
counts_characters(void)
{
	uint64_t state = 7;
	const char *p, *q, *end;
	char text[ROOM + 1];
	size_t count, n;
	unsigned i;

	for (i = 0; i < 100; i++) {
		n = make_text(text, &state);
		while (n > 0 && text_clean_length(text, n) < n)
			n--;
		end = text + n;
		for (p = text; p < end; utf8_next(&p))
			for (q = p, count = 0; q < end; count++) {
				if (text_skip(p, end, count) != q ||
				    text_count(p, (size_t)(q - p)) != count)
					return false;
				utf8_next(&q);
			}
		if (text_skip(text, end, ROOM) != end)
			return false;
	}
	return true;
}

/* Ranges of scripts without spaces between words, and their neighbors. */
static const struct {
	unsigned	code;
	bool		is_cjk;
} scripts[] = {
	{ 0xdff, false }, { 0xe00, true }, { 0xeff, true }, { 0xf00, false },
	{ 0xf0a, false }, { 0xf0b, true }, { 0xf0c, false },
	{ 0xfff, false }, { 0x1000, true }, { 0x109f, true },
	{ 0x10a0, false }, { 0x1360, false }, { 0x1361, true },
	{ 0x1362, false }, { 0x177f, false }, { 0x1780, true },
	{ 0x17ff, true }, { 0x1800, false }, { 0x2e7f, false },
	{ 0x2e80, true }, { 0xa4cf, true }, { 0xa4d0, false },
	{ 0xac00, false }, { 0xf8ff, false }, { 0xf900, true },
	{ 0xfaff, true }, { 0xfb00, false }, { 0xfe2f, false },
	{ 0xfe30, true }, { 0xfe4f, true }, { 0xfe50, false },
	{ 0xfeff, false }, { 0xff00, true }, { 0xffef, true },
	{ 0xfff0, false }, { 0x1ffff, false }, { 0x20000, true },
	{ 0x3ffff, true }, { 0x40000, false }
};

/* A file name may end like this. */
static bool
stops_at_the_end(void)
{
	static const char *const ends[] = {
		"\x80", "\xff", "\xc3", "\xe2", "\xe2\x82", "\xf0",
		"\xf0\x9f", "\xf0\x9f\x98", "\xe2\x82" "a", "\xc3" "a"
	};
	const char *p, *end;
	char text[8] = "";
	size_t i;

	for (i = 0; i < COUNT(ends); i++) {
		end = text + strlen(ends[i]);
		memcpy(text, ends[i], strlen(ends[i]) + 1);
		for (p = text; p < end; )
			utf8_next(&p);
		if (p != end)
			return false;
	}
	return true;
}

/* Each byte at each offset, in texts of all lengths around that of a word. */
static bool
tells_decimals(void)
{
	static const char *const numbers[] = {
		"0", "7", "10", "-1", "0.5", "-0.25", "123456789012345"
	};
	static const char *const others[] = {
		"", "-", "01", "1.", ".5", "1.5.2", "1e3", "1a", " 1", "--1",
		"1234567890123456", "2024-05-01"
	};
	size_t i;

	for (i = 0; i < COUNT(numbers); i++)
		if (!text_is_decimal(numbers[i]))
			return false;
	for (i = 0; i < COUNT(others); i++)
		if (text_is_decimal(others[i]))
			return false;
	return true;
}

static bool
tells_printable(void)
{
	char text[20];
	size_t length, at;
	int byte;

	for (length = 0; length < sizeof text; length++) {
		memset(text, ' ', length);
		text[length] = '\0';
		if (!text_is_printable(text))
			return false;
		for (at = 0; at < length; at++) {
			for (byte = 1; byte < 256; byte++) {
				text[at] = (char)byte;
				if (text_is_printable(text) !=
				    (byte >= ' ' && byte < 0x7f))
					return false;
			}
			text[at] = '~';
		}
	}
	return true;
}

static bool
searches_its_span(void)
{
	static const char text[] = "abcabd";
	const char *end = text + sizeof text - 1;

	return text_search(text, end, "abd") == text + 3 &&
	    text_search(text, end, "ab") == text &&
	    text_search(text + 1, end, "ab") == text + 3 &&
	    text_search(text, end - 1, "abd") == NULL &&
	    text_search(end, end, "a") == NULL;
}

int
main(void)
{
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; i < COUNT(spaces); i++) {
		tap_string(text_trim(&arena, spaces[i].text),
		    spaces[i].trimmed, "trimmed");
		tap_string(text_squeeze(&arena, spaces[i].text),
		    spaces[i].squeezed, "squeezed");
	}
	tap_ok(squeezes_pieces(&arena), "squeezed in pieces as in one");
	tap_ok(squeezes_like_twin(&arena), "squeezed as by single characters");
	tap_ok(counts_characters(), "characters are counted and skipped");
	for (i = 0; i < COUNT(scripts); i++)
		tap_ok(text_is_cjk(scripts[i].code) == scripts[i].is_cjk,
		    "U+%04X: %s between words", scripts[i].code,
		    scripts[i].is_cjk ? "nothing" : "spaces");
	tap_ok(searches_its_span(), "a search stops at the end");
	tap_ok(tells_decimals(), "decimal numbers are recognized");
	tap_ok(tells_printable(), "printable ASCII is recognized");
	tap_ok(stops_at_the_end(), "invalid UTF-8 ends with its text");
	/* UBSan checks this. */
	tap_string(text_clean_copy(&arena, NULL, 0, NULL), "",
	    "an empty text may be NULL");
	arena_release(&arena);
	for (i = 0; i < COUNT(cases); i++)
		tap_ok(text_clean_length(cases[i].text,
		    strlen(cases[i].text)) == cases[i].clean &&
		    is_right_everywhere(cases[i].text, cases[i].clean),
		    "text %zu: %zu bytes are clean", i, cases[i].clean);
	tap_ok(agrees_with_twin(), "vectors agree with bytes: random text");
	tap_ok(agrees_on_sequences(), "vectors agree with bytes: sequences");
	tap_ok(agrees_on_damage(), "vectors agree with bytes: damaged text");
	return tap_end();
}
