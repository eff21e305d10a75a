/*
 * What only Quarto has: cells of code, which it runs, fenced divs with
 * attributes, notes in the midst of a text, spans of text in brackets.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_parts.h"

/* ---- cells ---- */

/* A line that opens or closes code. */
struct fence {
	const char	*line, *start;	/* items may begin before it */
	const char	*stop, *info;	/* behind it, and blanks */
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

/* Behind the mark of an option of a cell, `#|` in most languages; NULL: the
   line holds none. */
static const char *
option_of(const char *line, const char *end)
{
	static const char *const marks[] = { "#|", "//|", "--|", "%%|" };
	const char *p = walk_skip_prefix(line, end);
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (text_begins(p, end, marks[i]))
			return p + strlen(marks[i]);
	return NULL;
}

/* `false` of YAML, `FALSE` and `F` of R. */
static bool
is_false(const char *p, const char *end)
{
	p = text_skip_blanks(p, end);
	return ascii_begins(p, end, "false") || (p < end && *p == 'F' &&
	    (p + 1 == end || !ascii_is_alnum(p[1])));
}

/* Whether a name is said to be false in the line of an option, or in the
   braces of the fence: `echo: false`, `echo=FALSE`. */
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

/* By the front matter, which the settings of the site are a part of. */
static bool
is_off(const struct template *t, const char *name)
{
	static const char *const places[] = { "execute.%s",
	    "knitr.opts_chunk.%s" };
	const struct template_host *h = t->host;
	struct arena scratch = { 0 };
	const char *value = NULL;
	size_t i;
	bool off = false;

	for (i = 0; i < sizeof places / sizeof *places && !off &&
	    h->find_key != NULL; i++) {
		value = h->find_key(h->context, arena_printf(&scratch,
		    places[i], name));
		off = value != NULL && is_false(value, value + strlen(value));
	}
	arena_release(&scratch);
	return off;
}

/* The same for a cell: in its braces, or its options, which win. */
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

/* One blank line stands for a cell and those around it. */
static void
skip_blank_lines(struct template *t, const char *p)
{
	const char *end = t->walk.end;

	while (p < end && walk_is_blank(p, walk_line_end(p, end)))
		p = walk_line_end(p, end);
	walk_skip(&t->walk, p);
}

/* A blank line, in the quotations that the fence is in. */
static void
put_blank(struct template *t, const char *line, const char *end)
{
	if (template_is_behind_blank(t))
		return;
	buf_add(t->out, line, (size_t)(walk_skip_prefix(line, end) - line));
	buf_putc(t->out, '\n');
}

/* What stands in front of the fence that opened the cell, on a line below. */
static void
put_prefix(struct template *t)
{
	template_put_prefix(t, t->cell_line, t->cell_fence);
}

/* `{=html}`: lines of HTML; those of other formats are not for the web. */
static void
open_raw(struct template *t, const struct fence *f)
{
	t->cell = text_begins(f->info, f->end, "{=html") ? CELL_HTML :
	    CELL_HIDDEN;
	if (t->cell == CELL_HIDDEN) {
		put_blank(t, f->line, f->end);
		return;
	}
	buf_add(t->out, f->line, (size_t)(f->start - f->line));
	buf_puts(t->out, "<div>\n");
}

static void
close_raw(struct template *t)
{
	if (t->out->bytes[t->out->length - 1] != '\n')
		buf_putc(t->out, '\n');
	put_prefix(t);
	buf_puts(t->out, "</div>\n");
	put_prefix(t);
	buf_putc(t->out, '\n');
}

/*
 * Behind braces at p as in `{{r}}`, which show one pair less; NULL: there are
 * none.
 */
static const char *
escape_end(const char *p, const char *end)
{
	const char *name = p, *stop, *q;

	while (name < end && *name == '{')
		name++;
	for (stop = name; stop < end && strchr("<}\n", *stop) == NULL; stop++)
		continue;
	for (q = stop; q < end && *q == '}'; q++)
		continue;
	return name - p > 1 && stop > name && q - stop > 1 ? q : NULL;
}

/* Add a span without a pair of the braces at p; false: there are none. */
static bool
put_unescaped(struct template *t, const char *start, const char *p,
    const char *end)
{
	const char *stop = escape_end(p, end);

	if (stop == NULL)
		return false;
	buf_add(t->out, start, (size_t)(p - start));
	buf_add(t->out, p + 1, (size_t)(stop - p) - 2);
	buf_add(t->out, stop, (size_t)(end - stop));
	return true;
}

/* A cell that is shown as it is written, with its own fence. */
static void
open_escaped(struct template *t, const struct fence *f)
{
	t->cell = CELL_ESCAPED;
	buf_add(t->out, f->line, (size_t)(f->stop - f->line));
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
	buf_add(t->out, f->line, (size_t)(f->start - f->line));
	buf_putc(t->out, *f->start);
	buf_add(t->out, f->start, (size_t)(f->end - f->start));
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

static void
close_cell(struct template *t)
{
	if (t->cell == CELL_HTML)
		close_raw(t);
	t->cell = CELL_NONE;
}

/* ---- values ---- */

/* What runs the cells: knitr, if one of them is in R. */
static enum template_engine
find_engine(const struct template *t)
{
	const struct template_host *h = t->host;
	const char *p, *end = t->walk.end, *name = h->find_key == NULL ?
	    NULL : h->find_key(h->context, "engine");
	enum template_engine engine = ENGINE_NONE;

	if (name != NULL)
		return strcmp(name, "knitr") == 0 ? ENGINE_KNITR :
		    ENGINE_OTHER;
	for (p = t->walk.start; (p = text_find(p, end, '{')) != NULL; p++) {
		name = p;
		while (name > t->walk.start && ascii_is_blank(name[-1]))
			name--;
		if (end - p < 3 || !ascii_is_alpha(p[1]) ||
		    name - t->walk.start < 3 ||
		    memcmp(name - 3, "```", 3) != 0)
			continue;
		if (p[1] == 'r' && !ascii_is_alnum(p[2]))
			return ENGINE_KNITR;
		engine = ENGINE_OTHER;
	}
	return engine;
}

/* Without cells and a key for their engine, nothing is run. */
static bool
is_run(struct template *t, bool is_of_knitr)
{
	if (t->engine == ENGINE_UNKNOWN)
		t->engine = find_engine(t);
	return t->engine == ENGINE_KNITR ||
	    (t->engine == ENGINE_OTHER && !is_of_knitr);
}

/* A value in a line of text, `{r} nrow(rain)` or `r nrow(rain)`: the code for
   it is shown. */
static bool
take_value(struct template *t, const char *start, const char *end)
{
	const char *open = start + 1, *p = open + 1;
	bool is_of_knitr = text_begins(open, end, "r ");

	if (*open == '{')
		while (p < end && ascii_is_alnum(*p))
			p++;
	if (!is_of_knitr && (*open != '{' || p == open + 1 ||
	    !text_begins(p, end, "} ")))
		return false;
	if (!is_run(t, is_of_knitr))
		return false;
	count_cell(t, start);
	buf_putc(t->out, '`');
	p += is_of_knitr ? 1 : 2;
	buf_add(t->out, p, (size_t)(end - p));
	return true;
}

/* Another back-quote, or pair of braces, shows how a value is written. */
static bool
take_span(struct template *t, const char *start, const char *end)
{
	const char *p = start;

	while (p < end && (*p == '`' || ascii_is_blank(*p)))
		p++;
	return put_unescaped(t, start, p, end) || (start[1] != '`' &&
	    take_value(t, start, end));
}

/* A line of code, which may be the fence of a cell that is shown. */
static bool
take_shown_fence(struct template *t, const char *line, const char *end)
{
	struct fence f = read_fence(line, end);

	return f.stop - f.start > 2 && *f.start == '`' &&
	    put_unescaped(t, line, f.info, end);
}

/* What is in a cell, up to the line that closes it. */
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
		close_cell(t);
	if (is_last && cell == CELL_HIDDEN && template_is_behind_blank(t))
		skip_blank_lines(t, end);
	/* Lines that are blank would end the HTML block. */
	if (cell == CELL_HTML && !is_last && !walk_is_blank(p, end))
		buf_add(t->out, p, (size_t)(end - p));
	if (cell == CELL_CODE)
		return take_shown_fence(t, p, end);
	return cell == CELL_HIDDEN || cell == CELL_HTML ||
	    (cell == CELL_ESCAPED && is_last);
}

bool
template_quarto_code(struct template *t, const char *p, const char *end)
{
	struct fence f;

	if (!(t->host->dialects & TEMPLATE_QUARTO))
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

/* ---- divs ---- */

/* The value of a key in the attributes of a div, in the arena; or NULL. */
static const char *
value_of(struct template *t, const char *p, const char *end, const char *key)
{
	size_t n = strlen(key);
	const char *stop;

	for (; end - p > (ptrdiff_t)n + 1; p++) {
		if (!text_begins(p, end, key) || p[n] != '=' ||
		    !ascii_is_space(p[-1]))
			continue;
		p += n + 1;
		if (*p == '"' || *p == '\'') {
			stop = memchr(p + 1, *p, (size_t)(end - p - 1));
			return stop == NULL ? NULL : arena_strndup(&t->arena,
			    p + 1, (size_t)(stop - p - 1));
		}
		for (stop = p; stop < end && !ascii_is_space(*stop) &&
		    *stop != '}'; stop++)
			continue;
		return arena_strndup(&t->arena, p, (size_t)(stop - p));
	}
	return NULL;
}

static bool
has_class(const char *p, const char *end, const char *name)
{
	const size_t n = strlen(name);

	for (; end - p > (ptrdiff_t)n; p++)
		if (*p == '.' && text_begins(p + 1, end, name) &&
		    (p + 1 + n == end || strchr(" \t}\r\n", p[1 + n]) != NULL))
			return true;
	return false;
}

/* Whether the page on the web shows a div, by the format it is for. */
static bool
is_shown(struct template *t, const char *p, const char *end)
{
	bool shows = has_class(p, end, "content-visible");
	bool hides = has_class(p, end, "content-hidden");
	const char *format;

	if (!shows && !hides)
		return !has_class(p, end, "hidden");
	format = value_of(t, p, end, "when-format");
	if (format != NULL)
		return shows == (strncmp(format, "html", 4) == 0);
	format = value_of(t, p, end, "unless-format");
	if (format != NULL)
		return shows != (strncmp(format, "html", 4) == 0);
	return shows;
}

/* Behind the line that closes a div, or NULL. */
static const char *
find_end(const struct template *t, const char *p)
{
	struct walk w = t->walk;
	struct walk_token token;
	size_t depth = 1, colons;

	walk_skip(&w, p);
	w.in_paragraph = false;
	while (depth > 0 && walk_next(&w, &token)) {
		if (token.kind != WALK_LINE)
			continue;
		for (colons = 0; w.text + colons < w.end &&
		    w.text[colons] == ':'; colons++)
			continue;
		p = walk_line_end(w.text, w.end);
		if (colons > 2 && walk_is_blank(w.text + colons, p))
			depth--;
		else if (colons > 2)
			depth++;
	}
	return depth == 0 ? p : NULL;
}

static bool
skip_div(struct template *t, const char *line_end)
{
	const char *end = t->has_open_div ? NULL : find_end(t, line_end);

	t->has_open_div = end == NULL;
	if (end == NULL)
		return false;
	buf_add(t->out, t->walk.line, (size_t)(t->walk.text -
	    t->walk.line));
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, end);
	t->walk.in_paragraph = false;
	return true;
}

/* What a callout is called without a title of its own; NULL: it is none. */
static const char *
callout_of(const char *p, const char *end)
{
	static const char *const names[][2] = {
		{ "callout-note", "Note" }, { "callout-tip", "Tip" },
		{ "callout-warning", "Warning" },
		{ "callout-important", "Important" },
		{ "callout-caution", "Caution" }
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (has_class(p, end, names[i][0]) ||
		    text_begins(p, end, names[i][0]))
			return names[i][1];
	return NULL;
}

/* The text of a heading that comes first; *next is set behind it. */
static const char *
first_heading(struct template *t, const char *p, const char **next)
{
	const char *end = t->walk.end, *line_end, *stop;

	while (p < end && walk_is_blank(p, walk_line_end(p, end)))
		p = walk_line_end(p, end);
	line_end = walk_line_end(p, end);
	stop = p = walk_skip_prefix(p, line_end);
	while (stop < line_end && *stop == '#')
		stop++;
	if (stop == p || stop - p > 6 || stop == line_end ||
	    !ascii_is_blank(*stop))
		return NULL;
	*next = line_end;
	p = memchr(stop, '{', (size_t)(line_end - stop));
	return text_trim(&t->arena, arena_strndup(&t->arena, stop,
	    (size_t)((p == NULL ? line_end : p) - stop)));
}

bool
template_quarto_div(struct template *t, size_t colons, const char *line_end)
{
	const char *p = text_skip_blanks(t->walk.text + colons, line_end);
	const char *heading = NULL, *name, *next = line_end;
	struct template_block block = { .colons = colons, .name = "div" };

	if (!ascii_is_alpha(*p) && *p != '{')
		return false;
	if (!is_shown(t, p, line_end) && skip_div(t, line_end))
		return true;
	name = callout_of(p, line_end);
	if (name != NULL) {
		block.is_quote = block.is_rich = true;
		heading = value_of(t, p, line_end, "title");
		if (heading == NULL)
			heading = first_heading(t, line_end, &next);
		if (heading == NULL)
			heading = name;
	}
	buf_add(t->out, t->walk.line, (size_t)(t->walk.text -
	    t->walk.line));
	template_open(t, &block, heading);
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, next);
	t->walk.in_paragraph = false;
	return true;
}

/* ---- brackets ---- */

/* What was a note is text again. */
static void
abandon_note(struct template *t)
{
	if (t->text_out == NULL)
		return;
	buf_puts(t->text_out, "^[");
	buf_add(t->text_out, t->note.bytes, t->note.length);
	t->out = t->text_out;
	t->text_out = NULL;
}

/* Its lines become one, out of quotations. */
static void
close_note(struct template *t)
{
	const char *p = t->note.bytes, *end = p + t->note.length, *next;

	t->out = t->text_out;
	t->text_out = NULL;
	buf_printf(t->out, "[^quarto-%zu]", ++t->note_count);
	buf_printf(&t->notes, "\n\n[^quarto-%zu]: ", t->note_count);
	for (; p < end; p = next) {
		next = walk_line_end(p, end);
		buf_add(&t->notes, p, (size_t)(next - p) -
		    (next[-1] == '\n'));
		if (next < end) {
			buf_putc(&t->notes, ' ');
			next = walk_skip_prefix(next, end);
		}
	}
}

static void
open_note(struct template *t)
{
	t->text_out = t->out;
	buf_clear(&t->note);
	t->out = &t->note;
}

/* A span goes without its brackets. */
static bool
close_span(struct template *t, const char *p, size_t start)
{
	const char *close = t->walk.end - p < 4 || p[1] != '{' ? NULL :
	    template_attributes(t, p + 1);

	if (close == NULL)
		return false;
	memmove(t->out->bytes + start, t->out->bytes + start + 1,
	    t->out->length - start - 1);
	t->out->length--;
	walk_skip(&t->walk, close);
	return true;
}

static void
push_bracket(struct template *t, bool is_note)
{
	if (t->bracket_count < TEMPLATE_DEPTH)
		t->brackets[t->bracket_count] = is_note ? SIZE_MAX :
		    t->out->length;
	t->bracket_count++;
}

static bool
take_close(struct template *t, const char *p)
{
	size_t start;

	if (t->bracket_count == 0 || t->bracket_count-- > TEMPLATE_DEPTH)
		return false;
	start = t->brackets[t->bracket_count];
	if (start != SIZE_MAX)
		return close_span(t, p, start);
	close_note(t);
	return true;
}

bool
template_quarto_mark(struct template *t, const char *p)
{
	if (!(t->host->dialects & TEMPLATE_QUARTO) || template_in_html(t))
		return false;
	if (*p == '[')
		push_bracket(t, false);
	if (*p == ']')
		return take_close(t, p);
	if (*p != '^' || t->walk.end - p < 3 || p[1] != '[' ||
	    t->text_out != NULL || t->bracket_count >= TEMPLATE_DEPTH)
		return false;
	push_bracket(t, true);
	open_note(t);
	walk_skip(&t->walk, p + 2);
	return true;
}

void
template_quarto_line(struct template *t)
{
	/* A fence may end with the quotation around it. */
	if (t->cell != CELL_NONE)
		close_cell(t);
	if (t->walk.continues)
		return;
	abandon_note(t);
	t->bracket_count = 0;
}

void
template_quarto_end(struct template *t)
{
	if (t->cell != CELL_NONE)
		close_cell(t);
	abandon_note(t);
}

void
template_quarto_notes(struct template *t)
{
	if (t->notes.length > 0) {
		walk_close_fence(&t->walk, t->out);
		buf_add(t->out, t->notes.bytes, t->notes.length);
		buf_putc(t->out, '\n');
	}
	buf_release(&t->note);
	buf_release(&t->notes);
}

bool
template_has_spans(const char *s)
{
	return strstr(s, "^[") != NULL || strstr(s, "]{") != NULL;
}
