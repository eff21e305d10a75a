/*
 * Comments in code that tell Docusaurus and Gatsby what to highlight, which
 * no page shows.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_parts.h"

static const char *const forms[][2] = {
	{ "//", "" }, { "#", "" }, { "--", "" }, { "%", "" },
	{ "/*", "*/" }, { "{/*", "*/}" }, { "<!--", "-->" }
};

#define FORMS (sizeof forms / sizeof *forms)

/* `// highlight-next-line` by itself. */
static bool
is_line(const char *p, const char *end)
{
	static const char *const words[] = {
		"highlight-next-line", "highlight-start", "highlight-end"
	};
	size_t i, n, k, w;

	p = text_skip_space(p, end);
	end = text_cut_space(p, end);
	for (i = 0; i < FORMS; i++) {
		n = strlen(forms[i][0]);
		k = strlen(forms[i][1]);
		if ((size_t)(end - p) < n + k ||
		    memcmp(p, forms[i][0], n) != 0 ||
		    memcmp(end - k, forms[i][1], k) != 0)
			continue;
		for (w = 0; w < sizeof words / sizeof *words; w++)
			if (template_literal_is(p + n, end - k, words[w]))
				return true;
	}
	return false;
}

/* Before such a word at the end of a text; NULL: another ends it. */
static const char *
before(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	end = text_cut_space(p, end);
	return (size_t)(end - p) < n || memcmp(end - n, word, n) != 0 ? NULL :
	    end - n;
}

/* The end of the code before `// highlight-line` of Gatsby; or NULL. */
static const char *
code_end(const char *p, const char *end)
{
	const char *stop;
	size_t i;

	/* The longest forms first: they end with the others. */
	for (i = FORMS; i-- > 0; ) {
		stop = before(p, end, forms[i][1]);
		if (stop != NULL)
			stop = before(p, stop, "highlight-line");
		if (stop != NULL)
			stop = before(p, stop, forms[i][0]);
		if (stop != NULL)
			return text_cut_space(p, stop);
	}
	return NULL;
}

bool
template_highlight(struct template *t, const char *p, const char *end)
{
	const char *stop;

	if (!(t->host->dialects & (TEMPLATE_DOCUSAURUS | TEMPLATE_GATSBY)) ||
	    t->walk.fence.length == 0)
		return false;
	if (is_line(p, end))
		return true;
	stop = t->host->dialects & TEMPLATE_GATSBY ? code_end(p, end) : NULL;
	if (stop == NULL)
		return false;
	buf_add(t->out, p, (size_t)(stop - p));
	buf_putc(t->out, '\n');
	return true;
}

bool
template_has_highlight(const char *s, const char *end)
{
	return text_search(s, end, "highlight-") != NULL;
}
