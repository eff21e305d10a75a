#include "base/text.h"
#include "html/plain.h"
#include "markdown/code.h"
#include "markdown/raw_fence.h"
#include "markdown/standin.h"
#include "markdown/walk.h"

bool
raw_fence_may_be_in(const char *s, const char *end)
{
	return text_search(s, end, "\n```") != NULL ||
	    text_search(s, end, "\n~~~") != NULL;
}

const char *
raw_fence_end(const char *p, const char *end, const char *before)
{
	const char *line = walk_fence_length(p, end) == 0 ? NULL :
	    walk_closing_line(p, end, before);

	return line == NULL ? NULL : walk_line_end(line, end);
}

/* Begin with the first word after the fence. */
static void
begin(struct code *code, const char *p, const char *line_end)
{
	struct buf word = { 0 };
	const char *stop;

	p = text_skip_blanks(p + walk_fence_length(p, line_end), line_end);
	stop = text_skip_word(p, line_end);
	plain_escape(&word, p, (size_t)(stop - p));
	buf_puts(&word, "");
	code_begin(code, stop == p ? NULL : word.bytes);
	buf_release(&word);
}

void
raw_fence_put(struct buf *out, const char *p, const char *end)
{
	struct code code = { .out = out };
	const char *line = walk_line_end(p, end), *next;

	begin(&code, p, line);
	for (; (next = walk_line_end(line, end)) < end; line = next) {
		if (walk_is_blank(line, next))
			buf_putc(out, STANDIN_NONE);
		code_add(&code, line, (size_t)(next - line));
	}
	code_end(&code);
}
