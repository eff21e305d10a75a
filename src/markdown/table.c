/*
 * Tables as GitHub reads them, for md4c, which is stricter.
 *
 * The delimiter row may have single hyphens, a table may follow a line of text
 * directly, and `\|` is a bar in code, too.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* A line of text, without its blockquote markers. */
struct line {
	const char	*start, *text, *end;
	const char	*content;	/* after list markers, too */
	size_t		 offset;	/* of its start in the output */
	size_t		 quotes, lists;	/* those around its paragraph */
	bool		 continues;	/* it continues a paragraph */
	bool		 is_lazy;	/* it lacks their markers */
	bool		 is_deep;	/* indented too far for a block */
};

struct table {
	struct walk	*walk;
	struct buf	*out;
	struct line	 above, line;
	bool		 is_open;	/* the line is in a table */
};

/* Read a cell of the delimiter row; NULL if it is not one. */
static const char *
skip_rule(const char *p, const char *end, struct buf *out)
{
	bool is_left, is_right;

	p = text_skip_blanks(p, end);
	is_left = p < end && *p == ':';
	p += is_left;
	if (p == end || *p != '-')
		return NULL;
	p += text_run(p, end, '-');
	is_right = p < end && *p == ':';
	p += is_right;
	if (out != NULL)
		buf_printf(out, "%s---%s|", is_left ? ":" : "",
		    is_right ? ":" : "");
	return text_skip_blanks(p, end);
}

/*
 * Number of columns of a delimiter row, or 0 if it is not one; adds what md4c
 * accepts for that many columns.
 */
static size_t
read_rules(const char *p, const char *end, struct buf *out)
{
	bool has_bar = false;
	size_t n = 0;

	p = text_skip_blanks(p, end);
	if (p < end && *p == '|') {
		has_bar = true;
		p++;
	}
	while (p < end) {
		p = skip_rule(p, end, out);
		if (p == NULL || (p < end && *p != '|'))
			return 0;
		n++;
		has_bar = has_bar || p < end;
		p += p < end;
		if (text_skip_blanks(p, end) == end)
			break;
	}
	return has_bar ? n : 0;
}

/* Number of cells of a head: one if it has no bar. */
static size_t
count_cells(const char *p, const char *end)
{
	size_t bars = 0, cells;
	bool is_closed = false;

	p = text_skip_blanks(p, end);
	end = text_cut_blanks(p, end);
	cells = p == end || *p != '|';
	for (; p < end; p++) {
		is_closed = *p == '|';
		bars += is_closed;
		p += *p == '\\' && p + 1 < end;
	}
	return cells + bars - is_closed;
}

bool
table_may_be_in(const char *s, const char *end)
{
	const char *p = s, *line;

	while ((p = text_find(p, end, '|')) != NULL) {
		line = text_line_start(s, p);
		p = text_until(p, end, '\n');
		if (read_rules(walk_skip_prefix(line, p), p, NULL) > 0)
			return true;
	}
	return false;
}

/* Whether the line is part of the table above. */
static bool
is_row(const struct table *t)
{
	const struct walk *w = t->walk;

	/* In MDX the walk does not report HTML blocks. */
	return t->is_open && w->in_paragraph && !w->in_html &&
	    *w->text != MARKDOWN_BARE &&
	    !(w->is_mdx && walk_begins_block(w->text, w->end)) &&
	    walk_skip_prefix(w->line, w->text) == w->text &&
	    w->quotes == t->line.quotes && w->lists == t->line.lists;
}

static void
begin_line(struct table *t)
{
	struct walk *w = t->walk;
	const char *end = text_find(w->line, w->end, '\n');
	struct line *line = &t->line;

	t->above = t->line;
	line->start = w->line;
	line->end = end == NULL ? w->end : end;
	line->text = walk_skip_prefix(w->line, line->end);
	line->content = w->text;
	line->offset = t->out->length;
	line->continues = w->continues && line->text == w->text;
	line->is_lazy = w->is_lazy;
	line->is_deep = walk_is_deep(w, w->column);
	line->quotes = w->is_lazy ? w->open_quotes : w->quotes;
	line->lists = w->is_lazy ? w->open_lists : w->lists;
	/* Only paragraphs continue with anything that begins no block. */
	if (t->is_open)
		w->in_paragraph = false;
}

static void
put_code(struct buf *out, const char *p, const char *end)
{
	const char *bar;

	while ((bar = text_find(p, end, '|')) != NULL) {
		if (bar > p && bar[-1] == '\\') {
			buf_add(out, p, (size_t)(bar - p) - 1);
			buf_putc(out, STANDIN_BAR);
		} else {
			buf_add(out, p, (size_t)(bar - p) + 1);
		}
		p = bar + 1;
	}
	buf_add_span(out, p, end);
}

static void
put_token(struct buf *out, const struct walk_token *token)
{
	const char *p = token->start;

	if (token->kind == WALK_CODE) {
		put_code(out, p, p + token->length);
		return;
	}
	/* md4c drops a cell between two bars, but not one with a space. */
	if (token->kind == WALK_MARK && out->length > 0 &&
	    out->bytes[out->length - 1] == '|')
		buf_putc(out, ' ');
	buf_add(out, p, token->length);
}

/* Put the head again, now that it is one; a paragraph ends above it. */
static void
put_head(struct table *t)
{
	const struct line *head = &t->above;
	struct walk_token token;
	struct walk walk;

	t->out->length = head->offset;
	if (head->continues) {
		buf_add_span(t->out, head->start, head->text);
		buf_putc(t->out, '\n');
	}
	walk_init(&walk, head->start, (size_t)(t->line.start - head->start),
	    "|");
	walk.is_mdx = true;
	while (walk_next(&walk, &token))
		put_token(t->out, &token);
}

/* md4c might accept it as a delimiter row, though of another width. */
static void
put_no_rules(struct table *t)
{
	const struct line *line = &t->line;

	buf_add_span(t->out, line->start, line->text);
	buf_putc(t->out, '\\');
	buf_putc(t->out, *line->text);
	walk_skip(t->walk, line->text + 1);
}

/* Process the line below a head. */
static void
take_rules(struct table *t)
{
	const struct line *head = &t->above, *line = &t->line;
	size_t columns;

	if (t->is_open || !t->walk->continues || head->is_lazy ||
	    head->is_deep || line->is_lazy || line->is_deep)
		return;
	columns = read_rules(line->text, line->end, NULL);
	if (columns == 0)
		return;
	if (columns != count_cells(head->content, head->end)) {
		put_no_rules(t);
		return;
	}
	put_head(t);
	buf_add_span(t->out, line->start, line->text);
	buf_putc(t->out, '|');
	read_rules(line->text, line->end, t->out);
	walk_skip(t->walk, line->end);
	t->walk->in_paragraph = false;
	t->is_open = true;
}

/*
 * md4c knows only some of what ends a table, but a blank line always does.
 * Between list items it would make them paragraphs, and is not needed.
 */
static void
end_table(struct table *t, const struct walk_token *token)
{
	const struct walk *w = t->walk;
	const struct line *above = &t->line;
	const char *text = walk_skip_prefix(token->start, w->end);
	bool is_code = token->kind == WALK_CODE && w->fence.length == 0;

	t->is_open = false;
	if (w->quotes != above->quotes || w->lists != above->lists ||
	    (walk_marker(text, w->end) > 0 && !is_code))
		return;
	buf_add_span(t->out, above->start, above->text);
	buf_putc(t->out, '\n');
}

static void
take_line(struct table *t, const struct walk_token *token)
{
	if (t->is_open && !is_row(t))
		end_table(t, token);
	if (t->walk->in_html)
		return;
	begin_line(t);
	take_rules(t);
}

/* Process a line without text: code or a blank line. */
static void
take_other_line(struct table *t, const struct walk_token *token)
{
	if (t->is_open && token->kind == WALK_CODE)
		end_table(t, token);
	t->is_open = false;
}

/* Bars in code become STANDIN_BAR. */
static void
adapt(struct buf *out, struct walk *w)
{
	struct table t = { .walk = w, .out = out };
	struct walk_token token;

	while (walk_next(w, &token)) {
		if (token.kind == WALK_LINE)
			take_line(&t, &token);
		else if (token.start != w->line && (token.start == w->start ||
		    token.start[-1] == '\n'))
			take_other_line(&t, &token);
		if (t.is_open)
			put_token(out, &token);
		else
			buf_add(out, token.start, token.length);
	}
}

static bool
may_be_in(const struct adaption_source *source)
{
	return table_may_be_in(source->start, source->end);
}

const struct adaption adaption_table = {
	.marks = "|",
	.may_be_in = may_be_in,
	.adapt = adapt,
	.has_standins = true
};
