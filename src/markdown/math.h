/*
 * math - TeX formulas, protected from Markdown.
 *
 * Readers that show formulas need them as they were typed, but `_`, `*` and `\`
 * have a meaning in Markdown, so they are escaped in the source.
 */
#ifndef MARKDOWN_MATH_H
#define MARKDOWN_MATH_H


#include "markdown/walk.h"

/* Kinds of delimiters of formulas: see math.c. */
#define MATH_PAIRS 6

/* Where formulas end, as far as searched; initialize with { 0 }. */
struct math_ends {
	const char	*limits[2];	/* of the paragraph, and of the text
					   up to the next blank line */
	unsigned	 missing;	/* bits of delimiters not before them */
	const char	*closes[MATH_PAIRS]; /* last ones found; NULL: none */
};

/* The end of the formula at a mark of a walk, or NULL if none begins there. */
const char *math_end(struct math_ends *, const struct walk *, const char *);

#endif
