/*
 * What a line of Markdown can be, on its own.
 */
#include <string.h>

#include "base/text.h"
#include "html/markup.h"
#include "markdown/walk_parts.h"

enum {
	NUMBER_MAX = 9,		/* digits of a list item, CommonMark 5.2 */
	HEADING_MAX = 6,	/* 4.2 */
	FENCE_MIN = 3,		/* 4.5 */
	RULE_MIN = 3		/* 4.1 */
};

const char *
walk_line_end(const char *p, const char *end)
{
	p = memchr(p, '\n', (size_t)(end - p));
	return p == NULL ? end : p + 1;
}

const char *
walk_line_above(const struct walk *w)
{
	return w->line == w->start ? w->line : text_line_start(w->start,
	    w->line - 1);
}

bool
walk_is_blank(const char *p, const char *end)
{
	while (p < end && (ascii_is_blank(*p) || *p == '\n'))
		p++;
	return p == end;
}

const char *
walk_blank_rest(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return p == end ? p : *p == '\n' ? p + 1 : NULL;
}

const char *
walk_skip_blank_lines(const char *p, const char *end)
{
	const char *next;

	while (p < end && (next = walk_blank_rest(p, end)) != NULL)
		p = next;
	return p;
}

const char *
walk_skip_prefix(const char *p, const char *end)
{
	while (p < end && (ascii_is_blank(*p) || *p == '>'))
		p++;
	return p;
}

const char *
walk_cut_prefix(const char *start, const char *p)
{
	while (p > start && (ascii_is_blank(p[-1]) || p[-1] == '>'))
		p--;
	return p;
}

void
walk_put_prefix(struct buf *out, const char *p, const char *end)
{
	for (; p < end; p++)
		buf_putc(out, *p == '>' || *p == '\t' ? *p : ' ');
}

/* Whether a '>' does not end a tag but begins a line of a blockquote. */
static bool
is_quote_mark(const struct walk *w, const char *p)
{
	size_t n = w->quotes;

	while (n > 0 && p > w->start && (ascii_is_blank(p[-1]) ||
	    p[-1] == '>'))
		n -= *--p == '>';
	return n > 0 && p > w->start && p[-1] == '\n';
}

const char *
walk_tag_end(const struct walk *w, const char *p)
{
	const char *end = w->end;

	for (p++; p < end && (*p != '>' || is_quote_mark(w, p)); p++) {
		if (*p == '<' || (*p == '\n' &&
		    walk_blank_rest(p + 1, end) != NULL))
			return NULL;
		if (!ascii_is_quote(*p))
			continue;
		p = text_find(p + 1, end, *p);
		if (p == NULL)
			return NULL;
	}
	return p < end ? p + 1 : NULL;
}

size_t
walk_marker(const char *p, const char *end)
{
	size_t n = 0;

	if (p == end)
		return 0;
	if (*p == '-' || *p == '*' || *p == '+') {
		n = 1;
	} else {
		while (p + n < end && ascii_is_digit(p[n]))
			n++;
		if (n == 0 || n > NUMBER_MAX || p + n == end ||
		    (p[n] != '.' && p[n] != ')'))
			return 0;
		n++;
	}
	return p + n == end || ascii_is_blank(p[n]) || p[n] == '\n' ? n : 0;
}

size_t
walk_fence_length(const char *p, const char *end)
{
	size_t n;

	if (p == end || (*p != '`' && *p != '~'))
		return 0;
	n = text_run(p, end, *p);
	if (n < FENCE_MIN || (*p == '`' && memchr(p + n, '`',
	    (size_t)(walk_line_end(p, end) - p) - n) != NULL))
		return 0;
	return n;
}

const char *
walk_closing_line(const char *fence, const char *end, const char *before)
{
	const size_t length = text_run(fence, end, *fence);
	const char *line = walk_line_end(fence, end), *next, *p;
	size_t n;

	for (; line < end; line = next) {
		next = walk_line_end(line, end);
		for (p = line; p < next && strchr(before, *p) != NULL; p++)
			continue;
		n = text_run(p, next, *fence);
		if (n >= length && walk_is_blank(p + n, next))
			return line;
	}
	return NULL;
}

bool
walk_begins_note(const char *p, const char *end)
{
	if (!text_begins(p, end, "[^"))
		return false;
	p = text_find(p, end, ']');
	return p != NULL && text_begins(p, end, "]:");
}

bool
walk_is_heading(const char *p, const char *end)
{
	size_t n = text_run(p, end, '#');

	return n > 0 && n <= HEADING_MAX && (p + n == end ||
	    ascii_is_blank(p[n]) || p[n] == '\n');
}

const char *
walk_skip_marks(const char *p, const char *end, size_t *n)
{
	char c = *p;

	for (*n = 0; p < end && (*p == c || ascii_is_blank(*p)); p++)
		*n += *p == c;
	return p;
}

bool
walk_is_rule(const char *p, const char *end)
{
	char c = p < end ? *p : '\0';
	size_t n;

	if (c != '-' && c != '*' && c != '_')
		return false;
	p = walk_skip_marks(p, end, &n);
	return n >= RULE_MIN && (p == end || *p == '\n');
}

bool
walk_is_underline(const char *p, const char *end)
{
	char c = p < end ? *p : '\0';

	return (c == '-' || c == '=') &&
	    walk_is_blank(p + text_run(p, end, c), end);
}

const char *
walk_paragraph_end(const char *p, const char *end)
{
	const char *line;

	for (line = walk_line_end(p, end); line < end;
	    line = walk_line_end(line, end)) {
		p = walk_skip_prefix(line, end);
		if (p == end || *p == '\n' || walk_marker(p, end) > 0 ||
		    walk_is_heading(p, end) || walk_fence_length(p, end) > 0)
			return line;
	}
	return end;
}

const char *
walk_block_end(const char *p, const char *end)
{
	const char *line;

	for (line = walk_line_end(p, end); line < end;
	    line = walk_line_end(line, end)) {
		p = walk_skip_prefix(line, end);
		if (p == end || *p == '\n')
			return line;
	}
	return end;
}

bool
walk_begins_block(const char *p, const char *end)
{
	const char *name = p + 1;
	size_t n;

	if (p == end || *p != '<' || name == end)
		return false;
	name += *name == '/';
	n = (size_t)(text_word_end(name, end, "") - name);
	return markup_element_class(name, n) & MARKUP_BLOCK ||
	    text_span_is(name, n, "iframe");
}
