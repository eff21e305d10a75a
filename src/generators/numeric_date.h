/*
 * numeric_date - dates in digits, in the order in which a program reads them.
 */
#ifndef GENERATORS_NUMERIC_DATE_H
#define GENERATORS_NUMERIC_DATE_H

#include "post/post.h"


/*
 * Rewrite dates such as "06/21/2014 18:30" in keys (NULL-terminated) to begin
 * with the year, and override the front matter with them.  They begin with the
 * month if one of the characters in month_first separates them, else with the
 * day; invalid dates are left alone.
 */
void	 numeric_dates(struct post *, const char *const *keys,
	    const char *month_first);
/* The defaults() of a generator in JavaScript, where dates begin with the
   month; returns NULL. */
const struct p2f_value *numeric_dates_of_script(const struct site *,
	    struct post *);

#endif
