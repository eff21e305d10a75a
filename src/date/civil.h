/*
 * civil - calendar days and times of day, without a time zone.
 *
 * The proleptic Gregorian calendar (RFC 3339 1) as arithmetic on 64 bits:
 * time_t and gmtime() differ in range from system to system.  A wall clock
 * time is counted in seconds since 1970-01-01T00:00:00 as if it were UTC.
 */
#ifndef DATE_CIVIL_H
#define DATE_CIVIL_H

#include <stdbool.h>

#include "base/buf.h"

struct civil {
	int		year;
	unsigned	month, day;		/* from 1 */
	unsigned	hour, minute, second;
};

/* The years of four digits, except 0. */
enum { CIVIL_YEAR_MIN = 1, CIVIL_YEAR_MAX = 9999 };

/* English names, in full; their first three letters are the short form. */
extern const char *const civil_months[12];
extern const char *const civil_weekdays[7];	/* from Sunday */

bool	 civil_is_leap(int year);
unsigned civil_month_length(int year, unsigned month);
/* Whether that day exists, in the years above. */
bool	 civil_is_day(const struct civil *);

/*
 * Read the day that a string begins with, as YYYY-MM-DD; false: it does not
 * begin with one.  civil_is_day() tells whether that day exists.
 */
bool	 civil_read_day(struct civil *, const char *);

/* Days from 1970-01-01 to the first of January of a year above 0. */
long long civil_new_year(int year);
long long civil_seconds(const struct civil *);
/* Whether a time is in the years above. */
bool	 civil_is_time(long long seconds);
/* The inverse of civil_seconds(); false if it is outside them. */
bool	 civil_of_seconds(struct civil *, long long);

unsigned civil_weekday(const struct civil *);	/* 0: Sunday */
unsigned civil_yday(const struct civil *);	/* 1 to 366 */

/*
 * The parts of a day and its time: date formats and URL patterns have words
 * for these, and for parts of their own from CIVIL_PARTS on.
 */
enum civil_part {
	/* numbers */
	CIVIL_YEAR, CIVIL_SHORT_YEAR, CIVIL_MONTH, CIVIL_DAY, CIVIL_YEAR_DAY,
	CIVIL_HOUR, CIVIL_HOUR_12, CIVIL_MINUTE, CIVIL_SECOND, CIVIL_WEEKDAY,
	/* ISO 8601: weeks begin on Monday, which is day 1, and week 1
	   contains the first Thursday of its year */
	CIVIL_WEEK, CIVIL_WEEK_YEAR, CIVIL_WEEK_DAY,
	/* words, of which the last is AM or PM */
	CIVIL_MONTH_NAME, CIVIL_SHORT_MONTH, CIVIL_WEEKDAY_NAME,
	CIVIL_SHORT_WEEKDAY, CIVIL_HALF,
	CIVIL_PARTS
};
/* The value of a part that is a number. */
unsigned civil_part(const struct civil *, unsigned part);
/* Add any part; a number is padded with zeros to that many digits. */
void	 civil_put(struct buf *, const struct civil *, unsigned part,
	    int digits);

/* A word of a pattern, and the part that replaces it. */
struct civil_word {
	const char	*name;
	unsigned	 part;		/* of these, or the pattern's own */
	int		 digits;	/* minimum, of a number */
};

/* Find a name of n bytes in a table that ends with a NULL name; NULL: none. */
const struct civil_word *civil_word(const struct civil_word *,
	    const char *name, size_t n);

#endif
