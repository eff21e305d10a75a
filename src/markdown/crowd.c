/*
 * Markdown with so many brackets that md4c would take more than linear time.
 *
 * For each closing bracket, md4c goes from the first line of the paragraph to
 * the line of the bracket, and through everything between the pair.
 */
#include "base/text.h"
#include "markdown/adaption.h"

/*
 * At most this many lines gone through for each byte of a paragraph, and this
 * many passes over it.  What people write takes less than ten.
 */
#define LINES_MAX 256
#define DEPTH_MAX 64

/*
 * State of reading a paragraph.  As code and tags may hide brackets from md4c,
 * a closing bracket matches only if there can be no code or tag since the
 * bracket before it.  So there are never more open brackets than counted.
 */
struct crowd {
	size_t		 lines;
	size_t		 closed;	/* closing brackets */
	size_t		 open;
	size_t		 unsure;	/* open ones that are not matched */
	size_t		 ticks;		/* that opened code; 0: no code */
	bool		 is_hidden;	/* the next bracket may be hidden */
	const char	*last;		/* where `open` changed */
	size_t		 line_steps, depth_steps;
};

static void
put_aside(struct crowd *c)
{
	if (c->ticks > 0 || c->is_hidden)
		c->unsure = c->open;
	c->ticks = 0;
	c->is_hidden = false;
}

static void
take_bracket(struct crowd *c, const char *p)
{
	c->depth_steps += c->open * (size_t)(p - c->last);
	c->last = p;
	put_aside(c);
	if (*p == '[') {
		c->open++;
		return;
	}
	c->closed++;
	c->line_steps += c->lines;
	c->open -= c->open > c->unsure;
}

/* Skip a run of backticks. */
static const char *
take_ticks(struct crowd *c, const char *p, const char *end)
{
	size_t n = text_run(p, end, '`');

	if (c->ticks == 0)
		c->ticks = n;
	else if (c->ticks == n)
		c->ticks = 0;
	return p + n;
}

/* Read a character that may begin something, or any other. */
static const char *
take_mark(struct crowd *c, const char *p, const char *end)
{
	switch (*p) {
	case '[':
	case ']':
		take_bracket(c, p);
		return p + 1;
	case '`':
		return take_ticks(c, p, end);
	case '\\':
		/* It means nothing in code, which the backtick would end. */
		c->is_hidden = c->is_hidden || (p + 1 < end && p[1] == '`');
		return p + 1 < end ? p + 2 : end;
	case '<':
		c->is_hidden = true;
		return p + 1;
	default:
		c->lines += *p == '\n';
		return p + 1;
	}
}

static bool
is_crowd(const char *p, const char *end)
{
	size_t n = (size_t)(end - p);
	struct crowd c = { .last = p };

	while (p < end)
		p = take_mark(&c, p, end);
	return c.line_steps / LINES_MAX >= n ||
	    (c.depth_steps / DEPTH_MAX >= n && c.closed > DEPTH_MAX);
}

/* Whether a line ends every paragraph: it is blank or begins an item. */
static bool
ends_block(const char *p, const char *end)
{
	if (walk_marker(p, end) == 1)
		return end - p > 2 && !walk_is_blank(p + 1, p + 3);
	p = walk_skip_prefix(p, end);
	return p == end || *p == '\n';
}

/* The beginning of the next such line. */
static const char *
block_end(const char *p, const char *end)
{
	while ((p = walk_line_end(p, end)) < end)
		if (ends_block(p, end))
			return p;
	return end;
}

/* Fewer brackets than this in a paragraph are harmless. */
static bool
may_be_in(const struct adaption_source *source)
{
	const char *p = source->start, *end = source->end;
	const char *block_start = p, *block;
	size_t closed = 0;

	while ((p = text_find(p, end, ']')) != NULL) {
		p++;
		if (++closed <= DEPTH_MAX)
			continue;
		block = block_end(block_start, end);
		if (block >= p)
			return true;
		for (; block < p; block = block_end(block, end))
			block_start = block;
		p = block_start;
		closed = 0;
	}
	return false;
}

static void
put_standins(struct buf *out, const char *p, const char *end)
{
	for (; p < end; p++)
		if (*p == '[') {
			buf_putc(out, STANDIN_OPEN);
		} else if (*p == ']') {
			buf_putc(out, STANDIN_CLOSE);
		} else {
			buf_putc(out, *p);
			if (*p == '\\' && p + 1 < end)
				buf_putc(out, *++p);
		}
}

static void
adapt(struct buf *out, struct walk *w)
{
	const char *p = w->start, *end = w->end, *block;

	for (; p < end; p = block) {
		block = block_end(p, end);
		if (is_crowd(p, block))
			put_standins(out, p, block);
		else
			buf_add_span(out, p, block);
	}
}

const struct adaption adaption_crowd = {
	.may_be_in = may_be_in,
	.adapt = adapt,
	.has_standins = true
};
