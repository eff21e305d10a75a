/*
 * bodies - what the programs of this folder read: all of standard input, on
 * which each body ends in a NUL, with one NUL more behind the last.
 */
#ifndef DUMP_BODIES_H
#define DUMP_BODIES_H


#include "base/buf.h"

static inline void
bodies_read(struct buf *in)
{
	char part[65536];
	size_t n;

	while ((n = fread(part, 1, sizeof part, stdin)) > 0)
		buf_add(in, part, n);
	buf_putc(in, '\0');
}

#endif
