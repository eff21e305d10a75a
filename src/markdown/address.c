/*
 * Which parts of a text are URLs, where nothing is Markdown.
 *
 * These are absolute URLs, hosts that begin with "www.", and what follows `](`.
 */
#include <string.h>

#include "base/text.h"
#include "markdown/adaption.h"

/* Whether a URL begins after p: `](`, `//` or `www.` */
static bool
begins(const char *start, const char *p)
{
	if (p == start)
		return false;
	return (*p == '(' && p[-1] == ']') || (*p == '/' && p[-1] == '/') ||
	    (*p == '.' && p - start > 3 && memcmp(p - 3, "www", 3) == 0);
}

bool
address_holds(struct address *a, const char *start, const char *p)
{
	const char *q;

	for (q = a->seen == NULL ? start : a->seen; q < p; q++) {
		if (!a->is_open) {
			a->is_open = begins(start, q);
			a->depth = 0;
			continue;
		}
		if (ascii_is_space(*q) || *q == '>' ||
		    (*q == ')' && a->depth-- == 0))
			a->is_open = false;
		a->depth += *q == '(';
	}
	a->seen = p;
	return a->is_open;
}
