/*
 * What looks like a code fence, but is part of a paragraph.
 *
 * A line indented like code continues the paragraph above, whatever it begins
 * with (CommonMark 4.8).  md4c takes it for a fence; and since a closing fence
 * is not indented that far, everything after it would be code.
 */
#include "base/text.h"
#include "markdown/adaption.h"

/* Whether there may be a fence of this character indented like code. */
static bool
has_deep_fence(const char *s, const char *end, char mark)
{
	const char *p = s;

	for (; (p = text_find(p, end, mark)) != NULL; p++)
		if ((text_ends(s, p, "\t") || text_ends(s, p, "    ")) &&
		    walk_fence_length(p, end) > 0)
			return true;
	return false;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end;

	return (source->pairs & PAIR_TICKS &&
	    has_deep_fence(s, end, '`')) ||
	    (source->pairs & PAIR_TILDES && has_deep_fence(s, end, '~'));
}

static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	if (token->kind != WALK_LINE || w->in_html || !walk_continues(w) ||
	    w->text == w->line || walk_fence_length(w->text, w->end) == 0)
		return false;
	buf_add_span(out, w->line, w->text);
	buf_putc(out, STANDIN_NONE);
	walk_skip(w, w->text);
	return true;
}

const struct adaption adaption_late_fence = {
	.may_be_in = may_be_in,
	.take = take,
	.has_standins = true
};
