#include <string.h>

#include "base/text.h"
#include "body/standin.h"
#include "body/tabs.h"
#include "body/walk.h"

#define TAB 4		/* columns, CommonMark 2.2 */

bool
tabs_may_be_in(const char *s, size_t n)
{
	return n > 0 && memchr(s, '\t', n) != NULL;
}

/*
 * Behind what Markdown itself takes from a line, so many columns; a tab that
 * only ends beyond them is left to it, and so is all that follows.
 */
static const char *
skip_columns(const char *p, const char *end, size_t columns)
{
	size_t column = 0;

	for (; column < columns && p < end && ascii_is_blank(*p); p++)
		column += *p == '\t' ? TAB - column % TAB : 1;
	return column > columns ? end : p;
}

static void
put_line(struct buf *out, const struct walk_token *line, size_t columns)
{
	const char *end = line->start + line->length, *code = line->start;
	const char *p;

	while (code < end && ascii_is_blank(*code))
		code++;
	p = skip_columns(line->start, code, columns);
	buf_add(out, line->start, (size_t)(p - line->start));
	if (code == end || *code == '\n')
		code = p;
	for (; p < code; p++)
		buf_putc(out, *p == '\t' ? STANDIN_TAB : *p);
	buf_add(out, p, (size_t)(end - p));
}

void
tabs_keep(struct buf *out, const char *s, size_t n, bool is_mdx)
{
	struct walk_token token;
	struct walk walk;

	walk_init(&walk, s, n, "");
	walk.is_mdx = is_mdx;
	while (walk_next(&walk, &token))
		if (token.kind == WALK_CODE && walk.is_code_line)
			put_line(out, &token, walk.code_column);
		else
			buf_add(out, token.start, token.length);
}
