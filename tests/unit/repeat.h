/*
 * repeat - a piece of text again and again: what is not linear takes minutes.
 */
#ifndef UNIT_REPEAT_H
#define UNIT_REPEAT_H

#include "base/buf.h"

/* Add it so many times. */
static inline void
repeat(struct buf *out, size_t count, const char *piece)
{
	while (count-- > 0)
		buf_puts(out, piece);
}

#endif
