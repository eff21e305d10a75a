/*
 * Calls in the settings of Eleventy, as `eleventyConfig.ignores.add("x.md")`.
 */
#include <string.h>

#include "base/text.h"
#include "generators/eleventy.h"

#define SPACE " \t\n\v\f\r"

/* Whether a line is a comment, by what it begins with. */
static bool
is_comment(const char *line)
{
	line += strspn(line, " \t");
	return text_has_prefix(line, "//") || *line == '*' ||
	    text_has_prefix(line, "/*");
}

const char *
eleventy_argument(struct arena *a, const char **place, const char *call)
{
	const char *p = *place, *at = p, *end;
	bool in_comment = is_comment(p);
	size_t n = strlen(call);

	while ((p = strstr(p, call)) != NULL) {
		for (; at < p; at++)
			if (*at == '\n')
				in_comment = is_comment(at + 1);
		p += n;
		end = p + strspn(p, SPACE);
		if (*end != '(' || in_comment)
			continue;
		p = end + 1 + strspn(end + 1, SPACE);
		end = *p == '\0' || strchr("\"'`", *p) == NULL ? NULL :
		    strchr(p + 1, *p);
		if (end == NULL)
			continue;
		*place = end + 1;
		return arena_strndup(a, p + 1, (size_t)(end - p) - 1);
	}
	return NULL;
}
