/*
 * Kramdown tables, which may have rules anywhere.
 *
 *	|---
 *	| Month | Rain
 *	|:-|-:|-
 *	| May | 60
 *	|---
 *	| June | 72
 *	|===
 *	| Both | 132
 *
 * GitHub, and therefore md4c, requires one rule, as wide as the head, below a
 * head of one row.  In Kramdown, rows without any rule are a table; a rule
 * above the head means nothing; one of another width is accepted; and further
 * rules end a part of the body.  A bar in code is text.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* See markdown.c: md4c does not know wider tables. */
#define COLUMNS_MAX 128

/* Indentation that begins a code block. */
#define INDENT_OF_CODE 4

enum line_kind { LINE_ROW, LINE_RULE, LINE_FOOT, LINE_OTHER };

struct rows {
	const char	*first;		/* start of the first row */
	const char	*end;		/* of the last line */
	const char	*rule;		/* below the head; NULL: none */
	size_t		 head;		/* rows of the head */
	size_t		 count;		/* rows in all */
	size_t		 waiting;	/* rows of no part so far */
	size_t		 columns;	/* of the widest row */
	bool		 has_body;
	bool		 has_foot;
	bool		 is_odd;	/* it has a rule unknown to others */
};

static bool
begins_with_bar(const char *p, const char *end)
{
	const char *text = text_skip_blanks(p, end);

	return text < end && *text == '|' && text - p < INDENT_OF_CODE &&
	    text_find(p, text, '\t') == NULL;
}

/* Whether a line begins with a bar. */
static bool
may_be_in(const struct adaption_source *source)
{
	const char *s = source->start, *end = source->end, *p = s, *line;

	for (; (p = text_find(p, end, '|')) != NULL; p++) {
		for (line = p; line > s && line[-1] == ' '; line--)
			continue;
		if ((line == s || line[-1] == '\n') &&
		    begins_with_bar(line, end))
			return true;
		p = text_until(p, end, '\n');
		if (p == end)
			break;
	}
	return false;
}

/*
 * Skip the code span at p or, if it is not closed, its backticks.  The search
 * for a missing end is made once for each length, and lengths are few.
 */
static const char *
skip_code(const char *p, const char *end, bool *is_closed)
{
	size_t n = text_run(p, end, '`'), k;
	const char *tick = n > WALK_TICKS ? end : p + n;

	while ((tick = text_find(tick, end, '`')) != NULL) {
		k = text_run(tick, end, '`');
		tick += k;
		if (k == n)
			break;
	}
	*is_closed = tick != NULL;
	return *is_closed ? tick : p + n;
}

/* The next bar that separates cells, or the end. */
static const char *
find_bar(const char *p, const char *end)
{
	bool is_closed;

	while (p < end && *p != '|')
		if (*p == '`')
			p = skip_code(p, end, &is_closed);
		else
			p += *p == '\\' && p + 1 < end ? 2 : 1;
	return p;
}

/* Whether a line has only these characters, and the given one among them. */
static bool
is_rule(const char *p, const char *end, char sign)
{
	bool has_sign = false;

	for (; p < end && (*p == sign || strchr("+|: \t", *p) != NULL); p++)
		has_sign = has_sign || *p == sign;
	return p == end && has_sign;
}

static enum line_kind
kind_of(const char *p, const char *end)
{
	if (find_bar(p, end) == end)
		return LINE_OTHER;
	if (is_rule(p, end, '-'))
		return LINE_RULE;
	return is_rule(p, end, '=') ? LINE_FOOT : LINE_ROW;
}

/* Trim a row, and remove the bars around it. */
static void
trim_row(const char **p, const char **end)
{
	const char *bar;

	*p = text_skip_blanks(*p, *end);
	*p += *p < *end && **p == '|';
	while (*end > *p && ascii_is_blank((*end)[-1]))
		--*end;
	for (bar = *p; (bar = find_bar(bar, *end)) < *end; bar++)
		if (bar + 1 == *end) {
			--*end;
			break;
		}
}

static size_t
count_cells(const char *p, const char *end)
{
	size_t n = 1;

	trim_row(&p, &end);
	for (; (p = find_bar(p, end)) < end; p++)
		n++;
	return n;
}

/* Skip the next column of a rule: its hyphens, and the colons around them. */
static const char *
next_column(const char *p, const char *end, struct buf *out)
{
	bool is_left;

	p = text_find(p, end, '-');
	if (p == NULL)
		return NULL;
	is_left = p[-1] == ':';
	p += text_run(p, end, '-');
	if (out != NULL)
		buf_printf(out, "%s---%s", is_left ? ":" : "", p < end &&
		    *p == ':' ? ":" : "");
	return p;
}

static size_t
count_columns(const char *p, const char *end)
{
	size_t n = 0;

	while ((p = next_column(p, end, NULL)) != NULL)
		n++;
	return n;
}

static void
take_row(struct rows *r, const char *p, const char *end)
{
	size_t cells = count_cells(p, end);

	if (r->count == 0)
		r->first = p;
	r->columns = cells > r->columns ? cells : r->columns;
	r->count++;
	r->waiting++;
}

/* The head is what is above the first rule below a row. */
static void
take_rule(struct rows *r, const char *p)
{
	if (r->waiting > 0 && r->rule == NULL && !r->has_foot) {
		r->rule = p;
		r->head = r->waiting;
		r->waiting = 0;
		return;
	}
	r->is_odd = true;
	if (r->waiting > 0 && !r->has_foot) {
		r->has_body = true;
		r->waiting = 0;
	}
}

static void
take_foot(struct rows *r)
{
	r->is_odd = r->has_foot = true;
	if (r->waiting > 0)
		r->has_body = true;
	r->waiting = 0;
}

static void
take_line(struct rows *r, enum line_kind kind, const char *p,
    const char *end)
{
	if (kind == LINE_ROW)
		take_row(r, p, end);
	else if (kind == LINE_RULE)
		take_rule(r, p);
	else
		take_foot(r);
}

/* A table is followed by a blank line or attributes; otherwise it is text. */
static bool
is_boundary(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return p == end || *p == '\n' || text_begins(p, end, "{:");
}

/* Whether others read it the same way: one head row, as wide as the table. */
static bool
is_plain(const struct rows *r)
{
	const char *end = r->end;

	return !r->is_odd && r->head == 1 &&
	    r->columns == count_cells(r->first,
	    text_until(r->first, end, '\n')) &&
	    r->columns == count_columns(r->rule,
	    text_until(r->rule, end, '\n'));
}

/* Returns false if no table begins on this line, or it needs no change. */
static bool
read_rows(struct rows *r, const char *p, const char *end)
{
	enum line_kind kind;
	const char *stop;

	*r = (struct rows){ .first = NULL };
	for (; p < end; p = stop + (stop < end)) {
		stop = text_until(p, end, '\n');
		kind = kind_of(p, stop);
		if (kind == LINE_OTHER)
			break;
		take_line(r, kind, p, stop);
		r->end = stop;
	}
	/* Other rows are a body, unless they are a foot; one must be there. */
	return (r->has_body || (r->waiting > 0 && !r->has_foot)) &&
	    r->columns <= COLUMNS_MAX && is_boundary(p, end) && !is_plain(r);
}

/* ---- output ---- */

/*
 * Bars in code are text to Kramdown, but to others only if escaped.  Backticks
 * that close nothing must not match those of another row.
 */
static const char *
put_code(struct buf *out, const char *p, const char *end)
{
	bool is_closed;
	const char *after = skip_code(p, end, &is_closed);

	for (; p < after; p++) {
		if (is_closed ? *p == '|' && p[-1] != '\\' : *p == '`')
			buf_putc(out, '\\');
		buf_putc(out, *p);
	}
	return after;
}

static void
put_cells(struct buf *out, const char *p, const char *end)
{
	while (p < end)
		if (*p == '`') {
			p = put_code(out, p, end);
		} else {
			buf_putc(out, *p);
			if (*p++ == '\\' && p < end)
				buf_putc(out, *p++);
		}
}

static void
put_row(struct buf *out, const char *p, const char *end, size_t columns)
{
	size_t cells = count_cells(p, end);

	trim_row(&p, &end);
	buf_puts(out, "| ");
	put_cells(out, p, end);
	for (buf_puts(out, " |"); cells < columns; cells++)
		buf_puts(out, " |");
}

static void
put_rule(struct buf *out, const struct rows *r)
{
	const char *p = r->rule;
	size_t i;

	buf_puts(out, "\n|");
	for (i = 0; i < r->columns; i++) {
		if (p != NULL)
			p = next_column(p, text_until(p, r->end, '\n'), out);
		buf_puts(out, p == NULL ? "---|" : "|");
	}
}

/* Of a head of several rows, the first one becomes the head. */
static void
put_head(struct buf *out, const struct rows *r)
{
	static const char none[] = { STANDIN_NO_HEAD };

	if (r->rule != NULL)
		put_row(out, r->first, text_until(r->first, r->end, '\n'),
		    r->columns);
	else
		put_row(out, none, none + 1, r->columns);
	put_rule(out, r);
}

static void
put_table(struct buf *out, const struct rows *r)
{
	bool is_head = r->rule != NULL;
	const char *p, *stop;

	put_head(out, r);
	for (p = r->first; p < r->end; p = stop + (stop < r->end)) {
		stop = text_until(p, r->end, '\n');
		if (kind_of(p, stop) == LINE_ROW && !is_head) {
			buf_putc(out, '\n');
			put_row(out, p, stop, r->columns);
		}
		is_head = false;
	}
}

/*
 * Rows that begin without a bar are left to others, and so is what is not a
 * block of its own: a line of text may contain a bar.
 */
static bool
take(struct buf *out, struct walk *w, const struct walk_token *token)
{
	struct rows rows;

	if (token->kind != WALK_LINE || w->in_html || w->continues ||
	    w->quotes > 0 || w->lists > 0 ||
	    !begins_with_bar(w->line, w->end) ||
	    !read_rows(&rows, w->line, w->end))
		return false;
	put_table(out, &rows);
	walk_skip(w, rows.end);
	w->in_paragraph = false;
	return true;
}

const struct adaption adaption_rows = {
	.dialect = MARKDOWN_ROWS,
	.may_be_in = may_be_in,
	.take = take,
	.has_standins = true
};
