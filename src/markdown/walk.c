#include <string.h>

#include "base/text.h"
#include "markdown/walk_parts.h"

enum {
	TAB = 4,		/* CommonMark 2.2 */
	CODE_INDENT = 4		/* 4.4 */
};

/* How a line begins. */
struct prefix {
	const char	*p;
	size_t		 start;		/* column after the last '>' */
	size_t		 column;	/* counted from there */
	size_t		 quotes;
	bool		 is_code;	/* what follows a marker is code */
};

void
walk_init(struct walk *w, const char *s, size_t n, const char *marks)
{
	*w = (struct walk){ .start = s, .next = s, .end = s + n, .line = s,
	    .text = s, .at_line = true };
	w->special['\n'] = w->special['<'] = w->special['`'] =
	    w->special['\\'] = 1;
	walk_mark(w, marks);
}

void
walk_mark(struct walk *w, const char *marks)
{
	for (; *marks != '\0'; marks++)
		w->special[(unsigned char)*marks] = 2;
}

bool
walk_continues(const struct walk *w)
{
	return w->continues && walk_skip_prefix(w->line, w->text) == w->text;
}

/* How many columns a space or tab occupies there (2.2). */
static size_t
blanks_for(char c, size_t column)
{
	return c == '\t' ? TAB - column % TAB : 1;
}

/* Read indentation and blockquote markers, up to the given number of them. */
static struct prefix
read_prefix(const char *p, const char *end, size_t quotes)
{
	struct prefix x = { .p = p };

	for (;;) {
		for (; x.p < end && ascii_is_blank(*x.p); x.p++)
			x.column += blanks_for(*x.p, x.start + x.column);
		if (x.p == end || *x.p != '>' || x.quotes == quotes)
			return x;
		x.p++;
		x.quotes++;
		x.start += x.column + 1;
		x.column = 0;
		if (x.p < end && ascii_is_blank(*x.p)) {
			x.column = blanks_for(*x.p++, x.start) - 1;
			x.start++;
		}
	}
}

size_t
walk_base(const struct walk *w)
{
	size_t outer = w->quotes > 0 ? w->outer_lists : 0;

	return w->lists <= outer ? 0 : w->columns[w->lists - 1];
}

static bool
has_indented_code(const struct walk *w)
{
	return !w->is_mdx && !w->is_flat;
}

/* Whether a line is still part of the open fence; its last one closes it. */
static bool
is_fenced(struct walk *w, const char *line_end)
{
	struct prefix x = read_prefix(w->next, line_end, w->fence.quotes);
	size_t n;

	if (x.quotes < w->fence.quotes || (x.column < w->fence.column &&
	    !walk_is_blank(x.p, line_end))) {
		w->fence.length = 0;
		return false;
	}
	n = text_run(x.p, line_end, w->fence.c);
	if (n >= w->fence.length && (!has_indented_code(w) ||
	    x.column - w->fence.column < CODE_INDENT) &&
	    walk_is_blank(x.p + n, line_end))
		w->fence.length = 0;
	w->in_paragraph = false;
	return true;
}

/* Whether a list marker may interrupt a paragraph (5.2). */
static bool
interrupts(const char *p, size_t n, const char *line_end)
{
	return (!ascii_is_digit(*p) || (n == 2 && *p == '1')) &&
	    !walk_is_blank(p + n, line_end);
}

/* Skip list markers, and note where the text of their items begins. */
static void
read_markers(struct walk *w, struct prefix *x, const char *line_end)
{
	const char *mixed = x->p;	/* no thematic break before it */
	size_t n, blanks;

	while ((n = walk_marker(x->p, line_end)) > 0) {
		if ((x->p >= mixed && walk_is_rule(x->p, line_end)) ||
		    (w->in_paragraph && !w->is_lazy &&
		    !interrupts(x->p, n, line_end)))
			return;
		if (x->p >= mixed)
			mixed = walk_skip_marks(x->p, line_end, &blanks);
		x->p += n;
		x->column += n;
		for (blanks = 0; x->p < line_end && ascii_is_blank(*x->p);
		    x->p++)
			blanks += blanks_for(*x->p, x->start + x->column +
			    blanks);
		x->column += blanks == 0 || blanks > CODE_INDENT ? 1 :
		    blanks;
		if (w->lists < WALK_LISTS)
			w->columns[w->lists++] = x->column;
		w->in_paragraph = w->is_lazy = false;
		x->is_code = blanks > CODE_INDENT && has_indented_code(w) &&
		    !walk_is_blank(x->p, line_end);
		if (x->is_code)
			return;
	}
}

/* `- > a`: a blockquote at the beginning of an item on this line. */
static void
read_inner_quotes(struct walk *w, struct prefix *x, const char *line_end)
{
	struct prefix inner;

	if (w->quotes > 0 || w->lists == w->kept_lists || x->is_code ||
	    x->p == line_end || *x->p != '>')
		return;
	inner = read_prefix(x->p, line_end, (size_t)-1);
	w->quotes = inner.quotes;
	w->outer_lists = w->lists;
	w->quote_base = w->columns[w->lists - 1];
	x->start += x->column + inner.start;
	x->column = inner.column;
	x->p = inner.p;
	read_markers(w, x, line_end);
}

/* Whether a line begins an HTML block (4.6). */
static bool
begins_html(const struct walk *w, const char *p, const char *line_end)
{
	const char *name = p + 1;

	if (p == line_end || *p != '<' || name == line_end)
		return false;
	if (*name == '!' || *name == '?' || walk_begins_block(p, line_end))
		return true;
	name += *name == '/';
	if (name == line_end || !ascii_is_alpha(*name))
		return false;
	while (name < line_end && (ascii_is_alnum(*name) || *name == '-'))
		name++;
	/* Not a tag; perhaps a URL between `<` and `>`. */
	if (name < line_end && !ascii_is_space(*name) && *name != '/' &&
	    *name != '>')
		return false;
	line_end = text_cut_space(p, line_end);
	return !w->in_paragraph && line_end[-1] == '>' &&
	    memchr(p, '>', (size_t)(line_end - p)) == line_end - 1;
}

/* How many lists a line is in, by the column of its first '>'. */
static size_t
lists_around(const struct walk *w, size_t column)
{
	size_t n = w->quotes > 0 ? w->outer_lists : w->lists;

	while (n > 0 && w->columns[n - 1] > column)
		n--;
	return n;
}

/* Where the text begins in the innermost of that many lists. */
static size_t
text_column(const struct walk *w, size_t lists)
{
	return lists == 0 ? 0 : w->columns[lists - 1];
}

/* Whether what looks like a blockquote is indented too far: `    > a`. */
static bool
is_indented_quote(const struct walk *w, size_t quotes, const char *line_end)
{
	size_t column;

	if (quotes == 0 || w->in_html || !has_indented_code(w))
		return false;
	column = read_prefix(w->next, line_end, 0).column;
	return column >= CODE_INDENT + text_column(w, lists_around(w, column));
}

bool
walk_is_deep(const struct walk *w, size_t column)
{
	return has_indented_code(w) && column - walk_base(w) >= CODE_INDENT;
}

/* Whether a line of text is part of a paragraph. */
static bool
is_paragraph(const struct walk *w, const struct prefix *x,
    const char *line_end)
{
	bool is_deep = walk_is_deep(w, x->column);

	if (w->in_paragraph && (is_deep || (!w->is_lazy &&
	    walk_is_underline(x->p, line_end))))
		return is_deep;
	return !walk_is_blank(x->p, line_end) &&
	    !walk_is_heading(x->p, line_end) && !walk_is_rule(x->p, line_end);
}

/* Whether a line indented like code continues a paragraph lazily. */
static bool
is_lazy_code(const struct walk *w, const struct prefix *x)
{
	return w->in_paragraph && x->quotes < w->quotes &&
	    has_indented_code(w) && x->column >= CODE_INDENT + w->quote_base;
}

/* Whether a blockquote begins to the left of the item that another is in. */
static bool
is_left_of_quote(const struct walk *w, const struct prefix *x)
{
	return w->quotes > 0 && x->quotes > 0 && w->quote_base >
	    read_prefix(w->next, x->p, 0).column;
}

static void
leave_quotes(struct walk *w)
{
	w->quotes = 0;
	w->lists = w->outer_lists;
	w->in_paragraph = false;
}

/* A different depth of blockquotes ends what is open in them, ... */
static void
enter_quotes(struct walk *w, const struct prefix *x)
{
	if (w->quotes == 0) {
		w->outer_lists = lists_around(w, read_prefix(w->next, x->p,
		    0).column);
		w->quote_base = text_column(w, w->outer_lists);
	}
	w->quotes = x->quotes;
	w->lists = w->outer_lists;
	w->in_html = w->in_paragraph = false;
}

/* ... and less indentation ends list items. */
static void
enter_blocks(struct walk *w, const struct prefix *x)
{
	bool in_paragraph;

	if (is_left_of_quote(w, x))
		leave_quotes(w);
	in_paragraph = w->in_paragraph;
	if (is_lazy_code(w, x))
		w->lists = w->outer_lists;
	else if (x->quotes != w->quotes)
		enter_quotes(w, x);
	while (x->column < walk_base(w))
		w->lists--;
	w->kept_lists = w->lists;
	w->is_lazy = in_paragraph && (x->quotes < w->open_quotes ||
	    (x->quotes == w->open_quotes && w->lists < w->open_lists));
}

/* Read how the line begins; in HTML, any further '>' is part of that. */
static struct prefix
read_blocks(struct walk *w, const char *line_end)
{
	struct prefix x;

	if (w->ends_html)
		walk_end_html(w);
	if (w->in_html) {
		x = read_prefix(w->next, line_end, w->quotes);
		if (x.column >= walk_base(w))
			return x;
		/* It ends with its list item. */
		w->in_html = w->in_paragraph = false;
	}
	return read_prefix(w->next, line_end, (size_t)-1);
}

/* A line that continues a paragraph ends nothing around it. */
static void
resume_blocks(struct walk *w)
{
	if (w->is_lazy && w->in_paragraph) {
		w->quotes = w->open_quotes;
		w->lists = w->open_lists;
	}
	w->open_quotes = w->quotes;
	w->open_lists = w->lists;
}

static bool
opens_fence(struct walk *w, const struct prefix *x, const char *line_end)
{
	size_t n = walk_fence_length(x->p, line_end);

	if (n == 0 || (w->no_tildes && *x->p == '~'))
		return false;
	w->fence = (struct walk_fence){ *x->p, n, w->quotes, walk_base(w) };
	w->in_paragraph = false;
	return true;
}

/* A footnote is like a list item to its text, except for markers. */
static void
read_note(struct walk *w, const struct prefix *x, const char *line_end)
{
	if (w->quotes > 0 || w->lists > 0 || (w->in_paragraph &&
	    !w->is_lazy) || !walk_begins_note(x->p, line_end))
		return;
	w->columns[w->lists++] = CODE_INDENT;
	w->in_paragraph = w->is_lazy = false;
}

size_t
walk_open(struct walk *w, size_t width)
{
	size_t column = 0;
	const char *p;

	for (p = w->line; p < w->text; p++)
		column += blanks_for(*p, column);
	if (w->lists < WALK_LISTS)
		w->columns[w->lists++] = column + width;
	w->kept_lists = w->lists;
	w->in_paragraph = w->is_lazy = false;
	return column + width;
}

void
walk_close(struct walk *w)
{
	w->kept_lists = --w->lists;
	walk_leave(w);
}

void
walk_leave(struct walk *w)
{
	w->open_lists = w->lists;
	w->is_lazy = false;
}

void
walk_end_html(struct walk *w)
{
	w->in_html = w->in_paragraph = w->ends_html = false;
}

static bool
is_code_line(struct walk *w, struct prefix *x, const char *line_end)
{
	if (w->in_html)
		return false;
	/* It cannot begin an item or a fence; in a paragraph it is not code. */
	if (walk_is_deep(w, x->column))
		return !w->in_paragraph;
	read_markers(w, x, line_end);
	read_inner_quotes(w, x, line_end);
	read_note(w, x, line_end);
	return x->is_code || opens_fence(w, x, line_end);
}

/* Begin a line of text, or return a whole line of code. */
static bool
begin_line(struct walk *w, struct walk_token *t)
{
	const char *line_end = walk_line_end(w->next, w->end);
	struct prefix x;

	if (w->fence.length > 0 && is_fenced(w, line_end))
		return walk_give(w, t, WALK_CODE, line_end);
	resume_blocks(w);
	x = read_blocks(w, line_end);
	if (x.p == line_end || *x.p == '\n') {
		if (x.quotes != w->quotes)
			enter_quotes(w, &x);
		w->in_paragraph = w->in_html = false;
		return walk_give(w, t, WALK_TEXT, line_end);
	}
	if (is_indented_quote(w, x.quotes, line_end)) {
		if (!w->in_paragraph)
			return walk_give(w, t, WALK_CODE, line_end);
		x = read_prefix(w->next, line_end, 0);
	}
	enter_blocks(w, &x);
	w->continues = w->in_paragraph;
	if (is_code_line(w, &x, line_end))
		return walk_give(w, t, WALK_CODE, line_end);
	if (!w->is_mdx)
		w->begins_html = !w->in_html && begins_html(w, x.p, line_end);
	w->in_html = w->in_html || w->begins_html;
	w->is_lazy = w->is_lazy && !w->begins_html;
	w->column = x.column;
	w->in_paragraph = is_paragraph(w, &x, line_end);
	w->line = w->next;
	w->text = x.p;
	w->at_line = false;
	*t = (struct walk_token){ WALK_LINE, w->next, 0 };
	return true;
}

bool
walk_next(struct walk *w, struct walk_token *t)
{
	if (w->next == w->end)
		return false;
	return w->at_line && !w->is_html ? begin_line(w, t) :
	    walk_span(w, t);
}

void
walk_close_fence(const struct walk *w, struct buf *out)
{
	const struct walk_fence *fence = &w->fence;
	size_t i;

	/* A fence in a blockquote ends with it. */
	if (fence->length == 0 || fence->quotes > 0)
		return;
	if (out->bytes[out->length - 1] != '\n')
		buf_putc(out, '\n');
	for (i = 0; i < fence->column; i++)
		buf_putc(out, ' ');
	for (i = 0; i < fence->length; i++)
		buf_putc(out, fence->c);
}
