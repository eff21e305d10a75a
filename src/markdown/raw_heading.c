#include <string.h>

#include "base/text.h"
#include "markdown/raw_heading.h"
#include "markdown/standin.h"
#include "markdown/walk.h"

/* `<h2` to `<h6`, with what follows the name of an element. */
static bool
is_heading(const char *p, const char *end)
{
	return end - p > 4 && p[0] == '<' && ascii_lower(p[1]) == 'h' &&
	    p[2] >= '2' && p[2] <= '6' && (ascii_is_space(p[3]) ||
	    p[3] == '>');
}

bool
raw_heading_may_be_in(const char *s, size_t n)
{
	const char *p = s, *end = s + n;

	for (; n > 0 && (p = memchr(p, '<', (size_t)(end - p))) != NULL; p++)
		if (is_heading(p, end))
			return true;
	return false;
}

/* Behind what a quotation or an item of a list begins with. */
static bool
is_indented(const struct walk *w)
{
	const char *p = w->text;
	size_t columns = 0;

	for (; p > w->line && ascii_is_blank(p[-1]); p--)
		columns += p[-1] == '\t' ? 4 : 1;
	return w->continues && columns > 3;
}

void
raw_heading_adapt(struct buf *out, const char *s, size_t n, bool is_mdx)
{
	struct walk_token token;
	struct walk walk;
	const char *p;

	walk_init(&walk, s, n, "");
	walk.is_mdx = is_mdx;
	while (walk_next(&walk, &token)) {
		p = walk.text;
		if (token.kind != WALK_LINE || !walk.in_html ||
		    !is_heading(p, walk.end) || is_indented(&walk)) {
			buf_add(out, token.start, token.length);
			continue;
		}
		buf_add(out, walk.line, (size_t)(p + 2 - walk.line));
		buf_puts(out, STANDIN_LEVEL);
		buf_putc(out, p[2]);
		walk_skip(&walk, p + 3);
	}
}
