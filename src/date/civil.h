/*
 * civil - days and times of the calendar, without a time zone.
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

/* What four digits can spell, less the year 0. */
enum { CIVIL_YEAR_MIN = 1, CIVIL_YEAR_MAX = 9999 };

/* English names, in full; their first three letters are the short form. */
extern const char *const civil_months[12];
extern const char *const civil_weekdays[7];	/* from Sunday */

bool	 civil_is_leap(int year);
unsigned civil_month_length(int year, unsigned month);
/* Whether there is such a day, in the years above. */
bool	 civil_is_day(const struct civil *);

/*
 * Read the day with which a text begins, as YYYY-MM-DD; false: it does not
 * begin so.  Whether there is such a day, civil_is_day() says.
 */
bool	 civil_read_day(struct civil *, const char *);

/* Days from 1970-01-01 to the first of January of a year above 0. */
long long civil_new_year(int year);
long long civil_seconds(const struct civil *);
/* Whether that is in the years above. */
bool	 civil_is_time(long long seconds);
/* The inverse; false when it is not. */
bool	 civil_of_seconds(struct civil *, long long);

unsigned civil_weekday(const struct civil *);	/* 0: Sunday */
unsigned civil_yday(const struct civil *);	/* 1 to 366 */

/*
 * What there is of a day and its time: formats of dates and patterns of URLs
 * have words for these, and words of their own from CIVIL_PARTS on.
 */
enum civil_part {
	/* numbers */
	CIVIL_YEAR, CIVIL_SHORT_YEAR, CIVIL_MONTH, CIVIL_DAY, CIVIL_YEAR_DAY,
	CIVIL_HOUR, CIVIL_HOUR_12, CIVIL_MINUTE, CIVIL_SECOND, CIVIL_WEEKDAY,
	/* of ISO 8601: weeks begin on Monday, which is day 1, and week 1
	   holds the first Thursday of its year */
	CIVIL_WEEK, CIVIL_WEEK_YEAR, CIVIL_WEEK_DAY,
	/* words, of which the last is AM or PM */
	CIVIL_MONTH_NAME, CIVIL_SHORT_MONTH, CIVIL_WEEKDAY_NAME,
	CIVIL_SHORT_WEEKDAY, CIVIL_HALF,
	CIVIL_PARTS
};
/* One that is a number. */
unsigned civil_part(const struct civil *, unsigned part);
/* Add any; a number with zeros before it up to that many digits. */
void	 civil_put(struct buf *, const struct civil *, unsigned part,
	    int digits);

/* A word of a pattern, and what stands in its place. */
struct civil_word {
	const char	*name;
	unsigned	 part;		/* of these, or the pattern's own */
	int		 digits;	/* of a number, at least */
};

/* The one of a name, n bytes long, in a table that NULL ends; NULL: none. */
const struct civil_word *civil_word(const struct civil_word *,
	    const char *name, size_t n);

#endif
