/*
 * The beginnings of bodies as HTML, for tests/opening.  Operands are limits
 * in characters, 0 for the first paragraph; each body on standard input, and
 * each beginning of it on standard output, ends in a NUL.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "body/opening.h"
#include "bodies.h"

static void
dump(struct buf *out, const char *html, size_t n, size_t limit)
{
	if (limit > 0)
		opening_text(out, html, n, limit);
	else
		opening_paragraph(out, html, n);
	buf_putc(out, '\0');
}

int
main(int argc, char *argv[])
{
	struct buf in = { 0 }, out = { 0 };
	size_t start = 0, n;
	int i;

	mem_init();
	bodies_read(&in);
	for (; start + 1 < in.length; start += n + 1) {
		n = strlen(in.bytes + start);
		for (i = 1; i < argc; i++)
			dump(&out, in.bytes + start, n,
			    strtoul(argv[i], NULL, 10));
	}
	fwrite(out.bytes == NULL ? "" : out.bytes, 1, out.length, stdout);
	buf_release(&in);
	buf_release(&out);
	return fflush(stdout) != 0;
}
