/*
 * Long targets of links that stand once in Markdown, and are written
 * wherever a link refers to them.
 *
 * `[a]: /very/long "and so on"` and many times `[a]` would make more than
 * linear output.  Later versions of md4c have a limit like this one; cmark
 * does, too.
 */
#include "base/text.h"
#include "markdown/adaption.h"

enum {
	LENGTH_MIN = 4096,	/* of a source; a shorter one makes little */
	TARGET_MIN = 256,
	GROWTH_MAX = 16		/* of the output beyond the source */
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

/* How much a definition may hold behind the bracket that ends its label. */
static size_t
target_length(struct flood *f, const char *p, const char *line_end)
{
	if (!has_quote(p, line_end) && !begins_title(line_end, f->end))
		return (size_t)(line_end - p);
	if (f->block_end == NULL || p >= f->block_end)
		f->block_end = walk_block_end(p, f->end);
	return (size_t)(f->block_end - p);
}

/* Behind the marks of quotations and items that a line begins with. */
static const char *
skip_marks(const char *p, const char *line_end)
{
	size_t n;

	for (p = walk_skip_prefix(p, line_end);
	    (n = walk_marker(p, line_end)) > 0;
	    p = walk_skip_prefix(p + n, line_end))
		continue;
	return p;
}

/* The bracket in a line at which a definition goes too far, or NULL. */
static const char *
find_target(struct flood *f, const char *line, const char *line_end)
{
	const char *text = skip_marks(line, line_end), *p;

	if (text == line_end || *text != '[')
		return NULL;
	p = text_find(text, line_end, ']');
	if (p == NULL || line_end - p < 2 || p[1] != ':' ||
	    target_length(f, p, line_end) <= f->limit)
		return NULL;
	return p;
}

static bool
may_be_in(const struct adaption_source *source)
{
	struct flood f = { .end = source->end };
	const char *s = source->start, *line_end;

	if (!(source->pairs & PAIR_LABEL))
		return false;
	f.limit = find_limit(s, f.end);
	if (f.limit == 0)
		return false;
	for (; s < f.end; s = line_end) {
		line_end = walk_line_end(s, f.end);
		if (find_target(&f, s, line_end) != NULL)
			return true;
	}
	return false;
}

static void
adapt(struct buf *out, struct walk *w, unsigned rules)
{
	struct flood f = { .end = w->end,
	    .limit = find_limit(w->start, w->end) };
	struct walk_token token;
	const char *target = NULL;

	(void)rules;
	while (walk_next(w, &token)) {
		if (token.kind == WALK_LINE)
			target = find_target(&f, w->text,
			    walk_line_end(w->text, w->end));
		if (token.kind == WALK_MARK && token.start == target)
			buf_putc(out, '\\');
		buf_add(out, token.start, token.length);
	}
}

const struct adaption adaption_flood = {
	.marks = "]",
	.may_be_in = may_be_in,
	.adapt = adapt
};
