#include <stdbool.h>
#include <string.h>

#include <md4c.h>

#include "base/text.h"
#include "markdown/padding.h"
#include "markdown/walk.h"

/* Number of values of the byte of an offset that md4c reads. */
#define PERIOD 256

/* Whether there are so many blank lines at p, followed by one more or by
   what may be in an item. */
static bool
continues_in_item(const char *p, const char *end, int blank_lines)
{
	for (; blank_lines > 0; blank_lines--, p++) {
		p = walk_skip_prefix(p, end);
		if (p == end || *p != '\n')
			return false;
	}
	return p < end && strchr(" \t>\n", *p) != NULL;
}

/* Skip a line of one character and whitespace at p; NULL if it has others. */
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

/* Whether the line at p, made of one of these, ends a block within an item. */
static bool
is_last(const char *p, const char *end, const char *marks)
{
	const char *next;

	for (; *marks != '\0'; marks++) {
		next = skip_line_of(p, end, *marks);
		if (next != NULL)
			return continues_in_item(next, end, 1);
	}
	return false;
}

/* The start of the line whose text begins at p, or NULL if it does not. */
static const char *
find_line(const char *start, const char *p)
{
	/* Whitespace, and the markers of blockquotes, items and headings. */
	static const char before[] = " \t>*+-.)#0123456789";
	const char *line = p;

	while (line > start && p - line < PERIOD &&
	    !ascii_is_alpha(line[-1]) && strchr(before, line[-1]) != NULL)
		line--;
	return line == start || line[-1] == '\n' ? line : NULL;
}

/* Whether md4c would read the offset p of the last line of a block. */
static bool
is_read(const char *start, const char *p, const char *end)
{
	const char *line = find_line(start, p);
	const char *next;

	if (line == NULL && *p != '\n')
		return false;
	next = walk_line_end(p, end);
	return continues_in_item(next, end, 2) ||
	    (*p == '\n' && is_last(next, end, "`~")) ||
	    (line != NULL && (is_last(p, end, "*-_") ||
	    is_last(next, end, "=-") || (text_find(line, p, '#') != NULL &&
	    continues_in_item(next, end, 1))));
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
