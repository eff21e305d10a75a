/*
 * bodies - converts bodies: each body on standard input, and each result on
 * standard output, ends in a NUL.
 */
#ifndef DUMP_BODIES_H
#define DUMP_BODIES_H

#include <stdio.h>
#include <string.h>

#include "base/buf.h"

/* Append the result for a body, including the NUL. */
typedef void bodies_take(struct buf *out, const char *body, size_t,
    void *context);

/* Returns the exit status. */
static inline int
bodies_convert(bodies_take *take, void *context)
{
	struct buf in = { 0 }, out = { 0 };
	char part[65536];
	size_t start = 0, n;

	while ((n = fread(part, 1, sizeof part, stdin)) > 0)
		buf_add(&in, part, n);
	for (; start < in.length; start += n + 1) {
		n = strlen(in.bytes + start);
		take(&out, in.bytes + start, n, context);
		fwrite(out.bytes, 1, out.length, stdout);
		buf_clear(&out);
	}
	buf_release(&in);
	buf_release(&out);
	return fflush(stdout) != 0;
}

#endif
