/*
 * What only Quarto has: fenced divs with attributes, inline notes, superscripts
 * and subscripts, and bracketed spans, which Nuxt has, too.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

/* Nobody writes longer scripts or URLs. */
#define SCRIPT_MAX 100
#define ADDRESS_MAX 1000

/* ---- divs ---- */

/* The quoted string at p without its backslashes; NULL: it has no end. */
static const char *
quoted_text(struct template *t, const char *p, const char *end)
{
	char quote = *p++, *text = arena_alloc(&t->arena,
	    (size_t)(end - p) + 1), *out = text;

	for (; p < end && *p != quote; *out++ = *p++)
		p += *p == '\\' && end - p > 1;
	*out = '\0';
	return p < end ? text : NULL;
}

/* The value of a key in attributes, in the arena, or NULL. */
static const char *
value_of(struct template *t, const char *p, const char *end, const char *key)
{
	size_t n = strlen(key);
	const char *stop;

	for (; end - p > (ptrdiff_t)n + 1; p++) {
		if (!text_begins(p, end, key) || p[n] != '=' ||
		    (!ascii_is_space(p[-1]) && p[-1] != '{'))
			continue;
		p += n + 1;
		if (ascii_is_quote(*p))
			return quoted_text(t, p, end);
		for (stop = p; stop < end && !ascii_is_space(*stop) &&
		    *stop != '}'; stop++)
			continue;
		return arena_span(&t->arena, p, stop);
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

/* Whether the web page shows a div, by the format it is for. */
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
		return shows == text_has_prefix(format, "html");
	format = value_of(t, p, end, "unless-format");
	if (format != NULL)
		return shows != text_has_prefix(format, "html");
	return shows;
}

/* After the line that closes a div, or NULL. */
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
		colons = text_run(w.text, w.end, ':');
		p = walk_line_end(w.text, w.end);
		if (colons > 2 && walk_is_blank(w.text + colons, p))
			depth--;
		else if (colons > 2)
			depth++;
	}
	return depth == 0 ? p : NULL;
}

bool
template_skip_div(struct template *t, const char *line_end)
{
	const char *end = t->has_open_div ? NULL : find_end(t, line_end);

	t->has_open_div = end == NULL;
	if (end == NULL)
		return false;
	buf_add_span(t->out, t->walk.line, t->walk.text);
	buf_putc(t->out, '\n');
	template_go_on(t, end);
	return true;
}

/* The default title of a callout, or NULL if it is not one. */
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

/* The text of a heading that comes first, with *next after it; or NULL. */
static const char *
first_heading(struct template *t, const char *p, const char **next)
{
	const char *end = t->walk.end, *line_end, *stop;

	p = walk_skip_blank_lines(p, end);
	line_end = walk_line_end(p, end);
	p = walk_skip_prefix(p, line_end);
	stop = p + text_run(p, line_end, '#');
	if (stop == p || stop - p > 6 || stop == line_end ||
	    !ascii_is_blank(*stop))
		return NULL;
	*next = line_end;
	return text_trim_copy(&t->arena, stop, text_until(stop, line_end,
	    '{'));
}

bool
template_take_quarto_div(struct template *t, size_t colons,
    const char *line_end)
{
	const char *p = text_skip_blanks(t->walk.text + colons, line_end);
	const char *heading = NULL, *name, *next = line_end;
	struct template_block block = { .colons = colons, .name = "div" };

	if (!ascii_is_alpha(*p) && *p != '{')
		return false;
	if (!is_shown(t, p, line_end) && template_skip_div(t, line_end))
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
	buf_add_span(t->out, t->walk.line, t->walk.text);
	template_open(t, &block, heading);
	buf_putc(t->out, '\n');
	template_go_on(t, next);
	return true;
}

/* ---- brackets ---- */

/* Put a span without its brackets. */
static bool
close_span(struct template *t, const char *p, size_t start)
{
	const char *close = t->walk.end - p < 4 || p[1] != '{' ? NULL :
	    template_take_attributes(t, p + 1);

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
	template_close_note(t);
	return true;
}

/*
 * ![](a.png){fig-alt="text"}: the text is for those who cannot see the image.
 * In the brackets, it would also be a caption.
 */
void
template_put_alternative(struct template *t, const char *p, const char *close)
{
	const char *start = p - t->walk.start > ADDRESS_MAX ?
	    p - ADDRESS_MAX : t->walk.start;
	const char *alt, *path = p;
	size_t n;

	if (!(t->host->dialects & TEMPLATE_QUARTO) || path - start < 5 ||
	    *--path != ')')
		return;
	while (path > start && strchr("( \t\n<\"\\", path[-1]) == NULL)
		path--;
	n = (size_t)(p - path) + 4;
	alt = value_of(t, p + 1, close, "fig-alt");
	if (alt == NULL || path - start < 4 || t->out->length < n ||
	    memcmp(path - 4, "![](", 4) != 0 || memcmp(t->out->bytes +
	    t->out->length - n, path - 4, n) != 0)
		return;
	t->out->length -= n;
	buf_puts(t->out, "<img src=\"");
	template_put_url(t, arena_span(&t->arena, path, p - 1));
	buf_puts(t->out, "\" alt=\"");
	template_put_text(t, alt);
	buf_puts(t->out, "\">");
}

/* Which mark at p begins or ends emphasis, code or math; 0: it is text. */
static unsigned
mark_at(const char *p, size_t n)
{
	switch (*p) {
	case '`':
		return 1;
	case '*':
		return 2;
	case '_':
		return ascii_is_alnum(p[-1]) && ascii_is_alnum(p[n]) ? 0 : 4;
	case '$':
		return 8;
	default:
		return 0;
	}
}

/*
 * Whether text contains no part of anything that extends beyond it: emphasis,
 * code, math, a link or a URL.
 */
static bool
is_closed(const char *p, const char *end)
{
	unsigned open = 0;
	size_t n;

	for (; p < end; p += n) {
		n = text_run(p, end, *p);
		if ((*p == '/' && n > 1) || (*p == ']' && p + n < end &&
		    (p[n] == '(' || p[n] == '[')))
			return false;
		if (*p == '\\')
			n = 2;
		else
			open ^= mark_at(p, n);
	}
	return open == 0;
}

/* Whether p is in a URL: after `](`, `//` or `="` in the same word. */
static bool
is_in_address(const char *start, const char *p)
{
	if (p - start > ADDRESS_MAX)
		start = p - ADDRESS_MAX;
	for (; p - start > 1 && !ascii_is_space(p[-1]) && p[-1] != ')' &&
	    p[-1] != '>'; p--)
		if (memcmp(p - 2, "](", 2) == 0 ||
		    memcmp(p - 2, "//", 2) == 0 ||
		    memcmp(p - 2, "=\"", 2) == 0)
			return true;
	return false;
}

/* H~2~O and 10^3^, without spaces. */
static bool
take_script(struct template *t, const char *p)
{
	const char *start = t->walk.start, *end = t->walk.end, *stop = p + 1;
	const char *name = *p == '~' ? "sub" : "sup";

	if (end - p > SCRIPT_MAX)
		end = p + SCRIPT_MAX;
	while (stop < end && *stop != *p && !ascii_is_space(*stop))
		stop += *stop == '\\' && end - stop > 1 &&
		    !ascii_is_space(stop[1]) ? 2 : 1;
	/* ~~strikethrough~~, and the folder of a user in a URL */
	if (stop == end || *stop != *p || stop == p + 1 ||
	    (stop + 1 < t->walk.end && stop[1] == *p) ||
	    (p > start && (p[-1] == *p || p[-1] == '/')) ||
	    !is_closed(p + 1, stop) || is_in_address(start, p))
		return false;
	buf_printf(t->out, "<%s>%.*s</%s>", name, (int)(stop - p - 1), p + 1,
	    name);
	walk_skip(&t->walk, stop + 1);
	return true;
}

bool
template_take_quarto_mark(struct template *t, const char *p)
{
	if (!(t->host->dialects & (TEMPLATE_QUARTO | TEMPLATE_MDC)) ||
	    template_in_html(t))
		return false;
	if (*p == '[')
		push_bracket(t, false);
	if (*p == ']')
		return take_close(t, p);
	if (!(t->host->dialects & TEMPLATE_QUARTO))
		return false;
	if (*p == '~' || (*p == '^' && t->walk.end - p > 1 && p[1] != '['))
		return take_script(t, p);
	if (*p != '^' || t->walk.end - p < 3 || p[1] != '[' ||
	    t->text_out != NULL || t->bracket_count >= TEMPLATE_DEPTH)
		return false;
	push_bracket(t, true);
	template_open_note(t);
	walk_skip(&t->walk, p + 2);
	return true;
}

void
template_quarto_line(struct template *t)
{
	if (t->walk.continues ||
	    !(t->host->dialects & (TEMPLATE_QUARTO | TEMPLATE_MDC)))
		return;
	template_abandon_note(t);
	t->bracket_count = 0;
}
