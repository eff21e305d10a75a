/*
 * step - steps along a text that is read from left to right.
 *
 * Each takes the place it stands at, and moves it behind what it found; when
 * that is not there, the place does not move.
 */
#ifndef DATE_STEP_H
#define DATE_STEP_H

#include <stdbool.h>
#include <stddef.h>

bool	 step_char(const char **, char);
/* White space, at least one character of it. */
bool	 step_space(const char **);
/* A number of at least min and at most max digits, which are up to 9. */
bool	 step_number(const char **, size_t min, size_t max, unsigned *);
/* A name of a table in any case, in full or cut off after 3 letters or more. */
bool	 step_name(const char **, const char *const *, unsigned count,
	    unsigned *index);

/* How many there are, from here on. */
size_t	 step_count_digits(const char *);
size_t	 step_count_letters(const char *);
/* Whether the first n characters of both are the same, in any case. */
bool	 step_is_same(const char *, const char *, size_t n);

#endif
