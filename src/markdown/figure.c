/*
 * Captions as in Pandoc.
 *
 * An image that is a paragraph of its own has its description as the caption;
 * elsewhere that only replaces the image.  A paragraph that begins with `: ` is
 * the caption of a table.
 */
#include "base/text.h"
#include "markdown/adaption.h"

/* A longer paragraph is not a figure. */
#define FIGURE_MAX 4000

struct figure {
	const char	*start, *end;	/* of the image */
	const char	*text_end;
};

/* The bracket that matches the one before p, or NULL if there is none. */
static const char *
find_close(const char *p, const char *end, char open, char close)
{
	size_t depth = 0;

	for (; p < end; p++)
		if (*p == '\\' && end - p > 1)
			p++;
		else if (*p == open)
			depth++;
		else if (*p == close && depth-- == 0)
			return p;
	return NULL;
}

/* The end of the paragraph at p, or NULL if it is too long. */
static const char *
paragraph_end(const char *p, const char *end)
{
	const char *limit = end - p > FIGURE_MAX ? p + FIGURE_MAX : end;
	const char *stop = walk_paragraph_end(p, limit);

	return stop == limit && limit < end ? NULL : text_cut_space(p, stop);
}

/* Whether the paragraph that begins at p is an image with a description. */
static bool
read_figure(const char *p, const char *end, struct figure *f)
{
	const char *text = p + 2, *stop;

	if (!text_begins(p, end, "![") || (end = paragraph_end(p, end)) ==
	    NULL)
		return false;
	*f = (struct figure){ .start = p, .end = end, .text_end =
	    find_close(text, end, '[', ']') };
	if (f->text_end == NULL || walk_is_blank(text, f->text_end) ||
	    !text_begins(f->text_end, end, "]("))
		return false;
	stop = find_close(f->text_end + 2, end, '(', ')');
	return stop != NULL && stop + 1 == end;
}

static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end;

	return text_find_pair(s, end, '!', "[") != NULL ||
	    text_begins(s, end, ":") ||
	    text_find_pair(s, end, '\n', ":") != NULL;
}

/* `: Caption of a table`; what begins a definition is already HTML. */
static bool
begins_caption(const char *p, const char *end)
{
	return end - p > 1 && *p == ':' && ascii_is_blank(p[1]);
}

static void
put_figure(struct buf *out, struct walk *w, const struct figure *f)
{
	buf_add_span(out, w->line, f->start);
	buf_printf(out, "%c<figure>", MARKDOWN_BARE);
	buf_add_span(out, f->start, f->end);
	buf_puts(out, "<figcaption>");
	buf_add(out, f->start + 2, (size_t)(f->text_end - f->start) - 2);
	buf_printf(out, "</figcaption></figure>%c", MARKDOWN_BARE_END);
	walk_skip(w, f->end);
}

/* Put a line without its colon, and without the attributes at its end. */
static void
put_caption(struct buf *out, struct walk *w)
{
	const char *p = text_skip_blanks(w->text + 1, w->end);
	const char *stop = walk_line_end(p, w->end), *end, *brace;

	end = text_cut_space(p, stop);
	buf_add_span(out, w->line, w->text);
	walk_skip(w, p);
	if (end == p || end[-1] != '}')
		return;
	for (brace = end; brace > p && *brace != '{'; brace--)
		continue;
	if (brace > p && ascii_is_blank(brace[-1])) {
		buf_add_span(out, p, brace);
		walk_skip(w, end);
	}
}

static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	struct figure figure;

	if (token->kind != WALK_LINE || w->in_html || w->is_lazy ||
	    walk_continues(w))
		return false;
	if (read_figure(w->text, w->end, &figure))
		put_figure(out, w, &figure);
	else if (begins_caption(w->text, w->end))
		put_caption(out, w);
	else
		return false;
	return true;
}

const struct adaption adaption_figure = {
	.dialect = MARKDOWN_FIGURES,
	.may_be_in = may_be_in,
	.take = take,
	.has_standins = true
};
