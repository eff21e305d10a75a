/*
 * unicode - letters, marks and digits of all scripts, and their cases.
 *
 * What the slugs of generators are made of: Ruby's \p{L}, Go's
 * unicode.IsLetter(), Python's \w and their kin.  The tables are those of one
 * version of the standard and come with the program, so that a URL does not
 * depend on the system that makes it.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>

#include "base/arena.h"

struct unicode_range {
	unsigned	first, last;
};

/* Whether a character is in one of some ranges, which are sorted. */
bool	 unicode_is_in(const struct unicode_range *, size_t count, unsigned);

/* General categories, as far as slugs tell them apart. */
bool	 unicode_is_letter(unsigned);		/* L */
bool	 unicode_is_mark(unsigned);		/* M */
bool	 unicode_is_nonspacing(unsigned);	/* Mn: accents, points */
bool	 unicode_is_digit(unsigned);		/* Nd: 0 to 9 of a script */
bool	 unicode_is_number(unsigned);		/* N: also Roman, fractions */

/*
 * The other case of a character, or itself.  Simple mappings, one character
 * to one, without regard to language or neighbours.
 */
unsigned unicode_lower(unsigned);
unsigned unicode_upper(unsigned);

/*
 * A text, which is valid UTF-8, in lower case.  U+0130 becomes two
 * characters, as it does in Ruby, Python and JavaScript.
 */
const char *unicode_lower_text(struct arena *, const char *);
/* The same, with a sigma that ends a word as such: not in Ruby and Go. */
const char *unicode_lower_words(struct arena *, const char *);
/* The same in upper case, character by character. */
const char *unicode_upper_text(struct arena *, const char *);

#endif
