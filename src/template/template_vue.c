/*
 * What VitePress and VuePress put in the place of a line: what stands in
 * another file, for `<<< @/file` and the comment `@include: file`.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_parts.h"

bool
template_vue_line(struct template *t)
{
	const char *p = t->walk.text, *end = t->walk.end, *stop;

	if (!(t->host->dialects & TEMPLATE_DIRECTIVES) || end - p < 6 ||
	    memcmp(p, "<<< ", 4) != 0 || strchr("@./~", p[4]) == NULL)
		return false;
	stop = walk_line_end(p, end);
	while (stop > p && ascii_is_space(stop[-1]))
		stop--;
	buf_add(t->out, t->walk.line, (size_t)(p - t->walk.line));
	template_leave(t, p, stop, arena_strndup(&t->arena, p,
	    (size_t)(stop - p)));
	walk_skip(&t->walk, stop);
	return true;
}

bool
template_vue_include(struct template *t, const char *p, const char *end)
{
	static const char open[] = "<!--", close[] = "-->";
	const size_t n = sizeof open - 1, k = sizeof close - 1;
	const char *name = p + n, *stop = end - k;

	if (!(t->host->dialects & TEMPLATE_DIRECTIVES) ||
	    (size_t)(end - p) < n + k || memcmp(p, open, n) != 0 ||
	    memcmp(stop, close, k) != 0)
		return false;
	name = template_skip_space(name, stop);
	if (!ascii_has_prefix(name, "@include:"))
		return false;
	while (stop > name && ascii_is_space(stop[-1]))
		stop--;
	template_leave(t, p, end, arena_strndup(&t->arena, name,
	    (size_t)(stop - name)));
	return true;
}
