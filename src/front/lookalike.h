/*
 * lookalike - what was meant as front matter at the top of a post, and is
 * none: lines of keys below a heading, between marks that nobody reads, or in
 * a comment.
 */
#ifndef FRONT_LOOKALIKE_H
#define FRONT_LOOKALIKE_H

#include <stdbool.h>

#include "front/value.h"

/*
 * Report it, once, in a file that has no front matter.  A date alone may be
 * that of a meeting: it is reported only if no other is known.
 */
void	 lookalike_report(const struct block *, bool has_date, struct diag *);

#endif
