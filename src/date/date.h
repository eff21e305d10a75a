/*
 * date - the many spellings of a date in, the two of feeds out.
 *
 * Every generator has its own idea of a date, authors and importers have
 * more.  What can only mean one thing is read; the rest is refused with a
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
	DATE_BAD_OFFSET,	/* read, but as if it had no offset */
	DATE_BEYOND_MONTH	/* read, as a day of the next month */
};

/*
 * Read a date.  One without a zone is in the zone given, and midnight when
 * it is a day.  A number of 10 or 13 digits counts seconds or milliseconds
 * since 1970 (UTC), and is spelled in that zone.  Unless the result is
 * DATE_OK, *problem says why, as a part of a sentence in the arena: "there
 * is no month 13".  When it is DATE_UNREADABLE, *out is not set.
 */
enum date_status date_parse(struct arena *, const char *text,
	    const struct zone *, struct p2f_date *out, const char **problem);

/* Whether what date_parse() can read is a day without a time. */
bool	 date_is_day(const char *);

/* Whether a text begins with a day, whatever stands behind that. */
bool	 date_begins(const char *, struct civil *);

/*
 * A date at an offset in minutes east of UTC of less than a day.  NULL: beyond
 * the years 1 to 9999, in UTC or at that offset.
 */
const struct p2f_date *date_new(struct arena *, long long seconds,
	    int offset);
/* The same from what a calendar and a clock show there, which is valid. */
bool	 date_set(struct arena *, struct p2f_date *, const struct civil *,
	    int offset);
/* That in a zone; NULL as above. */
const struct p2f_date *date_from_civil(struct arena *, const struct civil *,
	    const struct zone *);

/*
 * The same date with its spelling by RFC 822, which all those above do not
 * have: most dates that are read are in no feed.
 */
const struct p2f_date *date_for_feed(struct arena *, const struct p2f_date *);

/* Whether it is 0001-01-01T00:00:00, by which Go and .NET tell of no date. */
bool	 date_is_none(const struct p2f_date *);

/* What a calendar and a clock show at the date's own offset. */
void	 date_civil(const struct p2f_date *, struct civil *);

/*
 * Add a date in a format of strftime(3), in English: of Y y m d e j w H I M S
 * B b h A a and %, with `-` before a number's letter without zeros in front.
 * False at another letter.
 */
bool	 date_format(struct buf *, const struct civil *, const char *format);
/* The same for what stands behind one '%', which is stepped over. */
bool	 date_put_directive(struct buf *, const struct civil *,
	    const char **p);

/*
 * The date that begins a file name: "2019-1-2-slug.md".  A time may follow
 * the day, "T10:00:00Z" (its offset is skipped) or "-10-00-00".  Returns how
 * much of the name goes with it: also the hyphens, underlines and blanks
 * behind it, but not a full stop.  0: there is none, or no such day.
 */
size_t	 date_of_name(const char *name, struct civil *);

#endif
