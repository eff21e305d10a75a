#include "base/text.h"
#include "date/civil.h"
#include "date/step.h"
#include "date/tzrule.h"

#define DAY 86400LL

static bool
parse_number(const char **p, unsigned max, unsigned *value)
{
	const char *start = *p;

	for (*value = 0; ascii_is_digit(**p) && *value <= max; ++*p)
		*value = *value * 10 + (unsigned)(**p - '0');
	return *p > start && *value <= max;
}

/* "EST", or "<+08>" if it is not just letters. */
static bool
skip_name(const char **p)
{
	const char *start = *p;

	if (step_char(p, '<')) {
		while (ascii_is_alnum(**p) || **p == '+' || **p == '-')
			++*p;
		return step_char(p, '>');
	}
	while (ascii_is_alpha(**p))
		++*p;
	return *p > start;
}

/* [+-]h[:mm[:ss]] */
static bool
parse_time(const char **p, unsigned max_hour, int *seconds)
{
	unsigned hour, minute = 0, second = 0;
	bool negative = step_char(p, '-');

	if (!negative)
		step_char(p, '+');
	if (!parse_number(p, max_hour, &hour))
		return false;
	if (step_char(p, ':') && !parse_number(p, 59, &minute))
		return false;
	if (step_char(p, ':') && !parse_number(p, 59, &second))
		return false;
	*seconds = (int)(hour * 3600 + minute * 60 + second);
	if (negative)
		*seconds = -*seconds;
	return true;
}

/* POSIX offsets point west.  In RFC 3339 none is a whole day. */
static bool
parse_offset(const char **p, int *east)
{
	if (!parse_time(p, 23, east))
		return false;
	*east = -*east;
	return true;
}

static bool
parse_weekday(const char **p, struct tzrule_change *c)
{
	c->kind = TZRULE_WEEKDAY;
	return parse_number(p, 12, &c->month) && c->month >= 1 &&
	    step_char(p, '.') && parse_number(p, 5, &c->week) && c->week >= 1 &&
	    step_char(p, '.') && parse_number(p, 6, &c->day);
}

static bool
parse_day(const char **p, struct tzrule_change *c)
{
	if (step_char(p, 'M'))
		return parse_weekday(p, c);
	if (step_char(p, 'J')) {
		c->kind = TZRULE_JULIAN;
		return parse_number(p, 365, &c->day) && c->day >= 1;
	}
	c->kind = TZRULE_YDAY;
	return parse_number(p, 365, &c->day);
}

static bool
parse_change(const char **p, struct tzrule_change *c)
{
	*c = (struct tzrule_change){ .time = 2 * 3600 };
	if (!step_char(p, ',') || !parse_day(p, c))
		return false;
	/* RFC 9636 3.3.2 lets the hour go from -167 to 167. */
	return !step_char(p, '/') || parse_time(p, 167, &c->time);
}

bool
tzrule_parse(struct tzrule *r, const char *p)
{
	*r = (struct tzrule){ 0 };
	if (!skip_name(&p) || !parse_offset(&p, &r->standard))
		return false;
	if (*p == '\0')
		return true;
	r->has_summer = true;
	r->summer = r->standard + 3600;
	if (!skip_name(&p))
		return false;
	if (*p != ',' && !parse_offset(&p, &r->summer))
		return false;
	if (r->summer >= DAY)
		return false;
	return parse_change(&p, &r->start) && parse_change(&p, &r->end) &&
	    *p == '\0';
}

/* The n-th such weekday of the month; the fifth is the last one. */
static unsigned
day_of_month(const struct tzrule_change *c, int year)
{
	struct civil first = { .year = year, .month = c->month, .day = 1 };
	unsigned day;

	day = 1 + (c->day + 7 - civil_weekday(&first)) % 7 +
	    (c->week - 1) * 7;
	return day > civil_month_length(year, c->month) ? day - 7 : day;
}

static unsigned
day_of_year(const struct tzrule_change *c, int year)
{
	struct civil day = { .year = year, .month = c->month };

	switch (c->kind) {
	case TZRULE_WEEKDAY:
		day.day = day_of_month(c, year);
		return civil_yday(&day) - 1;
	case TZRULE_JULIAN:
		/* February 29 is never counted. */
		return c->day - 1 + (c->day > 59 && civil_is_leap(year));
	default:
		return c->day;
	}
}

/* When a change takes place, on the clock before it. */
static long long
change_local(const struct tzrule_change *c, int year)
{
	return (civil_new_year(year) + day_of_year(c, year)) * DAY + c->time;
}

/*
 * Whether summer time was the last to begin by a time.  The moves are the
 * seconds to add to the local time of each change to put it on the same scale.
 * A change can fall into the year before or after the one it belongs to, and
 * permanent summer time begins anew when the last one ends.
 */
static bool
is_summer(const struct tzrule *r, long long time, int move_start,
    int move_end)
{
	long long start, end, last = 0;
	bool found = false, summer = false;
	struct civil c;
	int year;

	if (!r->has_summer || !civil_of_seconds(&c, time))
		return false;
	for (year = c.year > 1 ? c.year - 1 : 1; year <= c.year + 1; year++) {
		start = change_local(&r->start, year) + move_start;
		end = change_local(&r->end, year) + move_end;
		if (end <= time && (!found || end > last)) {
			last = end;
			found = true;
			summer = false;
		}
		if (start <= time && (!found || start >= last)) {
			last = start;
			found = true;
			summer = true;
		}
	}
	return summer;
}

int
tzrule_offset(const struct tzrule *r, long long local)
{
	int ahead = r->summer - r->standard;

	/* In a gap the old clock keeps running, so the gap is added. */
	return is_summer(r, local, ahead > 0 ? ahead : 0,
	    ahead < 0 ? -ahead : 0) ? r->summer : r->standard;
}

int
tzrule_offset_at(const struct tzrule *r, long long instant)
{
	return is_summer(r, instant, -r->standard, -r->summer) ?
	    r->summer : r->standard;
}
