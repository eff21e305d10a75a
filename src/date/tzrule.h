/*
 * tzrule - the rule by which a time zone continues.
 *
 * A zone's table of transitions ends somewhere.  After that applies a rule in
 * the form of the TZ environment variable (POSIX.1-2008 XBD 8.3, with the
 * extension of RFC 9636 3.3.2), such as "CET-1CEST,M3.5.0,M10.5.0/3".
 */
#ifndef DATE_TZRULE_H
#define DATE_TZRULE_H

#include <stdbool.h>

enum tzrule_day { TZRULE_JULIAN, TZRULE_YDAY, TZRULE_WEEKDAY };

/* When a yearly change takes place. */
struct tzrule_change {
	enum tzrule_day	 kind;
	unsigned	 month, week, day;
	int		 time;		/* seconds of local time; may be < 0 */
};

struct tzrule {
	/* seconds east of UTC, less than a day */
	int			standard, summer;
	bool			has_summer;
	struct tzrule_change	start, end;	/* of summer time */
};

bool	 tzrule_parse(struct tzrule *, const char *);

/* Seconds east of UTC; see zone_offset() and zone_offset_at(). */
int	 tzrule_offset(const struct tzrule *, long long local);
int	 tzrule_offset_at(const struct tzrule *, long long instant);

#endif
