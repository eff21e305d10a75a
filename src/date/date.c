#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "date/date.h"

/* Room for either format. */
enum { SPELLING_SIZE = 40 };

/* With leading zeros; the digits fit.  Returns the end of the text. */
static inline char *
put_two(char *p, unsigned value)
{
	p[0] = (char)('0' + value / 10);
	p[1] = (char)('0' + value % 10);
	return p + 2;
}

static inline char *
put_year(char *p, int year)
{
	return put_two(put_two(p, (unsigned)year / 100),
	    (unsigned)year % 100);
}

static char *
put_text(char *p, const char *s, size_t n)
{
	memcpy(p, s, n);
	return p + n;
}

/* "09:02:34" */
static char *
put_time(char *p, const struct civil *c)
{
	p = put_two(p, c->hour);
	*p++ = ':';
	p = put_two(p, c->minute);
	*p++ = ':';
	return put_two(p, c->second);
}

/* "2022-04-01T09:02:34" */
static char *
put_stamp(char *p, const struct civil *c)
{
	p = put_year(p, c->year);
	*p++ = '-';
	p = put_two(p, c->month);
	*p++ = '-';
	p = put_two(p, c->day);
	*p++ = 'T';
	return put_time(p, c);
}

/* "+08:00" */
static char *
put_offset(char *p, int offset)
{
	if (offset == 0)
		return put_text(p, "Z", 1);
	*p++ = offset < 0 ? '-' : '+';
	p = put_two(p, (unsigned)abs(offset) / 60);
	*p++ = ':';
	return put_two(p, (unsigned)abs(offset) % 60);
}

/* RFC 3339 5.6 */
static const char *
spell_rfc3339(struct arena *a, const struct civil *c, int offset)
{
	char text[SPELLING_SIZE], *p;

	p = put_offset(put_stamp(text, c), offset);
	return arena_span(a, text, p);
}

/*
 * RFC 822 5.1, with the year of four digits of RFC 1123 5.2.14.  Always in
 * UTC: feed readers disagree about other zones.
 */
static const char *
spell_rfc822(struct arena *a, const struct civil *c)
{
	char text[SPELLING_SIZE], *p;

	p = put_text(text, civil_weekdays[civil_weekday(c)], 3);
	p = put_text(p, ", ", 2);
	p = put_two(p, c->day);
	*p++ = ' ';
	p = put_text(p, civil_months[c->month - 1], 3);
	*p++ = ' ';
	p = put_year(p, c->year);
	*p++ = ' ';
	p = put_time(p, c);
	p = put_text(p, " +0000", 6);
	return arena_span(a, text, p);
}

const struct p2f_date *
date_new(struct arena *a, long long seconds, int offset)
{
	struct p2f_date *date = arena_alloc(a, sizeof *date);
	struct civil local;

	return civil_is_time(seconds) &&
	    civil_of_seconds(&local, seconds + offset * 60) &&
	    date_set(a, date, &local, offset) ? date : NULL;
}

bool
date_set(struct arena *a, struct p2f_date *date, const struct civil *local,
    int offset)
{
	long long seconds = civil_seconds(local) - offset * 60;

	assert(abs(offset) < 24 * 60);
	if (!civil_is_time(seconds))
		return false;
	*date = (struct p2f_date){ .seconds = seconds, .offset = offset,
	    .rfc3339 = spell_rfc3339(a, local, offset) };
	return true;
}

const struct p2f_date *
date_for_feed(struct arena *a, const struct p2f_date *date)
{
	struct p2f_date *whole = arena_alloc(a, sizeof *whole);
	struct civil utc;

	*whole = *date;
	if (civil_of_seconds(&utc, date->seconds))
		whole->rfc822 = spell_rfc822(a, &utc);
	return whole;
}

const struct p2f_date *
date_from_civil(struct arena *a, const struct civil *c,
    const struct zone *zone)
{
	struct p2f_date *date = arena_alloc(a, sizeof *date);

	return date_set(a, date, c, zone_offset(zone, civil_seconds(c))) ?
	    date : NULL;
}

bool
date_is_none(const struct p2f_date *date)
{
	return date->seconds + date->offset * 60LL ==
	    civil_new_year(CIVIL_YEAR_MIN) * 86400;
}

void
date_civil(const struct p2f_date *date, struct civil *c)
{
	civil_of_seconds(c, date->seconds + date->offset * 60);
}
