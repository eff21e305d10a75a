/*
 * Indentation in HTML elements: in Pandoc, content that begins below a tag is
 * not indented code, however deep the elements are nested.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/raw_block_parts.h"
#include "markdown/walk.h"

/* An element whose content begins on the line below its tag. */
struct inner {
	const char	*close;
	size_t		 column;	/* of its tag, in the output */
	size_t		 strip;		/* of each line; set by the first one */
	bool		 is_known;
};

struct dedent {
	struct inner	 open[RAW_BLOCK_DEPTH];
	size_t		 depth;
	bool		 has_open_pre;	/* some <pre> is not closed */
};

/* The end of the <pre> that begins on a line and is kept as is; or `line`. */
static const char *
end_of_pre(struct dedent *d, const char *line, const char *next,
    const char *end)
{
	const char *p = d->has_open_pre ? NULL :
	    text_search(line, next, "<pre");

	if (p == NULL)
		return line;
	p = text_search(p, end, "</pre");
	d->has_open_pre = p == NULL;
	return p == NULL ? line : p;
}

/* How much of its indentation a line loses. */
static size_t
strip_of(struct dedent *d, const char *line, const char *next)
{
	const char *p = text_skip_blanks(line, next);
	struct inner *inner = d->depth == 0 ? NULL : &d->open[d->depth - 1];
	size_t indent = (size_t)(p - line), strip;

	if (inner == NULL)
		return 0;
	if (!inner->is_known && p < next && *p != '\n') {
		inner->is_known = true;
		inner->strip = indent > inner->column ?
		    indent - inner->column : 0;
	}
	strip = inner->strip;
	return indent < strip ? indent : strip;
}

/* Open the elements that begin on a line and extend below it. */
static void
open_inner(struct blocks *b, struct dedent *d, const char *line,
    const char *next, size_t strip)
{
	static const char markers[] = " \t-*+0123456789.)";
	const struct block *block;
	const char *p;

	for (; b->next < b->list.count; b->next++) {
		block = b->list.items[b->next];
		p = block->tag.start;
		if (p >= next)
			return;
		if (block->close == NULL || block->close < next ||
		    d->depth == RAW_BLOCK_DEPTH)
			continue;
		if (p > line && strspn(line, markers) < (size_t)(p - line))
			p = text_skip_blanks(line, p);
		d->open[d->depth++] = (struct inner){ .close = block->close,
		    .column = (size_t)(p - line) - strip };
	}
}

void
raw_block_dedent(struct buf *out, const char *s, size_t n)
{
	struct blocks b = { .out = out, .start = s };
	struct dedent d = { .depth = 0 };
	const char *p, *end = s + n, *next, *pre_end = s;
	size_t strip;

	raw_block_find(&b, s, n);
	for (p = s; p < end; p = next) {
		next = walk_line_end(p, end);
		while (d.depth > 0 && p >= d.open[d.depth - 1].close)
			d.depth--;
		strip = p < pre_end ? 0 : strip_of(&d, p, next);
		buf_add(out, p + strip, (size_t)(next - p) - strip);
		if (p >= pre_end)
			pre_end = end_of_pre(&d, p, next, end);
		open_inner(&b, &d, p, next, strip);
	}
	arena_release(&b.arena);
}
