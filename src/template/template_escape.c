/*
 * A call that is inside a C comment, within its braces, shows how it is
 * written.
 */
#include "base/text.h"
#include "template/template_tags.h"

const char *
template_put_escaped(struct template *t, const char *p, const char *close)
{
	const char *open = p + 2;
	size_t n = 2;

	if (*open == '<' || *open == '%') {
		open++;
		close--;
		n = 3;
	}
	if (close - open < 4 || open[0] != '/' || open[1] != '*' ||
	    close[-1] != '/' || close[-2] != '*')
		return NULL;
	buf_add_span(t->out, p, open);
	buf_add_span(t->out, open + 2, close - 2);
	buf_add(t->out, close, n);
	return close + n;
}

const char *
template_find_escaped(const struct template *t, const char *p, const char *end)
{
	unsigned dialects = t->host->dialects;
	bool is_value = end - p > 4 && p[1] == '{';
	const char *open = p + 2;

	if (!is_value && (end - p < 5 || p[1] != '%'))
		return NULL;
	if (is_value && dialects & TEMPLATE_HUGO && (*open == '<' ||
	    *open == '%'))
		open++;
	else if (!(dialects & TEMPLATE_ZOLA))
		return NULL;
	if (end - open < 2 || open[0] != '/' || open[1] != '*')
		return NULL;
	return template_close(p, end, is_value ? "{{" : "{%",
	    is_value ? "}}" : "%}");
}

/* Hugo and Zola run calls in code, too, so they are escaped there. */
void
template_take_code(struct template *t, const char *p, const char *end)
{
	const char *from = p, *close, *next;

	if (!(t->host->dialects & (TEMPLATE_HUGO | TEMPLATE_ZOLA)))
		p = end;
	for (; (p = text_find(p, end, '{')) != NULL; p++) {
		close = template_find_escaped(t, p, end);
		if (close == NULL)
			continue;
		buf_add_span(t->out, from, p);
		next = template_put_escaped(t, p, close);
		from = next == NULL ? p : next;
		p = next == NULL ? p : next - 1;
	}
	buf_add_span(t->out, from, end);
}
