/*
 * repeat - repeats a piece of text: what is not linear then takes minutes.
 */
#ifndef UNIT_REPEAT_H
#define UNIT_REPEAT_H

#include "base/buf.h"

/* Append it this many times. */
static inline void
repeat(struct buf *out, size_t count, const char *piece)
{
	while (count-- > 0)
		buf_puts(out, piece);
}

#endif
