/*
 * step - steps through a string from left to right.
 *
 * Each function receives a position and moves it past what it finds there; if
 * that is missing, the position does not move.
 */
#ifndef DATE_STEP_H
#define DATE_STEP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

static inline bool
step_char(const char **p, char c)
{
	if (**p != c)
		return false;
	++*p;
	return true;
}

/* At least one whitespace character. */
bool	 step_space_here(const char **);

static inline bool
step_space(const char **p)
{
	/* Printable ASCII is not whitespace. */
	return (**p > ' ' && **p < 0x7f) || **p == '\0' ? false :
	    step_space_here(p);
}

/* The number of digits from here on. */
static inline size_t
step_count_digits(const char *p)
{
	size_t n = 0;

	while (ascii_is_digit(p[n]))
		n++;
	return n;
}

size_t	 step_count_letters(const char *);

/* One of several characters of three bytes each, and whitespace around it. */
bool	 step_unit(const char **, const char *units);

/* A number of at least min and at most max digits; max is at most 9. */
static inline bool
step_number(const char **p, size_t min, size_t max, unsigned *value)
{
	unsigned sum = 0;
	size_t n;

	for (n = 0; ascii_is_digit((*p)[n]); n++) {
		if (n == max)
			return false;
		sum = sum * 10 + (unsigned)((*p)[n] - '0');
	}
	if (n < min)
		return false;
	*p += n;
	*value = sum;
	return true;
}

/* A name from a table in any case, in full or cut to 3 letters or more. */
bool	 step_name(const char **, const char *const *, unsigned count,
	    unsigned *index);

#endif
