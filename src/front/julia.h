/*
 * julia - values of Julia: "text", 1.5, Date(2012, 2, 27), lists.
 *
 * Franklin's front matter is a program.  It is not run: whatever is not a
 * plain value is code, and left alone.
 */
#ifndef FRONT_JULIA_H
#define FRONT_JULIA_H

#include "front/value.h"

struct julia {
	const char	*p, *end;
	struct value_mark mark;		/* of the last value */
	struct arena	*arena;
};

/*
 * Read the value at p and step over it.  NULL: it is code, and p may be
 * anywhere.
 */
struct p2f_value *julia_value(struct julia *);

#endif
