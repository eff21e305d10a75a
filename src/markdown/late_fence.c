/*
 * What looks like a fence of code, but stands in a paragraph.
 *
 * Indented like code, a line goes on with the paragraph above, whatever it
 * begins with (CommonMark 4.8).  md4c takes it for a fence; and since what
 * closes one is not indented so far, all that follows would be code.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"
#include "markdown/standin.h"

/* Whether the first of a line's marks are those of a fence. */
static bool
is_fence(const char *p, const char *end)
{
	return text_begins(p, end, "```") || text_begins(p, end, "~~~");
}

static bool
has_indented(const char *s, const char *end, char c)
{
	const char *p = s;

	for (; (p = text_find(p, end, c)) != NULL; p++)
		if (p > s && (p[-1] == '\t' || (p[-1] == ' ' && p - s > 3 &&
		    memcmp(p - 3, "   ", 3) == 0)) && is_fence(p, end))
			return true;
	return false;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end;

	return (source->pairs & PAIR_TICKS && has_indented(s, end, '`')) ||
	    (source->pairs & PAIR_TILDES && has_indented(s, end, '~'));
}

static void
adapt(struct buf *out, struct walk *w, unsigned rules)
{
	struct walk_token token;

	(void)rules;
	while (walk_next(w, &token)) {
		buf_add(out, token.start, token.length);
		if (token.kind != WALK_LINE || w->in_html ||
		    !walk_goes_on(w) || w->text == w->line ||
		    !is_fence(w->text, w->end))
			continue;
		buf_add_span(out, w->line, w->text);
		buf_putc(out, STANDIN_NONE);
		walk_skip(w, w->text);
	}
}

const struct adaption adaption_late_fence = {
	.may_be_in = may_be_in,
	.adapt = adapt,
	.has_standins = true
};
