/*
 * math - formulas in TeX, which Markdown would take for its own.
 *
 * Readers that show formulas want them as they were typed, and in Markdown
 * `_`, `*` and `\` mean something.  So these are escaped in the source.
 */
#ifndef MARKDOWN_MATH_H
#define MARKDOWN_MATH_H


#include "markdown/walk.h"

/* Kinds of brackets around formulas: see math.c. */
#define MATH_PAIRS 6

/* Where formulas end, as far as it was looked for; begin with { 0 }. */
struct math_ends {
	const char	*limits[2];	/* of the paragraph, and of what stands
					   up to the next blank line */
	unsigned	 missing;	/* ends that are not before them */
	const char	*closes[MATH_PAIRS]; /* those found last; NULL: none */
};

/* Behind the formula that begins at a mark of a walk; NULL: none does. */
const char *math_end(struct math_ends *, const struct walk *, const char *);

#endif
