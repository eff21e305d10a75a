/*
 * date_scan - the parts of a date, in the order in which they are read.
 *
 * Private to date_parse.c, which combines them, date_day.c and date_time.c.
 */
#ifndef DATE_DATE_SCAN_H
#define DATE_DATE_SCAN_H

#include <stdbool.h>

#include "base/arena.h"
#include "date/civil.h"
#include "date/zone.h"

/* How far a date has been read, and what was found so far. */
struct date_scan {
	const char		*p;
	struct civil		 civil;
	bool			 has_short_year, has_time, has_offset;
	bool			 has_units;	/* words after the numbers,
						   as in East Asia */
	int			 offset;	/* minutes, if has_offset */
	const struct zone	*zone;		/* otherwise */
	struct arena		*arena;		/* of the strings below */
	const char		*problem;	/* why it is unreadable */
	const char		*doubt;		/* why the offset is ignored */
	const char		*beyond;	/* why the day is another day */
};

/* Read one; false: it is missing or broken; *problem may say why. */
bool	 date_scan_day(struct date_scan *);
/* The same for YYYY-MM-DD, YYYY/M/D, ..., with unchecked values. */
bool	 date_scan_ymd(struct date_scan *);
/* The minutes after an hour, with unchecked values: ":30", ":30:15.250". */
bool	 date_scan_minutes(struct date_scan *);
/*
 * Whether that many digits can be a time: "1830", "183015", or with
 * milliseconds "183015250".
 */
bool	 date_is_compact_time(size_t digits);
/* Read one if there is any; false: it is there, but broken. */
bool	 date_scan_time(struct date_scan *);
/* Read one if there is any. */
void	 date_scan_zone(struct date_scan *);

/* Whether the value of a part is possible; if not, *problem says so. */
bool	 date_scan_check(struct date_scan *, const char *part, unsigned value,
	    unsigned max);

#endif
