/*
 * lookalike - what was meant as front matter at the top of a post but is not:
 * lines with keys below a heading, between lines that nobody recognizes, or in
 * a comment.
 */
#ifndef FRONT_LOOKALIKE_H
#define FRONT_LOOKALIKE_H

#include <stdbool.h>

#include "front/value.h"

/*
 * Report it, once, in a file without front matter.  A date alone may be that of
 * a meeting: it is reported only if no other date is known.
 */
void	 lookalike_report(const struct block *, bool has_date, struct diag *);

#endif
