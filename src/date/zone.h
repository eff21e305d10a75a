/*
 * zone - time zones: a fixed offset, or the rules of the IANA database.
 *
 * The database is read from its files (TZif, RFC 9636), not through the C
 * library: localtime() knows one zone, which it takes from the environment,
 * and the result would depend on that.  A zone is immutable once found.
 */
#ifndef DATE_ZONE_H
#define DATE_ZONE_H

#include <stddef.h>

#include "base/arena.h"

struct zone;

/* Offsets in use on Earth, in minutes east of UTC. */
enum { ZONE_OFFSET_MIN = -12 * 60, ZONE_OFFSET_MAX = 14 * 60 };

const struct zone *zone_utc(void);

/*
 * The zone of that name: "Europe/Paris", "UTC", "GMT", "Z", or an offset in
 * one of the forms below, also after "UTC" or "GMT".  NULL: there is none.
 */
const struct zone *zone_find(struct arena *, const char *name);

/*
 * The offset, in minutes east of UTC, at a local time (see civil.h).  A time
 * that occurs twice is the first one; for a time that is skipped, the offset
 * before the change still holds.
 */
int	 zone_offset(const struct zone *, long long local);
/* The same at an instant, in seconds since 1970-01-01T00:00:00Z. */
int	 zone_offset_at(const struct zone *, long long instant);

/*
 * Length of the offset at the beginning of a string: +H +HH +HMM +HHMM +H:MM
 * +HH:MM, or with a minus sign.  0: there is none.  The minutes may be outside
 * the limits above; offsets with more than 59 minutes count as outside.
 */
size_t	 zone_scan_offset(const char *, int *minutes);

#endif
