#include <stddef.h>

#include "base/text.h"
#include "base/unicode.h"

/* Every character, or every second one, is mapped by the same distance. */
struct case_range {
	unsigned	first, last : 24, step : 8;
	int		distance;
};

#include "base/unicode_tables.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

bool
unicode_is_in(const struct unicode_range *ranges, size_t count, unsigned c)
{
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (c > ranges[middle].last)
			low = middle + 1;
		else if (c < ranges[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}

bool
unicode_is_letter(unsigned c)
{
	return c < 0x80 ? ascii_is_alpha((char)c) :
	    unicode_is_in(letters, COUNT(letters), c);
}

bool
unicode_is_mark(unsigned c)
{
	return c >= 0x80 && unicode_is_in(marks, COUNT(marks), c);
}

bool
unicode_is_nonspacing(unsigned c)
{
	return c >= 0x80 && unicode_is_in(nonspacing, COUNT(nonspacing), c);
}

bool
unicode_is_digit(unsigned c)
{
	return c < 0x80 ? ascii_is_digit((char)c) :
	    unicode_is_in(digits, COUNT(digits), c);
}

bool
unicode_is_number(unsigned c)
{
	return c < 0x80 ? ascii_is_digit((char)c) :
	    unicode_is_in(numbers, COUNT(numbers), c);
}

static unsigned
map(const struct case_range *ranges, size_t count, unsigned c)
{
	const struct case_range *range;
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		range = &ranges[middle];
		if (c > range->last)
			low = middle + 1;
		else if (c < range->first)
			high = middle;
		else
			return (c - range->first) % range->step != 0 ? c :
			    (unsigned)((int)c + range->distance);
	}
	return c;
}

unsigned
unicode_lower(unsigned c)
{
	if (c < 0x80)
		return (unsigned char)ascii_lower((char)c);
	/* Its full mapping is two characters; this is the simple one. */
	if (c == 0x130)
		return 'i';
	return map(lower_ranges, COUNT(lower_ranges), c);
}

unsigned
unicode_upper(unsigned c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
	return map(upper_ranges, COUNT(upper_ranges), c);
}

const char *
unicode_upper_text(struct arena *a, const char *text)
{
	struct buf out = { 0 };

	while (*text != '\0')
		buf_put_utf8(&out, unicode_upper(utf8_next(&text)));
	return arena_take(a, &out);
}

static void
put_lower(struct buf *out, unsigned c)
{
	buf_put_utf8(out, unicode_lower(c));
	if (c == 0x130)
		buf_put_utf8(out, 0x307);
}

const char *
unicode_lower_text(struct arena *a, const char *text)
{
	struct buf out = { 0 };

	while (*text != '\0')
		put_lower(&out, utf8_next(&text));
	return arena_take(a, &out);
}

/* Caseless characters that can be inside a word (Unicode 3.13, D136). */
static bool
is_case_ignorable(unsigned c)
{
	return unicode_is_mark(c) || c == '\'' || c == '.' || c == ':' ||
	    c == 0xad || c == 0xb7 || c == 0x2019 ||
	    (c >= 0x200b && c <= 0x200f);
}

static bool
is_cased(unsigned c)
{
	return unicode_lower(c) != c || unicode_upper(c) != c;
}

/* Whether a word ends here: no cased letter follows. */
static bool
ends_word(const char *p)
{
	unsigned c = 0;

	while (*p != '\0' && is_case_ignorable(c = utf8_next(&p)))
		continue;
	return !is_cased(c);
}

const char *
unicode_lower_words(struct arena *a, const char *text)
{
	const unsigned sigma = 0x3a3, final_sigma = 0x3c2;
	struct buf out = { 0 };
	bool in_word = false;
	unsigned c;

	while (*text != '\0') {
		c = utf8_next(&text);
		if (c == sigma && in_word && ends_word(text))
			buf_put_utf8(&out, final_sigma);
		else
			put_lower(&out, c);
		if (!is_case_ignorable(c))
			in_word = is_cased(c);
	}
	return arena_take(a, &out);
}
