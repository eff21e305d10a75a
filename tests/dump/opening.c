/*
 * Cuts HTML to its beginning, for tests/opening.  The operands are limits in
 * characters, 0 for the first paragraph; each body on standard input, and each
 * beginning on standard output, ends in a NUL.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "body/opening.h"
#include "bodies.h"

static void
cut(struct buf *out, const char *html, size_t n, void *limits)
{
	char **limit;
	size_t count;

	for (limit = limits; *limit != NULL; limit++) {
		count = strtoul(*limit, NULL, 10);
		if (count > 0)
			opening_text(out, html, n, count);
		else
			opening_paragraph(out, html, n);
		buf_putc(out, '\0');
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	mem_init();
	return bodies_convert(cut, argv + 1);
}
