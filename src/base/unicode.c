#include <stddef.h>

#include "base/text.h"
#include "base/unicode.h"

enum class { NO_CLASS, LETTER, MARK, NONSPACING, DIGIT, NUMBER };

struct class_range {
	unsigned	first, last;
	enum class	class;
};

/* Of every character, or of every second one, the same distance away. */
struct case_range {
	unsigned	first, last, step;
	int		distance;
};

#include "base/unicode_tables.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static enum class
class_of(unsigned c)
{
	size_t low = 0, high = COUNT(class_ranges), middle;

	if (c < 0x80)
		return ascii_is_alpha((char)c) ? LETTER :
		    ascii_is_digit((char)c) ? DIGIT : NO_CLASS;
	while (low < high) {
		middle = low + (high - low) / 2;
		if (c > class_ranges[middle].last)
			low = middle + 1;
		else if (c < class_ranges[middle].first)
			high = middle;
		else
			return class_ranges[middle].class;
	}
	return NO_CLASS;
}

bool
unicode_is_letter(unsigned c)
{
	return class_of(c) == LETTER;
}

bool
unicode_is_mark(unsigned c)
{
	enum class class = class_of(c);

	return class == MARK || class == NONSPACING;
}

bool
unicode_is_nonspacing(unsigned c)
{
	return class_of(c) == NONSPACING;
}

bool
unicode_is_digit(unsigned c)
{
	return class_of(c) == DIGIT;
}

bool
unicode_is_number(unsigned c)
{
	enum class class = class_of(c);

	return class == DIGIT || class == NUMBER;
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
	const char *copy;

	buf_puts(&out, "");
	while (*text != '\0')
		buf_put_utf8(&out, unicode_upper(utf8_next(&text)));
	copy = arena_strndup(a, out.bytes, out.length);
	buf_release(&out);
	return copy;
}

const char *
unicode_lower_text(struct arena *a, const char *text)
{
	struct buf out = { 0 };
	const char *copy;
	unsigned c;

	buf_puts(&out, "");
	while (*text != '\0') {
		c = utf8_next(&text);
		buf_put_utf8(&out, unicode_lower(c));
		if (c == 0x130)
			buf_put_utf8(&out, 0x307);
	}
	copy = arena_strndup(a, out.bytes, out.length);
	buf_release(&out);
	return copy;
}
