#include <string.h>

#include "base/text.h"
#include "markdown/late_fence.h"
#include "markdown/standin.h"
#include "markdown/walk.h"

/* Whether the first of a line's marks are those of a fence. */
static bool
is_fence(const char *p, const char *end)
{
	return end - p >= 3 && (memcmp(p, "```", 3) == 0 ||
	    memcmp(p, "~~~", 3) == 0);
}

static bool
has_indented(const char *s, const char *end, char c)
{
	const char *p = s;

	for (; (p = text_find(p, end, c)) != NULL; p++)
		if (p > s && (p[-1] == '\t' || (p[-1] == ' ' && p - s > 3 &&
		    memcmp(p - 3, "   ", 3) == 0)) && is_fence(p, end))
			return true;
	return false;
}

bool
late_fence_may_be_in(const char *s, size_t n)
{
	return has_indented(s, s + n, '`') || has_indented(s, s + n, '~');
}

void
late_fence_adapt(struct buf *out, const char *s, size_t n, bool is_mdx)
{
	struct walk_token token;
	struct walk walk;

	walk_init(&walk, s, n, "");
	walk.is_mdx = is_mdx;
	while (walk_next(&walk, &token)) {
		buf_add(out, token.start, token.length);
		if (token.kind != WALK_LINE || walk.in_html ||
		    !walk_goes_on(&walk) || walk.text == walk.line ||
		    !is_fence(walk.text, walk.end))
			continue;
		buf_add(out, walk.line, (size_t)(walk.text - walk.line));
		buf_putc(out, STANDIN_NONE);
		walk_skip(&walk, walk.text);
	}
}
