/*
 * Long link targets that appear once in Markdown, but are written wherever a
 * link refers to them.
 *
 * `[a]: /very/long "and so on"` and many times `[a]` would produce more than
 * linear output.  Later versions of md4c have a limit like this one, and so
 * does cmark.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

enum {
	LENGTH_MIN = 4096,	/* of a source; a shorter one is harmless */
	TARGET_MIN = 256,
	GROWTH_MAX = 16,	/* of the output beyond the source */
	LABEL_MAX = 4 * 999	/* of a definition label (CommonMark 4.7) */
};

struct flood {
	const char	*end;		/* of the source */
	size_t		 limit;		/* of a target */
	const char	*block_end;	/* of the last block examined */
};

/* How long a target may be, or 0 if it does not matter. */
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

/*
 * Whether a bracket may end the label of a definition that begins a block, even
 * in blockquotes or items, after the checkbox of a task or the label of a
 * footnote.  False positives are possible.
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
			return p - start > 1 && p[-1] == ':' && p[-2] == ']';
	return true;
}

/* The end of the URL at p; beyond the limit if it is too long. */
static const char *
address_end(const struct flood *f, const char *p)
{
	const char *most = (size_t)(f->end - p) > f->limit ?
	    p + f->limit + 1 : f->end;

	if (p < most && *p == '<') {
		while (p < most && *p != '>' && *p != '\n')
			p++;
		return p + (p < most && *p == '>');
	}
	return text_skip_word(p, most);
}

/* Skip whitespace with at most one line break. */
static const char *
skip_gap(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return p < end && *p == '\n' ? walk_skip_prefix(p + 1, end) : p;
}

/* Whether a URL, with its title if there is one, is too long; anything else
   after the colon is text. */
static bool
is_long_target(struct flood *f, const char *p)
{
	const char *rest;

	p = skip_gap(p, f->end);
	rest = address_end(f, p);
	if ((size_t)(rest - p) > f->limit)
		return true;
	rest = skip_gap(rest, f->end);
	if (rest == f->end || (!ascii_is_quote(*rest) && *rest != '('))
		return false;
	if (f->block_end == NULL || p >= f->block_end)
		f->block_end = walk_block_end(p, f->end);
	return (size_t)(f->block_end - p) > f->limit;
}

/* Whether the target of a definition whose label ends at p is too long. */
static bool
is_too_long(struct flood *f, const char *start, const char *p)
{
	return f->end - p > 1 && p[1] == ':' && may_end_label(start, p) &&
	    is_long_target(f, p + 2);
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
adapt(struct buf *out, struct walk *w)
{
	struct flood f = { .end = w->end,
	    .limit = find_limit(w->start, w->end) };
	struct walk_token token;

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
