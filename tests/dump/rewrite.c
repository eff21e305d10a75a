/*
 * Bodies with their URLs made absolute, for tests/markup; or, without a base
 * for an operand, sanitized.  Each body on standard input and each one on
 * standard output ends in a NUL.  What stays as it is comes out as it was.
 */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "html/rewrite.h"
#include "html/sanitize.h"
#include "bodies.h"

static void
put(struct buf *out, const char *base, const char *body, size_t n)
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
	struct buf in = { 0 }, out = { 0 };
	size_t start = 0, n;

	mem_init();
	bodies_read(&in);
	for (; start + 1 < in.length; start += n + 1) {
		n = strlen(in.bytes + start);
		put(&out, argc > 1 ? argv[1] : NULL, in.bytes + start, n);
	}
	fwrite(out.bytes == NULL ? "" : out.bytes, 1, out.length, stdout);
	buf_release(&in);
	buf_release(&out);
	return fflush(stdout) != 0;
}
