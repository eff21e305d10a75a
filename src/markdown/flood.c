/*
 * Long targets of links that stand once in Markdown, and are written
 * wherever a link refers to them.
 *
 * `[a]: /very/long "and so on"` and many times `[a]` would make more than
 * linear output.  Later versions of md4c have a limit like this one; cmark
 * does, too.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

enum {
	LENGTH_MIN = 4096,	/* of a source; a shorter one makes little */
	TARGET_MIN = 256,
	GROWTH_MAX = 16,	/* of the output beyond the source */
	LABEL_MAX = 4 * 999	/* of a definition (CommonMark 4.7) */
};

struct flood {
	const char	*end;		/* of the source */
	size_t		 limit;		/* of a target */
	const char	*block_end;	/* of the block that was looked at */
};

/* How long a target may be; 0: it makes no difference. */
static size_t
find_limit(const char *s, const char *end)
{
	size_t n = (size_t)(end - s), links = 0, limit;
	bool has_targets = false;

	if (n < LENGTH_MIN)
		return 0;
	for (; (s = text_find(s, end, ']')) != NULL; s++) {
		links++;
		has_targets = has_targets || (end - s > 1 && s[1] == ':');
	}
	/* The longest target is as long as the source. */
	if (!has_targets || links <= GROWTH_MAX)
		return 0;
	limit = GROWTH_MAX * n / links;
	return limit < TARGET_MIN ? TARGET_MIN : limit;
}

/* Whether a title may begin in a line, and end in another. */
static bool
has_quote(const char *p, const char *line_end)
{
	return text_find(p, line_end, '"') != NULL ||
	    text_find(p, line_end, '\'') != NULL ||
	    text_find(p, line_end, '(') != NULL;
}

static bool
begins_title(const char *p, const char *end)
{
	p = walk_skip_prefix(p, end);
	return p < end && (ascii_is_quote(*p) || *p == '(');
}

/*
 * Whether a bracket may end the label of a definition: that begins a block, be
 * it in quotations, in items or behind the box of a task.  It is none, maybe.
 */
static bool
may_end_label(const char *start, const char *bracket)
{
	const char *p = bracket;

	while (p > start && bracket - p < LABEL_MAX && (p[-1] != '[' ||
	    (p - 1 > start && p[-2] == '\\')))
		p--;
	if (p == start || p[-1] != '[')
		return false;
	for (bracket = --p; p > start && bracket - p < LABEL_MAX &&
	    p[-1] != '\n'; p--)
		if (strchr(" \t>-+*.)[]xX0123456789", p[-1]) == NULL)
			return false;
	return true;
}

/* How much stands behind the colon of a definition, in the next line, too, if
   it is the last of its line. */
static size_t
target_length(struct flood *f, const char *p)
{
	const char *line_end;

	p = text_skip_blanks(p, f->end);
	if (p < f->end && *p == '\n')
		p = walk_skip_prefix(p + 1, f->end);
	line_end = walk_line_end(p, f->end);
	if (!has_quote(p, line_end) && !begins_title(line_end, f->end))
		return (size_t)(line_end - p);
	if (f->block_end == NULL || p >= f->block_end)
		f->block_end = walk_block_end(p, f->end);
	return (size_t)(f->block_end - p);
}

/* Whether a definition whose label ends at p goes too far. */
static bool
is_too_long(struct flood *f, const char *start, const char *p)
{
	return f->end - p > 1 && p[1] == ':' && may_end_label(start, p) &&
	    target_length(f, p + 2) > f->limit;
}

static bool
may_be_in(const struct adaption_source *source)
{
	struct flood f = { .end = source->end };
	const char *start = source->start, *p;

	if (!(source->pairs & PAIR_LABEL))
		return false;
	f.limit = find_limit(start, f.end);
	if (f.limit == 0)
		return false;
	for (p = start; (p = text_find(p, f.end, ']')) != NULL; p++)
		if (is_too_long(&f, start, p))
			return true;
	return false;
}

static void
adapt(struct buf *out, struct walk *w, unsigned rules)
{
	struct flood f = { .end = w->end,
	    .limit = find_limit(w->start, w->end) };
	struct walk_token token;

	(void)rules;
	while (walk_next(w, &token)) {
		if (token.kind == WALK_MARK &&
		    is_too_long(&f, w->start, token.start))
			buf_putc(out, '\\');
		buf_add(out, token.start, token.length);
	}
}

const struct adaption adaption_flood = {
	.marks = "]",
	.may_be_in = may_be_in,
	.adapt = adapt
};
