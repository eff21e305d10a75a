/* The calendar, against known days. */
#include "date/civil.h"
#include "tap.h"

static const struct {
	struct civil	c;
	long long	seconds;
	unsigned	weekday, yday;
	int		week_year;
	unsigned	week;
} days[] = {
	{ { 1970, 1, 1, 0, 0, 0 }, 0, 4, 1, 1970, 1 },
	{ { 1969, 12, 31, 23, 59, 59 }, -1, 3, 365, 1970, 1 },
	{ { 2000, 2, 29, 12, 0, 0 }, 951825600, 2, 60, 2000, 9 },
	{ { 2000, 12, 31, 0, 0, 0 }, 978220800, 0, 366, 2000, 52 },
	{ { 1900, 3, 1, 0, 0, 0 }, -2203891200, 4, 60, 1900, 9 },
	{ { 2022, 4, 1, 9, 2, 34 }, 1648803754, 5, 91, 2022, 13 },
	{ { 2021, 1, 3, 0, 0, 0 }, 1609632000, 0, 3, 2020, 53 },
	{ { 2021, 1, 4, 0, 0, 0 }, 1609718400, 1, 4, 2021, 1 },
	{ { 2024, 12, 30, 0, 0, 0 }, 1735516800, 1, 365, 2025, 1 },
	{ { 2026, 12, 31, 0, 0, 0 }, 1798675200, 4, 365, 2026, 53 },
	{ { 1, 1, 1, 0, 0, 0 }, -62135596800, 1, 1, 1, 1 },
	{ { 1, 9, 11, 0, 0, 0 }, -62113737600, 2, 254, 1, 37 },
	{ { 9999, 12, 31, 23, 59, 59 }, 253402300799, 5, 365, 9999, 52 },
};

static const struct {
	int		year;
	unsigned	month, day;
	bool		want;
} possible[] = {
	{ 2024, 2, 29, true }, { 2023, 2, 29, false }, { 1900, 2, 29, false },
	{ 2000, 2, 29, true }, { 2024, 4, 31, false }, { 2024, 12, 31, true },
	{ 2024, 0, 1, false }, { 2024, 13, 1, false }, { 2024, 1, 0, false },
	{ 0, 1, 1, false }, { 10000, 1, 1, false }, { 9999, 12, 31, true },
};

static const struct {
	const char	*text;
	bool		 want;
	struct civil	 c;
} written[] = {
	{ "2024-01-31", true, { 2024, 1, 31, 0, 0, 0 } },
	{ "2024-01-317 and more", true, { 2024, 1, 31, 0, 0, 0 } },
	{ "0000-99-00", true, { 0, 99, 0, 0, 0, 0 } },
	{ "", false, { 0 } }, { "2024-01-3", false, { 0 } },
	{ "2024-1-31", false, { 0 } }, { "2024/01/31", false, { 0 } },
	{ "12024-01-31", false, { 0 } }, { " 2024-01-31", false, { 0 } },
};

static bool
is_equal(const struct civil *a, const struct civil *b)
{
	return a->year == b->year && a->month == b->month &&
	    a->day == b->day && a->hour == b->hour &&
	    a->minute == b->minute && a->second == b->second;
}

static void
test_days(void)
{
	struct civil c;
	size_t i;

	for (i = 0; i < COUNT(days); i++) {
		tap_ok(civil_seconds(&days[i].c) == days[i].seconds,
		    "seconds of day %zu", i);
		tap_ok(civil_of_seconds(&c, days[i].seconds) &&
		    is_equal(&c, &days[i].c), "day of seconds %zu", i);
		tap_ok(civil_weekday(&c) == days[i].weekday,
		    "weekday of day %zu", i);
		tap_ok(civil_yday(&c) == days[i].yday,
		    "place in the year of day %zu", i);
		tap_ok(civil_part(&c, CIVIL_WEEK_YEAR) ==
		    (unsigned)days[i].week_year &&
		    civil_part(&c, CIVIL_WEEK) == days[i].week,
		    "week of day %zu", i);
	}
}

static void
test_possible(void)
{
	struct civil c = { 0 };
	size_t i;

	for (i = 0; i < COUNT(possible); i++) {
		c.year = possible[i].year;
		c.month = possible[i].month;
		c.day = possible[i].day;
		tap_ok(civil_is_day(&c) == possible[i].want,
		    "%d-%u-%u is a day: %d", c.year, c.month, c.day,
		    possible[i].want);
	}
}

/* Every day of the years of four digits, in turn. */
static void
test_sequence(void)
{
	long long day = civil_new_year(CIVIL_YEAR_MIN);
	struct civil c = { .year = CIVIL_YEAR_MIN, .month = 1 }, found;

	for (; c.year <= CIVIL_YEAR_MAX; day++) {
		if (++c.day > civil_month_length(c.year, c.month)) {
			c.day = 1;
			c.month = c.month % 12 + 1;
			c.year += c.month == 1;
		}
		if (c.year > CIVIL_YEAR_MAX)
			break;
		if (!civil_of_seconds(&found, day * 86400) ||
		    !is_equal(&found, &c) ||
		    civil_seconds(&c) != day * 86400)
			break;
	}
	tap_ok(c.year == CIVIL_YEAR_MAX + 1, "no day is skipped");
	tap_ok(!civil_of_seconds(&found, day * 86400), "the year 10000");
	tap_ok(!civil_of_seconds(&found, -62135596801), "the year 0");
	tap_ok(!civil_of_seconds(&found, -9223372036854775807 - 1) &&
	    !civil_of_seconds(&found, 9223372036854775807), "far away");
}

static void
test_written(void)
{
	struct civil c;
	size_t i;

	for (i = 0; i < COUNT(written); i++)
		tap_ok(civil_read_day(&c, written[i].text) ==
		    written[i].want && (!written[i].want ||
		    is_equal(&c, &written[i].c)), "\"%s\"", written[i].text);
}

int
main(void)
{
	test_days();
	test_possible();
	test_sequence();
	test_written();
	return tap_end();
}
