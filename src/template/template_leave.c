/*
 * What has no meaning here: it is counted, and dropped, kept or shown.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_parts.h"

/* At most this many names are reported. */
#define NAMES_MAX 5

/* Add a name once, up to a limit.  Names may contain commas: some are URLs. */
static void
note_name(struct template_report *r, const char *name)
{
	static const char separator[] = ", ";
	const size_t n = strlen(name), gap = sizeof separator - 1;
	const char *p = r->names.bytes;
	size_t names = 0;

	while (p != NULL && *p != '\0') {
		if (++names == NAMES_MAX || (strncmp(p, name, n) == 0 &&
		    (p[n] == '\0' || strncmp(p + n, separator, gap) == 0)))
			return;
		p = strstr(p, separator);
		if (p != NULL)
			p += gap;
	}
	if (r->names.length > 0)
		buf_puts(&r->names, separator);
	buf_puts(&r->names, name);
}

void
template_note_secret(struct template *t, const char *p)
{
	if (t->report->secrets++ == 0)
		t->report->secret_offset = (size_t)(p - t->walk.start);
}

void
template_count(struct template *t, const char *p, const char *name)
{
	if (t->report->count++ == 0)
		t->report->offset = (size_t)(p - t->walk.start);
	note_name(t->report, name);
}

/* Whether a tag is the whole URL of `[label]: URL`. */
static bool
is_defined(const struct template *t, const char *start, const char *end)
{
	const char *p = t->walk.text;

	if (template_in_html(t) || start <= p || *p != '[' ||
	    (end < t->walk.end && !ascii_is_space(*end)))
		return false;
	start = text_cut_blanks(p, start);
	return start - p > 3 && start[-1] == ':' && start[-2] == ']' &&
	    memchr(p, ']', (size_t)(start - p - 2)) == NULL;
}

/* Whether a tag is the whole URL of a link with a title,
   `[text](URL "title")`. */
static bool
has_title(const struct template *t, const char *start, const char *end)
{
	const char *p = text_skip_blanks(end, t->walk.end);

	return start - t->walk.text > 2 && start[-1] == '(' &&
	    start[-2] == ']' && p > end && p < t->walk.end &&
	    ascii_is_quote(*p);
}

void
template_leave(struct template *t, const char *start, const char *end,
    const char *name)
{
	const char *p;

	template_count(t, start, name);
	switch (t->host->policy) {
	case TEMPLATE_DROP:
		/* Otherwise what follows would be the URL. */
		if (is_defined(t, start, end) || has_title(t, start, end))
			buf_puts(t->out, "<>");
		break;
	case TEMPLATE_KEEP:
		/* `{{<b>}}` would become an element. */
		for (p = start; p < end; p++)
			if (*p == '<')
				buf_puts(t->out, "&lt;");
			else
				buf_putc(t->out, *p);
		break;
	case TEMPLATE_TEXT:
		while (start < end && strchr("{%<=:- \n", *start) != NULL)
			start++;
		while (end > start && strchr("}%>- \n", end[-1]) != NULL)
			end--;
		template_put_literal(t, arena_printf(&t->arena, "[%.*s]",
		    (int)(end - start), start));
		break;
	}
}
