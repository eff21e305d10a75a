#include <string.h>

#include "base/text.h"
#include "date/civil.h"

#define DAY 86400LL

/* Days from 0001-01-01 to 1970-01-01, and in a cycle of 400 years. */
enum { DAYS_TO_EPOCH = 719162, DAYS_IN_CYCLE = 146097 };

const char *const civil_months[12] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"
};

const char *const civil_weekdays[7] = {
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday"
};

/* Days of a common year before each month, and of the whole year. */
static const unsigned before_month[] = {
	0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
};

bool
civil_is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned
civil_month_length(int year, unsigned month)
{
	if (month == 2 && civil_is_leap(year))
		return 29;
	return before_month[month] - before_month[month - 1];
}

bool
civil_is_day(const struct civil *c)
{
	return c->year >= CIVIL_YEAR_MIN && c->year <= CIVIL_YEAR_MAX &&
	    c->month >= 1 && c->month <= 12 && c->day >= 1 &&
	    c->day <= civil_month_length(c->year, c->month);
}

static unsigned
number(const char *digits, size_t n)
{
	unsigned value = 0;

	for (; n > 0; n--)
		value = value * 10 + (unsigned)(*digits++ - '0');
	return value;
}

bool
civil_read_day(struct civil *c, const char *p)
{
	static const char pattern[] = "dddd-dd-dd";
	size_t i;

	for (i = 0; pattern[i] != '\0'; i++)
		if (pattern[i] == 'd' ? !ascii_is_digit(p[i]) :
		    p[i] != pattern[i])
			return false;
	*c = (struct civil){ .year = (int)number(p, 4),
	    .month = number(p + 5, 2), .day = number(p + 8, 2) };
	return true;
}

long long
civil_new_year(int year)
{
	int past = year - 1;

	return 365LL * past + past / 4 - past / 100 + past / 400 -
	    DAYS_TO_EPOCH;
}

/* Days of a year before a month; the 13th is the next January. */
static unsigned
before(int year, unsigned month)
{
	return before_month[month - 1] + (month > 2 && civil_is_leap(year));
}

unsigned
civil_yday(const struct civil *c)
{
	return before(c->year, c->month) + c->day;
}

static long long
days(const struct civil *c)
{
	return civil_new_year(c->year) + civil_yday(c) - 1;
}

long long
civil_seconds(const struct civil *c)
{
	return days(c) * DAY + c->hour * 3600 + c->minute * 60 + c->second;
}

static void
set_day(struct civil *c, long long day)
{
	unsigned yday;

	/* Guessed from the mean length of years, it is off by one at most. */
	c->year = (int)((day + DAYS_TO_EPOCH) * 400 / DAYS_IN_CYCLE) + 1;
	if (civil_new_year(c->year) > day)
		c->year--;
	else if (civil_new_year(c->year + 1) <= day)
		c->year++;
	yday = (unsigned)(day - civil_new_year(c->year));
	/* Guessed from months of 31 days, it is at most one month early. */
	c->month = yday / 31 + 1;
	if (yday >= before(c->year, c->month + 1))
		c->month++;
	c->day = yday - before(c->year, c->month) + 1;
}

bool
civil_is_time(long long seconds)
{
	return seconds >= civil_new_year(CIVIL_YEAR_MIN) * DAY &&
	    seconds < civil_new_year(CIVIL_YEAR_MAX + 1) * DAY;
}

bool
civil_of_seconds(struct civil *c, long long seconds)
{
	long long day;
	unsigned rest;

	if (!civil_is_time(seconds))
		return false;
	day = seconds / DAY - (seconds % DAY < 0);
	rest = (unsigned)(seconds - day * DAY);
	set_day(c, day);
	c->hour = rest / 3600;
	c->minute = rest / 60 % 60;
	c->second = rest % 60;
	return true;
}

unsigned
civil_weekday(const struct civil *c)
{
	/* 0001-01-01 was a Monday. */
	return (unsigned)((days(c) + DAYS_TO_EPOCH + 1) % 7);
}

static void
set_iso_week(const struct civil *c, int *year, unsigned *week)
{
	unsigned from_monday = (civil_weekday(c) + 6) % 7;
	/* A week belongs to the year that its Thursday is in. */
	int thursday = (int)civil_yday(c) + 3 - (int)from_monday;

	*year = c->year;
	if (thursday < 1) {
		--*year;
		thursday += civil_is_leap(*year) ? 366 : 365;
	} else if (thursday > (civil_is_leap(c->year) ? 366 : 365)) {
		thursday -= civil_is_leap(c->year) ? 366 : 365;
		++*year;
	}
	*week = (unsigned)(thursday - 1) / 7 + 1;
}

unsigned
civil_part(const struct civil *c, unsigned part)
{
	unsigned week;
	int year;

	switch (part) {
	case CIVIL_YEAR:
		return (unsigned)c->year;
	case CIVIL_SHORT_YEAR:
		return (unsigned)c->year % 100;
	case CIVIL_MONTH:
		return c->month;
	case CIVIL_DAY:
		return c->day;
	case CIVIL_YEAR_DAY:
		return civil_yday(c);
	case CIVIL_HOUR:
		return c->hour;
	case CIVIL_HOUR_12:
		return c->hour % 12 == 0 ? 12 : c->hour % 12;
	case CIVIL_MINUTE:
		return c->minute;
	case CIVIL_SECOND:
		return c->second;
	case CIVIL_WEEKDAY:
		return civil_weekday(c);
	case CIVIL_WEEK_DAY:
		return (civil_weekday(c) + 6) % 7 + 1;
	default:
		set_iso_week(c, &year, &week);
		return part == CIVIL_WEEK ? week : (unsigned)year;
	}
}

void
civil_put(struct buf *out, const struct civil *c, unsigned part, int digits)
{
	const char *word;

	switch (part) {
	case CIVIL_MONTH_NAME:
	case CIVIL_SHORT_MONTH:
		word = civil_months[c->month - 1];
		break;
	case CIVIL_WEEKDAY_NAME:
	case CIVIL_SHORT_WEEKDAY:
		word = civil_weekdays[civil_weekday(c)];
		break;
	case CIVIL_HALF:
		word = c->hour < 12 ? "AM" : "PM";
		break;
	default:
		buf_put_number(out, civil_part(c, part), digits);
		return;
	}
	buf_add(out, word, part == CIVIL_SHORT_MONTH ||
	    part == CIVIL_SHORT_WEEKDAY ? 3 : strlen(word));
}

const struct civil_word *
civil_word(const struct civil_word *words, const char *name, size_t n)
{
	for (; words->name != NULL; words++)
		if (text_span_is(name, n, words->name))
			return words;
	return NULL;
}
