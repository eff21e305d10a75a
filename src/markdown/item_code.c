/*
 * Indented code in list items, by the rules of Python-Markdown.
 *
 * The content of an item is indented by four columns, not as far as the text
 * after its marker: below `- Rain`, code begins in the ninth column, where in
 * CommonMark two of the spaces would be part of the code.
 */
#include "base/text.h"
#include "markdown/adaption.h"

#define INDENT 4

/* Whether indented code may be in an item. */
static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end, *p = s, *text;

	for (; (p = text_find(p, end, '\n')) != NULL; p++) {
		text = text_skip_blanks(p + 1, end);
		if (text - p > 2 * INDENT || (text > p + 1 && p[1] == '\t'))
			return true;
	}
	return false;
}

/* By how much code in the items around a line is indented too far. */
static size_t
surplus(const struct walk *w)
{
	size_t column = INDENT * w->lists;

	if (w->fence.length > 0 || w->quotes > 0 || w->lists == 0 ||
	    w->columns[w->lists - 1] >= column)
		return 0;
	return column - w->columns[w->lists - 1];
}

/* A line of code in an item. */
static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	const char *p = token->start, *end = w->end;
	size_t column = 0, excess = token->kind == WALK_CODE ? surplus(w) : 0;

	for (; excess > 0 && p < end && ascii_is_blank(*p); p++)
		column += *p == '\t' ? INDENT - column % INDENT : 1;
	if (excess == 0 || column < INDENT * (w->lists + 1))
		return false;
	for (column -= excess; column > 0; column--)
		buf_putc(out, ' ');
	buf_add_span(out, p, w->next);
	return true;
}

const struct adaption adaption_item_code = {
	.dialect = MARKDOWN_EXTRA_BLOCKS,
	.may_be_in = may_be_in,
	.take = take
};
