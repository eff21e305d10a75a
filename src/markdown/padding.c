#include <stdbool.h>
#include <string.h>

#include <md4c.h>

#include "base/text.h"
#include "markdown/padding.h"
#include "markdown/walk.h"

/* What md4c sees of a place in the source. */
#define PERIOD 256

/* Whether some blank lines stand at p, and behind them what may be in an
   item, or more of them. */
static bool
goes_on_in_item(const char *p, const char *end, int blank_lines)
{
	for (; blank_lines > 0; blank_lines--, p++) {
		p = walk_skip_prefix(p, end);
		if (p == end || *p != '\n')
			return false;
	}
	return p < end && strchr(" \t>\n", *p) != NULL;
}

/* Behind a line of one character and blanks at p; NULL: it has others. */
static const char *
skip_line_of(const char *p, const char *end, char c)
{
	p = walk_skip_prefix(p, end);
	if (p == end || *p != c)
		return NULL;
	while (p < end && (*p == c || ascii_is_blank(*p)))
		p++;
	return p < end && *p == '\n' ? p + 1 : NULL;
}

/* Whether a line at p, of one of these, ends a block, and its item goes on. */
static bool
is_last(const char *p, const char *end, const char *marks)
{
	const char *next;

	for (; *marks != '\0'; marks++) {
		next = skip_line_of(p, end, *marks);
		if (next != NULL)
			return goes_on_in_item(next, end, 1);
	}
	return false;
}

/* Where the line is whose text begins at p; NULL: it does not begin there. */
static const char *
find_line(const char *start, const char *p)
{
	/* Blanks, and the marks of quotations, items and headings. */
	static const char before[] = " \t>*+-.)#0123456789";
	const char *line = p;

	while (line > start && p - line < PERIOD &&
	    !ascii_is_alpha(line[-1]) && strchr(before, line[-1]) != NULL)
		line--;
	return line == start || line[-1] == '\n' ? line : NULL;
}

/* Whether md4c would read a place of the last line of a block. */
static bool
is_read(const char *start, const char *p, const char *end)
{
	const char *line = find_line(start, p);
	const char *next;

	if (line == NULL && *p != '\n')
		return false;
	next = walk_line_end(p, end);
	return goes_on_in_item(next, end, 2) ||
	    (*p == '\n' && is_last(next, end, "`~")) ||
	    (line != NULL && (is_last(p, end, "*-_") ||
	    is_last(next, end, "=-") || (text_find(line, p, '#') != NULL &&
	    goes_on_in_item(next, end, 1))));
}

size_t
padding_needed(const char *s, size_t n)
{
	size_t padding, i;

	for (padding = 0; padding < PERIOD; padding++) {
		i = (MD_BLOCK_LI - padding) % PERIOD;
		while (i < n && !is_read(s, s + i, s + n))
			i += PERIOD;
		if (i >= n)
			return padding;
	}
	return 0;
}
