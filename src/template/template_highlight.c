/*
 * Comments in code that tell Docusaurus and Gatsby what to highlight, and are
 * not shown.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"

const char *
template_before(const char *p, const char *end, const char *word)
{
	end = text_cut_space(p, end);
	return text_ends(p, end, word) ? end - strlen(word) : NULL;
}

/* Where the comment with that word at the end of a line begins, or NULL. */
static const char *
comment_start(const char *p, const char *end, const char *word)
{
	/* The longest first: they end in others. */
	static const char *const forms[][2] = {
		{ "<!--", "-->" }, { "{/*", "*/}" }, { "/*", "*/" },
		{ "//", "" }, { "#", "" }, { "--", "" }, { "%", "" }
	};
	const char *stop;
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++) {
		stop = template_before(p, end, forms[i][1]);
		if (stop != NULL)
			stop = template_before(p, stop, word);
		if (stop != NULL)
			stop = template_before(p, stop, forms[i][0]);
		if (stop != NULL)
			return stop;
	}
	return NULL;
}

/* `// highlight-next-line` alone on its line. */
static bool
is_line(const char *p, const char *end)
{
	static const char *const words[] = {
		"highlight-next-line", "highlight-start", "highlight-end"
	};
	const char *start;
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++) {
		start = comment_start(p, end, words[i]);
		if (start != NULL)
			return walk_is_blank(p, start);
	}
	return false;
}

bool
template_take_highlight(struct template *t, const char *p, const char *end)
{
	const char *stop;

	if (!(t->host->dialects & (TEMPLATE_DOCUSAURUS | TEMPLATE_GATSBY)) ||
	    t->walk.fence.length == 0)
		return false;
	if (is_line(p, end))
		return true;
	stop = !(t->host->dialects & TEMPLATE_GATSBY) ? NULL :
	    comment_start(p, end, "highlight-line");
	if (stop == NULL)
		return false;
	/* Alone, it is not a line of code. */
	if (!walk_is_blank(p, stop)) {
		buf_add_span(t->out, p, text_cut_space(p, stop));
		buf_putc(t->out, '\n');
	}
	return true;
}
