/*
 * Alerts of GitHub and callouts of Obsidian, adopted by others: a blockquote
 * with a first line `[!note]`, or `[!note]- A title`; notices of Grav, and
 * callouts of Notion.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

/* Longer words are not names. */
#define NAME_MAX_LENGTH 40

/* The number of blockquote markers that a line begins with. */
static size_t
count_quotes(const char *p, const char *end)
{
	size_t n = 0;

	for (; p < end && (ascii_is_blank(*p) || *p == '>'); p++)
		n += *p == '>';
	return n;
}

static bool
begins_quotation(const struct template *t)
{
	const struct walk *w = &t->walk;
	const char *above;

	if (w->quotes == 0 || w->continues)
		return false;
	above = walk_line_above(w);
	return above == w->line || count_quotes(above, w->line) < w->quotes;
}

/* After `[!name]` and the like, or NULL if p does not point to it. */
static const char *
read_name(struct template *t, const char *p, const char *end,
    const char **name)
{
	const char *start = p + 2, *stop, *close;

	if (end - p < 4 || *p != '[' || p[1] != '!' ||
	    !ascii_is_alpha(*start))
		return NULL;
	stop = text_word_end(start, end, "-_");
	if (stop == end || stop - start > NAME_MAX_LENGTH ||
	    (*stop != ']' && *stop != '|'))
		return NULL;
	close = text_find(stop, end, ']');
	if (close == NULL || (close + 1 < end &&
	    strchr("([:", close[1]) != NULL))
		return NULL;
	*name = template_capitalized(t, ascii_lower_copy(&t->arena,
	    arena_span(&t->arena, start, stop)));
	return close + 1;
}

/* Text without a marker of its own continues the blockquote above it. */
static void
put_lazy_mark(struct template *t, const char *line_end)
{
	const char *next_end = walk_line_end(line_end, t->walk.end);

	if (walk_paragraph_end(t->walk.line, next_end) > line_end &&
	    count_quotes(line_end, next_end) == 0)
		buf_puts(t->out, "> ");
}

bool
template_take_callout(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *line_end, *name;
	const char *title, *stop;

	if (*p != '[' || end - p < 4 || p[1] != '!' || !begins_quotation(t))
		return false;
	line_end = walk_line_end(p, end);
	title = read_name(t, p, line_end, &name);
	if (title == NULL)
		return false;
	title += title < line_end && (*title == '+' || *title == '-');
	title = text_skip_space(title, line_end);
	stop = text_cut_space(title, line_end);
	buf_add_span(t->out, t->walk.line, p);
	buf_puts(t->out, "**");
	if (stop > title)
		buf_add_span(t->out, title, stop);
	else
		buf_puts(t->out, name);
	buf_puts(t->out, "**");
	template_put_line_break(t);
	buf_putc(t->out, '\n');
	put_lazy_mark(t, line_end);
	template_go_on(t, line_end);
	return true;
}

/* Each line begins with `!`, or up to four of them for other colors. */
bool
template_take_notice(struct template *t)
{
	const char *p = t->walk.text;
	size_t n = strspn(p, "!");

	if (!(t->host->dialects & TEMPLATE_GRAV) || n == 0 || n > 4 ||
	    p[n] != ' ')
		return false;
	buf_add_span(t->out, t->walk.line, p);
	buf_puts(t->out, "> ");
	template_go_on(t, p + n + 1);
	return true;
}

bool
template_take_notion_aside(struct template *t)
{
	static const char tag[] = "<aside>";
	const char *p = t->walk.text, *end = t->walk.end, *line_end;

	if (!(t->host->dialects & TEMPLATE_NOTION) ||
	    !text_begins(p, end, tag))
		return false;
	line_end = walk_line_end(p, end);
	if (!walk_is_blank(p + strlen(tag), line_end))
		return false;
	buf_add_span(t->out, t->walk.line, line_end);
	template_put_indent(t);
	buf_putc(t->out, '\n');
	walk_skip(&t->walk, line_end);
	walk_end_html(&t->walk);
	return true;
}
