/*
 * Calls in the settings of Eleventy, as `eleventyConfig.ignores.add("x.md")`.
 */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "generators/eleventy.h"
#include "site/config.h"

const char *
eleventy_read_program(struct site *site, const char *file, struct diag *d)
{
	struct buf text = { 0 };
	const char *program;

	if (file != NULL)
		file_read_text(config_path(&site->arena, site, file), &text,
		    d);
	buf_puts(&text, "");
	program = arena_strdup(&site->arena, text.bytes);
	buf_release(&text);
	return program;
}

static const char *
skip_space(const char *p)
{
	while (ascii_is_space(*p))
		p++;
	return p;
}

/* Whether a line is a comment before the place. */
static bool
is_in_comment(const char *start, const char *p)
{
	const char *line = p;

	while (line > start && line[-1] != '\n')
		line--;
	line = skip_space(line);
	return text_has_prefix(line, "//") || *line == '*' ||
	    text_has_prefix(line, "/*");
}

const char *
eleventy_argument(struct arena *a, const char **place, const char *call)
{
	const char *start = *place, *p = start, *end;
	size_t n = strlen(call);

	while ((p = strstr(p, call)) != NULL) {
		p += n;
		end = skip_space(p);
		if (*end != '(' || is_in_comment(start, p))
			continue;
		p = skip_space(end + 1);
		end = *p == '\0' || strchr("\"'`", *p) == NULL ? NULL :
		    strchr(p + 1, *p);
		if (end == NULL)
			continue;
		*place = end + 1;
		return arena_strndup(a, p + 1, (size_t)(end - p) - 1);
	}
	return NULL;
}
