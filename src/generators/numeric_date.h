/*
 * numeric_date - dates in digits, by the rule of the program that reads them.
 */
#ifndef GENERATORS_NUMERIC_DATE_H
#define GENERATORS_NUMERIC_DATE_H

#include "post/post.h"


/*
 * Make of dates such as "06/21/2014 18:30" under the keys, up to NULL, some
 * that begin with the year, and so win over the front matter.  They begin with
 * the month where one of these marks divides them, and else with the day; what
 * is no day then stays.
 */
void	 numeric_dates(struct post *, const char *const *keys,
	    const char *month_first);
/* The defaults() of a generator in JavaScript, whose dates begin with the
   month; there are no defaults. */
const struct p2f_value *numeric_dates_of_script(const struct site *,
	    struct post *);

#endif
