/*
 * What only Franklin has: raw HTML between ~~~ and ~~~, which are not code
 * fences; divs from @@name to @@, of which the text is kept; and \toc.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

/* After the next three tildes, or NULL if there are none. */
static const char *
find_tildes(const char *p, const char *end)
{
	p = text_search(p, end, "~~~");
	return p == NULL ? NULL : p + 3;
}

/* Put lines of HTML; blank ones would end the block. */
static void
put_lines(struct template *t, const char *p, const char *end)
{
	const char *next;

	if (!template_is_after_blank(t))
		template_put_line_break(t);
	buf_puts(t->out, "<div>");
	for (; p < end; p = next) {
		next = walk_line_end(p, end);
		if (walk_is_blank(p, next))
			continue;
		template_put_line_break(t);
		buf_add(t->out, p, (size_t)(next - p) - (next[-1] == '\n'));
	}
	template_put_line_break(t);
	buf_puts(t->out, "</div>");
	template_put_line_break(t);
	buf_putc(t->out, '\n');
}

static bool
take_html(struct template *t, const char *p)
{
	const char *end = t->walk.end, *start = p + 3, *stop, *rest;

	stop = text_begins(p, end, "~~~") ? find_tildes(start, end) : NULL;
	if (stop == NULL)
		return false;
	if (p != t->walk.text ||
	    text_find(start, stop - 3, '\n') == NULL) {
		buf_add_span(t->out, start, stop - 3);
		walk_skip(&t->walk, stop);
		return true;
	}
	put_lines(t, start, stop - 3);
	rest = text_skip_blanks(stop, end);
	template_go_on(t, rest < end && *rest == '\n' ? rest + 1 : stop);
	return true;
}

static bool
take_div(struct template *t, const char *p)
{
	const char *end = t->walk.end;

	if (!text_begins(p, end, "@@"))
		return false;
	p += 2;
	if (p < end && ascii_is_alpha(*p))
		while (p < end && (ascii_is_alnum(*p) ||
		    strchr("-_,", *p) != NULL))
			p++;
	walk_skip(&t->walk, text_skip_blanks(p, end));
	return true;
}

bool
template_take_franklin(struct template *t, const char *p)
{
	return t->host->dialects & TEMPLATE_FRANKLIN &&
	    (*p == '~' ? take_html(t, p) : *p == '@' && take_div(t, p));
}

bool
template_take_franklin_line(struct template *t)
{
	static const char *const commands[] = { "\\toc",
	    "\\tableofcontents", NULL };
	const char *end = t->walk.end, *rest;

	if (!(t->host->dialects & TEMPLATE_FRANKLIN))
		return false;
	rest = text_after_any(t->walk.text, end, commands);
	rest = rest == NULL ? NULL : walk_blank_rest(rest, end);
	if (rest == NULL)
		return false;
	walk_skip(&t->walk, rest);
	return true;
}
