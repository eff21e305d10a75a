/*
 * HTML headings, of which md4c knows only <h1>.
 *
 * It would put the others into a paragraph, which cannot contain headings.
 */
#include "base/text.h"
#include "markdown/adaption.h"

/* `<h2` to `<h6`, and the end of the name. */
static bool
is_heading(const char *p, const char *end)
{
	return end - p > 4 && p[0] == '<' && ascii_lower(p[1]) == 'h' &&
	    p[2] >= '2' && p[2] <= '6' && (ascii_is_space(p[3]) ||
	    p[3] == '>');
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *p = source->start, *end = source->end;

	if (!(source->pairs & PAIR_HEADING))
		return false;
	for (; (p = text_find(p, end, '<')) != NULL; p++)
		if (is_heading(p, end))
			return true;
	return false;
}

/* Whether it is indented like code, after any blockquote and item markers. */
static bool
is_indented(const struct walk *w)
{
	const char *p = w->text;
	size_t columns = 0;

	for (; p > w->line && ascii_is_blank(p[-1]); p--)
		columns += p[-1] == '\t' ? 4 : 1;
	return w->continues && columns > 3;
}

static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	const char *p = w->text;

	if (token->kind != WALK_LINE || !w->in_html ||
	    !is_heading(p, w->end) || is_indented(w))
		return false;
	buf_add_span(out, w->line, p + 2);
	buf_puts(out, STANDIN_LEVEL);
	buf_putc(out, p[2]);
	walk_skip(w, p + 3);
	return true;
}

const struct adaption adaption_raw_heading = {
	.may_be_in = may_be_in,
	.take = take,
	.has_standins = true
};
