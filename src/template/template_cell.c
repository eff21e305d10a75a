/*
 * Code cells, which Quarto runs, and inline values.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

/* A line that opens or closes a code block. */
struct fence {
	const char	*line, *start;	/* may follow list markers */
	const char	*stop, *info;	/* after it, and after spaces */
	const char	*end;		/* of the line */
};

static struct fence
read_fence(const char *line, const char *end)
{
	struct fence f = { .line = line, .end = end };
	size_t n;

	f.start = walk_skip_prefix(line, end);
	while ((n = walk_marker(f.start, end)) > 0)
		f.start = walk_skip_prefix(f.start + n, end);
	for (f.stop = f.start; f.stop < end && *f.stop == *f.start; f.stop++)
		continue;
	f.info = text_skip_blanks(f.stop, end);
	return f;
}

/* After the mark of a cell option, `#|` in most languages, or NULL if the
   line has none. */
static const char *
option_of(const char *line, const char *end)
{
	static const char *const marks[] = { "#|", "//|", "--|", "%%|", NULL };

	return text_after_any(walk_skip_prefix(line, end), end, marks);
}

/* `false` in YAML, `FALSE` and `F` in R. */
static bool
is_false(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return ascii_begins(p, end, "false") || (p < end && *p == 'F' &&
	    (p + 1 == end || !ascii_is_alnum(p[1])));
}

/* Whether an option line, or the braces of a fence, sets a name to false:
   `echo: false`, `echo=FALSE`. */
static bool
turns_off(const char *p, const char *end, const char *name)
{
	size_t n = strlen(name);

	for (; end - p > (ptrdiff_t)n; p++) {
		if (!text_begins(p, end, name) || ascii_is_alnum(p[-1]) ||
		    p[-1] == '-' || p[-1] == '.')
			continue;
		p = text_skip_blanks(p + n, end);
		return p < end && (*p == ':' || *p == '=') &&
		    is_false(p + 1, end);
	}
	return false;
}

/* The same in the front matter, which includes the settings of the site. */
static bool
is_off(const struct template *t, const char *name)
{
	static const char *const places[] = { "execute.%s",
	    "knitr.opts_chunk.%s" };
	struct arena scratch = { 0 };
	const char *value;
	size_t i;
	bool off = false;

	for (i = 0; i < sizeof places / sizeof *places && !off; i++) {
		value = template_find_key(t, arena_printf(&scratch,
		    places[i], name));
		off = value != NULL && is_false(value, value + strlen(value));
	}
	arena_release(&scratch);
	return off;
}

/* The same for a cell: in its braces, or in its options, which win. */
static bool
cell_is_off(const struct template *t, const char *info, const char *name)
{
	const char *end = walk_line_end(info, t->walk.end), *p, *line;
	bool off = turns_off(info + 1, end, name) || is_off(t, name);

	for (line = end; line < t->walk.end; line = end) {
		end = walk_line_end(line, t->walk.end);
		p = option_of(line, end);
		if (p == NULL)
			break;
		p = text_skip_blanks(p, end);
		if (ascii_begins(p, end, name) && p[strlen(name)] == ':')
			off = is_false(p + strlen(name) + 1, end);
	}
	return off;
}

static void
count_cell(struct template *t, const char *p)
{
	if (t->report->cells++ == 0)
		t->report->cell_offset = (size_t)(p - t->walk.start);
}

/* One blank line replaces a cell and the blank lines around it. */
static void
skip_blank_lines(struct template *t, const char *p)
{
	walk_skip(&t->walk, walk_skip_blank_lines(p, t->walk.end));
}

/* Put a blank line, in the blockquotes around the fence. */
static void
put_blank(struct template *t, const char *line, const char *end)
{
	if (template_is_after_blank(t))
		return;
	buf_add_span(t->out, line, walk_skip_prefix(line, end));
	buf_putc(t->out, '\n');
}

/* Put what precedes the opening fence of the cell, on a line below it. */
static void
put_prefix(struct template *t)
{
	template_put_prefix(t, t->cell_line, t->cell_fence);
}

/* `{=html}` is raw HTML; other formats are not for the web. */
static void
open_raw(struct template *t, const struct fence *f)
{
	t->cell = text_begins(f->info, f->end, "{=html") ? CELL_HTML :
	    CELL_HIDDEN;
	if (t->cell == CELL_HIDDEN) {
		put_blank(t, f->line, f->end);
		return;
	}
	buf_add_span(t->out, f->line, f->start);
	buf_puts(t->out, "<div>\n");
}

static void
close_raw(struct template *t)
{
	/* It may follow a blockquote that ended before it. */
	while (template_is_after_blank(t))
		t->out->length--;
	if (t->out->bytes[t->out->length - 1] != '\n')
		buf_putc(t->out, '\n');
	put_prefix(t);
	buf_puts(t->out, "</div>\n");
	put_prefix(t);
	buf_putc(t->out, '\n');
}

/* The end of braces at p as in `{{r}}`, which show one pair less; or NULL. */
static const char *
escape_end(const char *p, const char *end)
{
	const char *name = p + text_run(p, end, '{'), *stop, *q;

	for (stop = name; stop < end && strchr("<}\n", *stop) == NULL; stop++)
		continue;
	q = stop + text_run(stop, end, '}');
	return name - p > 1 && stop > name && q - stop > 1 ? q : NULL;
}

/* Add a span without one pair of the braces at p; false: there are none. */
static bool
put_unescaped(struct template *t, const char *start, const char *p,
    const char *end)
{
	const char *stop = escape_end(p, end);

	if (stop == NULL)
		return false;
	buf_add_span(t->out, start, p);
	buf_add_span(t->out, p + 1, stop - 1);
	buf_add_span(t->out, stop, end);
	return true;
}

/* Open a cell that is shown as written, with its own fence. */
static void
open_escaped(struct template *t, const struct fence *f)
{
	t->cell = CELL_ESCAPED;
	buf_add_span(t->out, f->line, f->stop);
	buf_printf(t->out, "%cmarkdown\n", *f->start);
	put_prefix(t);
	buf_puts(t->out, "```");
	put_unescaped(t, f->info, f->info, f->end);
}

static void
close_escaped(struct template *t, const struct fence *f)
{
	put_prefix(t);
	buf_puts(t->out, "```\n");
	buf_add_span(t->out, f->line, f->start);
	buf_putc(t->out, *f->start);
	buf_add_span(t->out, f->start, f->end);
}

static void
open_cell(struct template *t, const struct fence *f)
{
	const char *stop = escape_end(f->info, f->end);
	bool is_hidden, is_silent;

	t->cell = CELL_CODE;
	t->cell_line = f->line;
	t->cell_fence = f->start;
	if (stop != NULL && walk_is_blank(stop, f->end))
		open_escaped(t, f);
	if (f->end - f->info < 3 || *f->info != '{')
		return;
	if (f->info[1] == '=')
		open_raw(t, f);
	if (!ascii_is_alpha(f->info[1]))
		return;
	is_silent = cell_is_off(t, f->info, "include");
	is_hidden = is_silent || cell_is_off(t, f->info, "echo");
	if (!is_silent && !cell_is_off(t, f->info, "eval"))
		count_cell(t, f->info);
	t->cell = is_hidden ? CELL_HIDDEN : CELL_OPTIONS;
	if (is_hidden)
		put_blank(t, f->line, f->end);
}

void
template_close_cell(struct template *t)
{
	if (t->cell == CELL_HTML)
		close_raw(t);
	t->cell = CELL_NONE;
}

/* ---- values ---- */

/* What runs the cells: knitr if any of them is in R. */
static enum template_engine
find_engine(const struct template *t)
{
	const char *p, *end = t->walk.end;
	const char *name = template_find_key(t, "engine");
	enum template_engine engine = ENGINE_NONE;

	if (name != NULL)
		return strcmp(name, "knitr") == 0 ? ENGINE_KNITR :
		    ENGINE_OTHER;
	for (p = t->walk.start; (p = text_find(p, end, '{')) != NULL; p++) {
		name = text_cut_blanks(t->walk.start, p);
		if (end - p < 3 || !ascii_is_alpha(p[1]) ||
		    !text_ends(t->walk.start, name, "```"))
			continue;
		if (p[1] == 'r' && !ascii_is_alnum(p[2]))
			return ENGINE_KNITR;
		engine = ENGINE_OTHER;
	}
	return engine;
}

/* Without cells or a key for the engine, nothing is run. */
static bool
is_run(struct template *t, bool is_of_knitr)
{
	if (t->engine == ENGINE_UNKNOWN)
		t->engine = find_engine(t);
	return t->engine == ENGINE_KNITR ||
	    (t->engine == ENGINE_OTHER && !is_of_knitr);
}

/* An inline value, `{r} nrow(rain)` or `r nrow(rain)`: show its code. */
static bool
take_value(struct template *t, const char *start, const char *end)
{
	const char *open = start + 1, *p = open + 1;
	bool is_of_knitr = text_begins(open, end, "r ");

	if (*open == '{')
		p = text_word_end(p, end, "");
	if (!is_of_knitr && (*open != '{' || p == open + 1 ||
	    !text_begins(p, end, "} ")))
		return false;
	if (!is_run(t, is_of_knitr))
		return false;
	count_cell(t, start);
	buf_putc(t->out, '`');
	p += is_of_knitr ? 1 : 2;
	buf_add_span(t->out, p, end);
	return true;
}

/* Another backquote or pair of braces shows how a value is written. */
static bool
take_span(struct template *t, const char *start, const char *end)
{
	const char *p = start;

	while (p < end && (*p == '`' || ascii_is_blank(*p)))
		p++;
	return put_unescaped(t, start, p, end) || (start[1] != '`' &&
	    take_value(t, start, end));
}

/* Process a line of code, which may be the fence of a shown cell. */
static bool
take_shown_fence(struct template *t, const char *line, const char *end)
{
	struct fence f = read_fence(line, end);

	return f.stop - f.start > 2 && *f.start == '`' &&
	    put_unescaped(t, line, f.info, end);
}

/* Process a line of a cell, up to the one that closes it. */
static bool
take_cell(struct template *t, const char *p, const char *end)
{
	bool is_last = t->walk.fence.length == 0;
	enum template_cell cell = t->cell;
	struct fence f;

	if (cell == CELL_OPTIONS && option_of(p, end) != NULL)
		return true;
	if (cell == CELL_OPTIONS)
		t->cell = CELL_CODE;
	if (cell == CELL_ESCAPED && is_last) {
		f = read_fence(p, end);
		close_escaped(t, &f);
	}
	if (is_last)
		template_close_cell(t);
	if (is_last && cell == CELL_HIDDEN && template_is_after_blank(t))
		skip_blank_lines(t, end);
	/* Blank lines would end the HTML block. */
	if (cell == CELL_HTML && !is_last &&
	    !walk_is_blank(walk_skip_prefix(p, end), end))
		buf_add_span(t->out, p, end);
	if (cell == CELL_CODE)
		return take_shown_fence(t, p, end);
	return cell == CELL_HIDDEN || cell == CELL_HTML ||
	    (cell == CELL_ESCAPED && is_last);
}

bool
template_take_cell(struct template *t, const char *p, const char *end)
{
	struct fence f;

	if (!(t->host->dialects & TEMPLATE_CELLS))
		return false;
	if (t->cell != CELL_NONE)
		return take_cell(t, p, end);
	if (t->walk.fence.length == 0)
		return *p == '`' ? take_span(t, p, end) :
		    take_shown_fence(t, p, end);
	f = read_fence(p, end);
	open_cell(t, &f);
	return t->cell != CELL_OPTIONS && t->cell != CELL_CODE;
}
