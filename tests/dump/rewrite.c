/*
 * Bodies with their URLs made absolute, for tests/markup.  The operand is the
 * base; each body on standard input and each one on standard output ends in
 * a NUL.  What stays as it is comes out as it was.
 */
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "body/rewrite.h"

static void
read_all(struct buf *in)
{
	char part[65536];
	size_t n;

	while ((n = fread(part, 1, sizeof part, stdin)) > 0)
		buf_add(in, part, n);
	buf_putc(in, '\0');
}

int
main(int argc, char *argv[])
{
	struct buf in = { 0 }, out = { 0 };
	struct rewrite rewrite = { .base = argc > 1 ? argv[1] : NULL };
	size_t start = 0, n;

	if (rewrite.base == NULL)
		return 2;
	mem_init();
	read_all(&in);
	/* The last NUL is that of read_all(). */
	for (; start + 1 < in.length; start += n + 1) {
		n = strlen(in.bytes + start);
		if (!rewrite_html(&rewrite, in.bytes + start, n, &out))
			buf_add(&out, in.bytes + start, n);
		buf_putc(&out, '\0');
	}
	fwrite(out.bytes == NULL ? "" : out.bytes, 1, out.length, stdout);
	buf_release(&in);
	buf_release(&out);
	return fflush(stdout) != 0;
}
