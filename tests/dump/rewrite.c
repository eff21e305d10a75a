/*
 * Makes the URLs of bodies absolute, for tests/markup; or, without a base as
 * operand, sanitizes them.  Each body on standard input, and each result on
 * standard output, ends in a NUL.  Bodies may come out unchanged.
 */
#include "base/mem.h"
#include "html/rewrite.h"
#include "html/sanitize.h"
#include "bodies.h"

static void
put(struct buf *out, const char *body, size_t n, void *base)
{
	struct rewrite rewrite = { .base = base };
	struct sanitize sanitize = { 0 };

	if (base != NULL ? !rewrite_html(&rewrite, body, n, out) :
	    !sanitize_html(&sanitize, body, n, out))
		buf_add(out, body, n);
	buf_putc(out, '\0');
}

int
main(int argc, char *argv[])
{
	mem_init();
	return bodies_convert(put, argc > 1 ? argv[1] : NULL);
}
