/*
 * Whole dates: a day, a time and a zone combined, a number of seconds, or the
 * beginning of a file name.
 */
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "date/date.h"
#include "date/date_scan.h"
#include "date/step.h"

/*
 * RFC 822 3.4.3 allows a comment after the date: "(China Standard Time)".  If
 * no zone precedes it, it may be one: "(UTC +08:00)", as web clippers write
 * it.
 */
static void
scan_comment(struct date_scan *s, bool has_zone)
{
	struct date_scan inside;
	const char *end;

	step_space(&s->p);
	end = *s->p == '(' ? strchr(s->p, ')') : NULL;
	if (end == NULL)
		return;
	inside = *s;
	inside.p++;
	if (!has_zone)
		date_scan_zone(&inside);
	if (inside.p == end)
		*s = inside;
	s->p = end + 1;
	step_space(&s->p);
}

/* Go writes the zone twice: "+0800 CST". */
static void
skip_abbreviation(struct date_scan *s)
{
	const char *p = s->p;
	size_t n;

	if (!s->has_offset || !step_space(&p))
		return;
	n = step_count_letters(p);
	if (n >= 3 && n <= 5 && p[n] == '\0')
		s->p = p + n;
}

/* "2024-05-31 Fri", as in Org; there, too, it adds nothing. */
static void
skip_weekday(struct date_scan *s)
{
	const char *p = s->p;
	unsigned weekday;

	if (ascii_is_blank(p[0]) && ascii_is_digit(p[1]))
		return;
	step_char(&p, ',');
	if (step_space(&p) && step_name(&p, civil_weekdays, 7, &weekday))
		s->p = p;
}

/* Words of Quarto, Eleventy and others that change meaning with each run. */
static bool
is_of_run(const char *text)
{
	static const char *const words[] = {
		"today", "now", "last-modified", "last modified",
		"git last modified", "created", "git created", NULL
	};

	return ascii_is_any(text, words);
}

static bool
scan_date(struct date_scan *s)
{
	const struct zone *zone = s->zone;
	const char *text = s->p;

	s->problem = "expected a date such as 2024-05-31 or "
	    "2024-05-31T18:00:00+02:00";
	if (!date_scan_day(s)) {
		if (is_of_run(text))
			s->problem = "this is the time of a build or a file, "
			    "not of the post";
		return false;
	}
	skip_weekday(s);
	if (!date_scan_time(s))
		return false;
	if (s->has_short_year && !s->has_time) {
		s->problem = "a year must have four digits";
		return false;
	}
	date_scan_zone(s);
	skip_abbreviation(s);
	scan_comment(s, s->has_offset || s->zone != zone ||
	    s->doubt != NULL);
	if (*s->p == '\0')
		return true;
	s->problem = arena_printf(s->arena, "%s is not part of a date",
	    quote(s->p).text);
	return false;
}

static enum date_status
parse_spelling(struct date_scan *s, struct p2f_date *out,
    const char **problem)
{
	if (!scan_date(s)) {
		*problem = s->problem;
		return DATE_UNREADABLE;
	}
	if (!s->has_offset)
		s->offset = zone_offset(s->zone, civil_seconds(&s->civil));
	if ((s->civil.hour == 24 &&
	    !civil_of_seconds(&s->civil, civil_seconds(&s->civil))) ||
	    !date_set(s->arena, out, &s->civil, s->offset)) {
		*problem = "in UTC it is outside the years 1 to 9999";
		return DATE_UNREADABLE;
	}
	*problem = s->beyond != NULL ? s->beyond : s->doubt;
	if (s->beyond != NULL)
		return DATE_BEYOND_MONTH;
	return s->doubt == NULL ? DATE_OK : DATE_BAD_OFFSET;
}

/* Ten digits, seconds since 1970, or thirteen, milliseconds. */
static bool
parse_epoch(const char *text, long long *seconds)
{
	size_t digits = step_count_digits(text), i;
	const char *end = text + digits;

	step_space(&end);
	if ((digits != 10 && digits != 13) || *end != '\0')
		return false;
	*seconds = 0;
	for (i = 0; i < 10; i++)
		*seconds = *seconds * 10 + (text[i] - '0');
	return true;
}

enum date_status
date_parse(struct arena *a, const char *text, const struct zone *zone,
    struct p2f_date *out, const char **problem)
{
	struct date_scan s = { .p = text, .zone = zone, .arena = a };
	long long seconds;

	*problem = NULL;
	step_space(&s.p);
	if (!parse_epoch(s.p, &seconds))
		return parse_spelling(&s, out, problem);
	/* Ten digits last until 2286, so there is such a date. */
	*out = *date_new(a, seconds, zone_offset_at(zone, seconds));
	return DATE_OK;
}

bool
date_is_day(const char *text)
{
	struct arena scratch = { 0 };
	struct date_scan s = { .p = text, .zone = zone_utc(),
	    .arena = &scratch };
	long long seconds;
	bool is_day;

	step_space(&s.p);
	is_day = !parse_epoch(s.p, &seconds) && scan_date(&s) && !s.has_time;
	arena_release(&scratch);
	return is_day;
}

/* Whether a day ends there, rather than part of something else. */
static bool
is_after_day(const char *p)
{
	if (*p != '\0' && strchr("-/.:", *p) != NULL)
		return !ascii_is_digit(p[1]);
	return *p == 'T' || !ascii_is_alnum(*p);
}

bool
date_begins(const char *text, struct civil *out)
{
	struct arena scratch = { 0 };
	struct date_scan s = { .p = text, .zone = zone_utc(),
	    .arena = &scratch };
	bool is_day;

	step_space(&s.p);
	is_day = date_scan_day(&s) && !s.has_short_year &&
	    is_after_day(s.p);
	if (is_day)
		*out = (struct civil){ .year = s.civil.year,
		    .month = s.civil.month, .day = s.civil.day };
	arena_release(&scratch);
	return is_day;
}

static bool
is_name_separator(char c)
{
	return c == '-' || c == '_' || ascii_is_blank(c);
}

static bool
is_time(const struct civil *c)
{
	return c->hour <= 23 && c->minute <= 59 && c->second <= 59;
}

/* "T10:00:00Z", "T10:00:00+01:00", in file names of Zola */
static bool
scan_stamp_time(struct date_scan *s)
{
	int minutes;
	size_t n;

	if (!step_char(&s->p, 'T') ||
	    !step_number(&s->p, 2, 2, &s->civil.hour) ||
	    !date_scan_minutes(s))
		return false;
	if (!step_char(&s->p, 'Z')) {
		n = zone_scan_offset(s->p, &minutes);
		if (n != sizeof "+01:00" - 1)
			return false;
		s->p += n;
	}
	return is_time(&s->civil);
}

/* "-10-00-00", in file names of Hugo */
static bool
scan_hyphen_time(struct date_scan *s)
{
	return step_char(&s->p, '-') &&
	    step_number(&s->p, 2, 2, &s->civil.hour) &&
	    step_char(&s->p, '-') &&
	    step_number(&s->p, 2, 2, &s->civil.minute) &&
	    step_char(&s->p, '-') &&
	    step_number(&s->p, 2, 2, &s->civil.second) &&
	    is_time(&s->civil);
}

static bool
ends_date(char c)
{
	return c == '\0' || c == '.' || is_name_separator(c);
}

/* Step over a time, if it is complete. */
static void
scan_name_time(struct date_scan *s)
{
	struct date_scan time;

	/* Mostly a word follows. */
	if (*s->p == '\0' || !ascii_is_digit(s->p[1]))
		return;
	time = *s;
	if (*s->p == 'T' ? scan_stamp_time(&time) : scan_hyphen_time(&time))
		if (ends_date(*time.p))
			*s = time;
}

size_t
date_of_name(const char *name, struct civil *out)
{
	struct date_scan s = { .p = name };

	if (step_count_digits(name) != 4 || name[4] != '-' ||
	    !date_scan_ymd(&s) || !civil_is_day(&s.civil))
		return 0;
	scan_name_time(&s);
	if (!ends_date(*s.p))
		return 0;
	while (is_name_separator(*s.p))
		s.p++;
	*out = s.civil;
	return (size_t)(s.p - name);
}
