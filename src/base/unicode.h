/*
 * unicode - letters, marks and digits of all scripts, and case mapping.
 *
 * What the slugs of generators are built from: Ruby's \p{L}, Go's
 * unicode.IsLetter(), Python's \w and their kin.  The tables are of one
 * version of the standard and part of the program, so that a URL does not
 * depend on the system.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>

#include "base/arena.h"

struct unicode_range {
	unsigned	first, last;
};

/* Whether a character is in one of the ranges, which are sorted. */
bool	 unicode_is_in(const struct unicode_range *, size_t count, unsigned);

/* General categories, as far as slugs distinguish them. */
bool	 unicode_is_letter(unsigned);		/* L */
bool	 unicode_is_mark(unsigned);		/* M */
bool	 unicode_is_nonspacing(unsigned);	/* Mn: accents, points */
bool	 unicode_is_digit(unsigned);		/* Nd: 0 to 9 in a script */
bool	 unicode_is_number(unsigned);		/* N: also Roman, fractions */

/*
 * The other case of a character, or itself.  Simple mappings, one character
 * to one, regardless of language and context.
 */
unsigned unicode_lower(unsigned);
unsigned unicode_upper(unsigned);

/*
 * A string, which is valid UTF-8, in lower case.  U+0130 becomes two
 * characters, as it does in Ruby, Python and JavaScript.
 */
const char *unicode_lower_text(struct arena *, const char *);
/* The same, with a final sigma at the end of a word: not in Ruby and Go. */
const char *unicode_lower_words(struct arena *, const char *);
/* The same in upper case, character by character. */
const char *unicode_upper_text(struct arena *, const char *);

#endif
