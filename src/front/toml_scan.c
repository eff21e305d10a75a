#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "front/toml_scan.h"

struct place
toml_place(struct toml *t, const char *p)
{
	if (p < t->mark.p)
		t->mark = (struct value_mark){ t->text, t->block->line, 1 };
	value_mark_move(&t->mark, p);
	return (struct place){ t->block->path, t->mark.line, t->mark.column };
}

void
toml_skip_blanks(struct toml *t)
{
	while (ascii_is_blank(*t->p))
		t->p++;
}

bool
toml_skip_lines(struct toml *t)
{
	bool skipped = false;

	for (;; t->p++, skipped = true) {
		toml_skip_blanks(t);
		if (*t->p == '#')
			t->p += strcspn(t->p, "\n");
		if (*t->p != '\n')
			return skipped;
	}
}

bool
toml_fail(struct toml *t, const char *at, const char *advice,
    const char *format, ...)
{
	struct buf text = { 0 };
	va_list ap;

	va_start(ap, format);
	buf_vprintf(&text, format, ap);
	va_end(ap);
	t->problem = (struct toml_problem){ toml_place(t, at),
	    arena_take(t->arena, &text), advice, at };
	return false;
}

struct quoted
toml_quote(struct toml *t, const char *from, const char *stop)
{
	/* More than fits into a message is not worth a copy. */
	size_t length = strcspn(from, stop), room = sizeof (struct quoted);

	while (length > 0 && ascii_is_blank(from[length - 1]))
		length--;
	return quote(arena_strndup(t->arena, from,
	    length < room ? length : room));
}

bool
toml_end_line(struct toml *t)
{
	toml_skip_blanks(t);
	if (*t->p == '\0' || *t->p == '\n' || *t->p == '#')
		return true;
	return toml_fail(t, t->p, "write one key or table per line, and a "
	    "quote inside a string as \\\"", "unexpected %s after the end",
	    toml_quote(t, t->p, "\n").text);
}
