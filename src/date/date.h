/*
 * date - reads the many spellings of dates, writes the two of feeds.
 *
 * Every generator has its own idea of a date; authors and importers have
 * more.  What can only mean one thing is accepted; the rest is refused with a
 * reason, and never replaced by a guess.
 */
#ifndef DATE_DATE_H
#define DATE_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "date/civil.h"
#include "date/zone.h"
#include "post2feed.h"

enum date_status {
	DATE_OK,
	DATE_UNREADABLE,
	DATE_BAD_OFFSET,	/* read, ignoring its offset */
	DATE_BEYOND_MONTH	/* read, as a day of the next month */
};

/*
 * Read a date.  One without a zone is in the given zone; one without a time is
 * at midnight.  A number of 10 or 13 digits counts seconds or milliseconds
 * since 1970 (UTC), and is written in that zone.  Unless the result is
 * DATE_OK, *problem is set to the reason, part of a sentence in the arena:
 * "there is no month 13".  With DATE_UNREADABLE, *out is not set.
 */
enum date_status date_parse(struct arena *, const char *text,
	    const struct zone *, struct p2f_date *out, const char **problem);

/* Whether what date_parse() accepts is a day without a time. */
bool	 date_is_day(const char *);

/* Whether a string begins with a day, whatever follows. */
bool	 date_begins(const char *, struct civil *);

/*
 * A date at an offset in minutes east of UTC, of less than a day.  NULL: it is
 * outside the years 1 to 9999, in UTC or at that offset.
 */
const struct p2f_date *date_new(struct arena *, long long seconds,
	    int offset);
/* The same from a valid date and time at that offset. */
bool	 date_set(struct arena *, struct p2f_date *, const struct civil *,
	    int offset);
/* The same from a date and time in a zone; NULL as above. */
const struct p2f_date *date_from_civil(struct arena *, const struct civil *,
	    const struct zone *);

/*
 * The same date with its RFC 822 form, which the functions above do not fill
 * in: most dates that are read do not get into a feed.
 */
const struct p2f_date *date_for_feed(struct arena *, const struct p2f_date *);

/* Whether it is 0001-01-01T00:00:00, which Go and .NET use for "no date". */
bool	 date_is_none(const struct p2f_date *);

/* Calendar date and time of day at the date's own offset. */
void	 date_civil(const struct p2f_date *, struct civil *);

/*
 * Add a date in a format of strftime(3), in English.  The letters are Y y m d
 * e j w H I M S B b h A a and %; after `-`, a number has no leading zeros.
 * False at any other letter.
 */
bool	 date_format(struct buf *, const struct civil *, const char *format);
/* The same for what follows one '%', which is stepped over. */
bool	 date_put_directive(struct buf *, const struct civil *,
	    const char **p);

/*
 * The date at the beginning of a file name: "2019-1-2-slug.md".  A time may
 * follow the day, "T10:00:00Z" (its offset is skipped) or "-10-00-00".
 * Returns the length of that part of the name, including the hyphens,
 * underscores and spaces after it, but not a dot.  0: no date, or no such day.
 */
size_t	 date_of_name(const char *name, struct civil *);

#endif
