/*
 * Time zones: from the database, if there is one, and from files made here,
 * whole and damaged.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "date/civil.h"
#include "date/tzif.h"
#include "date/zone.h"
#include "tap.h"

static const struct {
	const char	*name;
	struct civil	 local;
	int		 offset;
} database[] = {
	/* a gap, and a repeated hour */
	{ "Europe/Paris", { 2024, 3, 31, 1, 59, 59 }, 60 },
	{ "Europe/Paris", { 2024, 3, 31, 2, 0, 0 }, 60 },
	{ "Europe/Paris", { 2024, 3, 31, 2, 59, 59 }, 60 },
	{ "Europe/Paris", { 2024, 3, 31, 3, 0, 0 }, 120 },
	{ "Europe/Paris", { 2024, 10, 27, 2, 0, 0 }, 120 },
	{ "Europe/Paris", { 2024, 10, 27, 2, 59, 59 }, 120 },
	{ "Europe/Paris", { 2024, 10, 27, 3, 0, 0 }, 60 },
	{ "America/New_York", { 2007, 3, 11, 1, 59, 0 }, -300 },
	{ "America/New_York", { 2007, 3, 11, 3, 0, 0 }, -240 },
	/* summer time abolished; a midnight that was skipped */
	{ "America/Sao_Paulo", { 2018, 11, 4, 0, 30, 0 }, -180 },
	{ "America/Sao_Paulo", { 2018, 11, 4, 1, 0, 0 }, -120 },
	{ "America/Sao_Paulo", { 2020, 1, 1, 0, 0, 0 }, -180 },
	{ "Asia/Shanghai", { 1988, 7, 1, 0, 0, 0 }, 540 },
	{ "Asia/Shanghai", { 2024, 7, 1, 0, 0, 0 }, 480 },
	/* the southern hemisphere */
	{ "Australia/Sydney", { 2024, 1, 15, 12, 0, 0 }, 660 },
	{ "Australia/Sydney", { 2024, 7, 15, 12, 0, 0 }, 600 },
	/* summer time of half an hour; offsets that are not whole hours */
	{ "Australia/Lord_Howe", { 2024, 1, 1, 0, 0, 0 }, 660 },
	{ "Australia/Lord_Howe", { 2024, 7, 1, 0, 0, 0 }, 630 },
	{ "Asia/Kathmandu", { 1985, 12, 31, 23, 59, 59 }, 330 },
	{ "Asia/Kathmandu", { 2024, 1, 1, 0, 0, 0 }, 345 },
	{ "America/Caracas", { 2010, 1, 1, 0, 0, 0 }, -270 },
	/* a day that was skipped */
	{ "Pacific/Apia", { 2011, 12, 29, 12, 0, 0 }, -600 },
	{ "Pacific/Apia", { 2011, 12, 30, 12, 0, 0 }, -600 },
	{ "Pacific/Apia", { 2011, 12, 31, 12, 0, 0 }, 840 },
	/* summer time that is behind standard time */
	{ "Africa/Casablanca", { 2024, 1, 15, 12, 0, 0 }, 60 },
	{ "Africa/Casablanca", { 2024, 3, 15, 12, 0, 0 }, 0 },
	{ "Europe/Dublin", { 2024, 1, 15, 12, 0, 0 }, 0 },
	{ "Europe/Dublin", { 2024, 7, 15, 12, 0, 0 }, 60 },
	/* local mean time, of 9 minutes and 21 seconds */
	{ "Europe/Paris", { 1890, 1, 1, 0, 0, 0 }, 9 },
	/* after the last transition of the table */
	{ "Europe/Dublin", { 2090, 1, 15, 12, 0, 0 }, 0 },
	{ "Europe/Dublin", { 2090, 7, 15, 12, 0, 0 }, 60 },
	{ "Australia/Sydney", { 2090, 1, 15, 12, 0, 0 }, 660 },
	{ "Australia/Sydney", { 2090, 7, 15, 12, 0, 0 }, 600 },
	{ "America/New_York", { 2090, 3, 12, 2, 30, 0 }, -300 },
	{ "America/New_York", { 2090, 3, 12, 3, 0, 0 }, -240 },
	{ "America/New_York", { 2090, 11, 5, 1, 30, 0 }, -240 },
	{ "America/New_York", { 2090, 11, 5, 2, 0, 0 }, -300 },
	{ "Pacific/Chatham", { 2090, 1, 1, 0, 0, 0 }, 825 },
	{ "Asia/Kathmandu", { 9999, 12, 31, 23, 59, 59 }, 345 },
	{ "Etc/GMT+5", { 2024, 1, 1, 0, 0, 0 }, -300 },
	{ "GMT0", { 2024, 1, 1, 0, 0, 0 }, 0 },
	{ "US/Eastern", { 2024, 7, 1, 0, 0, 0 }, -240 },
	{ "Asia/Calcutta", { 2024, 1, 1, 0, 0, 0 }, 330 },
	{ "PRC", { 2024, 1, 1, 0, 0, 0 }, 480 },
	{ "Europe/Kiev", { 2024, 7, 1, 0, 0, 0 }, 180 },
	{ "Europe/Kyiv", { 2024, 1, 1, 0, 0, 0 }, 120 },
};

/* These need no database.  UNKNOWN: no offset. */
enum { UNKNOWN = 9999 };

static const struct {
	const char	*name;
	int		 offset;
} names[] = {
	{ "UTC", 0 }, { "GMT", 0 }, { "Z", 0 }, { "utc", 0 },
	{ "Etc/UTC", 0 },
	{ "+08:00", 480 }, { "-0530", -330 }, { "+8", 480 }, { "-05", -300 },
	{ "+530", 330 }, { "+00:00", 0 }, { "+14:00", 840 },
	{ "-12:00", -720 }, { "UTC+08:00", 480 }, { "GMT-3", -180 },
	{ "+14:01", UNKNOWN }, { "-12:01", UNKNOWN }, { "+05:60", UNKNOWN },
	{ "+", UNKNOWN }, { "+08:", UNKNOWN }, { "+08:0", UNKNOWN },
	{ "+08:00 ", UNKNOWN }, { "+08000", UNKNOWN }, { "+:00", UNKNOWN },
	{ "", UNKNOWN }, { "Mars/Phobos", UNKNOWN }, { "/", UNKNOWN },
	{ "/usr/share/zoneinfo/Europe/Paris", UNKNOWN },
	{ "../zoneinfo/Europe/Paris", UNKNOWN },
	{ "Europe/../Europe/Paris", UNKNOWN }, { "./Europe/Paris", UNKNOWN },
	{ "Europe", UNKNOWN }, { "zone.tab", UNKNOWN },
	{ "localtime", UNKNOWN }, { "Europe/Paris ", UNKNOWN },
	{ "tzdata.zi", UNKNOWN }, { "leapseconds", UNKNOWN },
};

/* Rules as at the end of a file, and offsets that follow from them. */
static const struct {
	const char	*rule;
	struct civil	 local;
	int		 offset;
} rules[] = {
	{ "<+0545>-5:45", { 2024, 1, 1, 0, 0, 0 }, 345 },
	{ "<-03>3", { 2024, 7, 1, 0, 0, 0 }, -180 },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 2024, 3, 31, 2, 30, 0 }, 60 },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 2024, 3, 31, 3, 0, 0 }, 120 },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 2024, 10, 27, 2, 59, 59 }, 120 },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 2024, 10, 27, 3, 0, 0 }, 60 },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 1, 1, 1, 0, 0, 0 }, 60 },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 9999, 7, 1, 0, 0, 0 }, 120 },
	{ "AEST-10AEDT,M10.1.0,M4.1.0/3", { 2024, 1, 1, 0, 0, 0 }, 660 },
	{ "AEST-10AEDT,M10.1.0,M4.1.0/3", { 2024, 6, 1, 0, 0, 0 }, 600 },
	{ "AEST-10AEDT,M10.1.0,M4.1.0/3", { 2024, 12, 31, 0, 0, 0 }, 660 },
	{ "IST-1GMT0,M10.5.0,M3.5.0/1", { 2024, 1, 1, 0, 0, 0 }, 0 },
	{ "IST-1GMT0,M10.5.0,M3.5.0/1", { 2024, 7, 1, 0, 0, 0 }, 60 },
	/* February 29 counts with the second kind of day only */
	{ "AAA0BBB,J60/0,J300/0", { 2024, 2, 29, 12, 0, 0 }, 0 },
	{ "AAA0BBB,J60/0,J300/0", { 2024, 3, 1, 12, 0, 0 }, 60 },
	{ "AAA0BBB,59/0,300/0", { 2024, 2, 29, 12, 0, 0 }, 60 },
	{ "AAA0BBB,59/0,300/0", { 2023, 2, 28, 12, 0, 0 }, 0 },
	/* hours outside the day: RFC 9636 3.3.2 */
	{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", { 2090, 3, 25, 12, 0, 0 }, -120 },
	{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", { 2090, 3, 26, 12, 0, 0 }, -60 },
	{ "IST-2IDT,M3.4.4/26,M10.5.0", { 2090, 3, 24, 1, 59, 0 }, 120 },
	{ "IST-2IDT,M3.4.4/26,M10.5.0", { 2090, 3, 24, 3, 0, 0 }, 180 },
	/* a transition in the next year */
	{ "AAA0BBB,M12.5.0/167,M6.1.0", { 2024, 1, 6, 12, 0, 0 }, 0 },
	{ "AAA0BBB,M12.5.0/167,M6.1.0", { 2024, 1, 7, 12, 0, 0 }, 60 },
	/* summer time without an end */
	{ "EST5EDT,0/0,J365/25", { 2024, 1, 1, 0, 30, 0 }, -240 },
	{ "EST5EDT,0/0,J365/25", { 2024, 12, 31, 23, 30, 0 }, -240 },
	{ "XXX-2<+01>-1,0/0,J365/23", { 2024, 1, 1, 0, 0, 0 }, 60 },
	{ "XXX-2<+01>-1,0/0,J365/23", { 2023, 12, 31, 23, 30, 0 }, 60 },
};

static const char *const bad_rules[] = {
	"A", "1", "EST", "EST5EDT", "EST25", "EST5:60", "EST5EDT,", "<EST5",
	"EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0",
	"EST5EDT,M0.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
	"EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
	"EST5EDT,J0,M11.1.0", "EST5EDT,J366,M11.1.0", "EST5EDT,366,M11.1.0",
	"EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0,M11.1.0 ",
	"EST5EDT,M3.2.0,M11.1.0/", "EST99999999999999999999", "EST5 EDT",
	"EST5EDT,M3.2,M11.1.0", "EST5-", "EST--5", "EST24", "EST-24",
	"EST-23:30EDT,M3.2.0,M11.1.0"
};

static void
test_database(struct arena *a)
{
	const struct zone *zone;
	size_t i;
	int got;

	if (zone_find(a, "Europe/Paris") == NULL) {
		tap_ok(true, "zones # SKIP no time zone database");
		return;
	}
	for (i = 0; i < COUNT(database); i++) {
		zone = zone_find(a, database[i].name);
		got = zone == NULL ? UNKNOWN :
		    zone_offset(zone, civil_seconds(&database[i].local));
		if (!tap_ok(got == database[i].offset, "%s in %d",
		    database[i].name, database[i].local.year))
			printf("# got %d, not %d\n", got, database[i].offset);
	}
	zone = zone_find(a, "Europe/Paris");
	tap_ok(zone_offset_at(zone, 1711846799) == 60 &&
	    zone_offset_at(zone, 1711846800) == 120 &&
	    zone_offset_at(zone, 1729990799) == 120 &&
	    zone_offset_at(zone, 1729990800) == 60 &&
	    zone_offset_at(zone, 3792000000) == 60 &&
	    zone_offset_at(zone, 3803000000) == 120, "at an instant");
}

static void
test_names(struct arena *a)
{
	const struct zone *zone;
	size_t i;
	int got;

	for (i = 0; i < COUNT(names); i++) {
		zone = zone_find(a, names[i].name);
		got = zone == NULL ? UNKNOWN : zone_offset(zone, 0);
		if (!tap_ok(got == names[i].offset, "\"%s\"", names[i].name))
			printf("# got %d, not %d\n", got, names[i].offset);
	}
	tap_ok(zone_offset(zone_utc(), 0) == 0 &&
	    zone_offset_at(zone_utc(), 0) == 0, "UTC");
}

static void
put_big_endian(struct buf *b, long long value, int bytes)
{
	unsigned long long bits = (unsigned long long)value;

	while (bytes-- > 0)
		buf_putc(b, (char)(bits >> (8 * bytes) & 0xff));
}

/* Two types, +00:00 and +01:00, alternating at each time. */
static void
put_block(struct buf *b, char version, const long long *times, int count)
{
	int i, size = version >= '2' ? 8 : 4;

	buf_puts(b, "TZif");
	buf_putc(b, version);
	for (i = 0; i < 15 + 3 * 4; i++)
		buf_putc(b, '\0');
	put_big_endian(b, count, 4);
	put_big_endian(b, 2, 4);
	put_big_endian(b, 4, 4);
	for (i = 0; i < count; i++)
		put_big_endian(b, times[i], size);
	for (i = 0; i < count; i++)
		buf_putc(b, (char)(1 - i % 2));
	buf_add(b, "\0\0\0\0\0\0\0\0\x0e\x10\1\0AAA", 16);
}

/* A file of version 2 or 3; its 32-bit block is empty. */
static void
put_file(struct buf *b, const long long *times, int count, const char *rule)
{
	struct buf old = { 0 };

	put_block(&old, '\0', NULL, 0);
	old.bytes[4] = '3';
	buf_add(b, old.bytes, old.length);
	put_block(b, '3', times, count);
	buf_printf(b, "\n%s\n", rule);
	buf_release(&old);
}

static void
test_rules(struct arena *a)
{
	const struct zone *zone;
	struct buf b = { 0 };
	size_t i;
	int got;

	for (i = 0; i < COUNT(rules); i++) {
		buf_clear(&b);
		put_file(&b, NULL, 0, rules[i].rule);
		zone = tzif_parse(a, b.bytes, b.length);
		got = zone == NULL ? UNKNOWN :
		    zone_offset(zone, civil_seconds(&rules[i].local));
		if (!tap_ok(got == rules[i].offset, "%s, case %zu",
		    rules[i].rule, i))
			printf("# got %d, not %d\n", got, rules[i].offset);
	}
	for (i = 0; i < COUNT(bad_rules); i++) {
		buf_clear(&b);
		put_file(&b, NULL, 0, bad_rules[i]);
		tap_ok(tzif_parse(a, b.bytes, b.length) == NULL,
		    "no rule: %s", bad_rules[i]);
	}
	buf_release(&b);
}

static void
test_files(struct arena *a)
{
	static const long long times[] = { -100000, 0, 100000 };
	static const long long unsorted[] = { 0, 0 };
	static const long long extreme[] = {
		-9223372036854775807 - 1, 9223372036854775807
	};
	const struct zone *zone;
	struct buf b = { 0 };

	put_block(&b, '\0', times, 3);
	zone = tzif_parse(a, b.bytes, b.length);
	tap_ok(zone != NULL && zone_offset_at(zone, -100001) == 0 &&
	    zone_offset_at(zone, -100000) == 60 &&
	    zone_offset_at(zone, 0) == 0 &&
	    zone_offset_at(zone, 99999) == 0 &&
	    zone_offset_at(zone, 4000000000) == 60, "version 1");

	buf_clear(&b);
	put_file(&b, times, 3, "");
	zone = tzif_parse(a, b.bytes, b.length);
	tap_ok(zone != NULL && zone_offset_at(zone, -1) == 60 &&
	    zone_offset_at(zone, 4000000000) == 60, "no rule at the end");

	buf_clear(&b);
	put_file(&b, unsorted, 2, "");
	tap_ok(tzif_parse(a, b.bytes, b.length) == NULL, "unsorted times");

	buf_clear(&b);
	put_file(&b, extreme, 2, "");
	zone = tzif_parse(a, b.bytes, b.length);
	tap_ok(zone != NULL && zone_offset(zone, 0) == 60, "extreme times");
	buf_release(&b);
}

/* A copy of exactly that size, so that a read beyond its end is detected. */
static const struct zone *
parse_copy(struct arena *a, const char *bytes, size_t n)
{
	char *copy = malloc(n + (n == 0));
	const struct zone *zone;

	if (copy == NULL)
		exit(1);
	memcpy(copy, bytes, n);
	zone = tzif_parse(a, copy, n);
	free(copy);
	return zone;
}

static void
test_damage(struct arena *a)
{
	static const long long times[] = { -100000, 0, 100000 };
	const struct zone *zone;
	struct buf b = { 0 };
	unsigned value;
	size_t i, whole = 0;
	char kept;

	put_file(&b, times, 3, "EST5EDT,M3.2.0,M11.1.0");
	for (i = 0; i < b.length; i++)
		whole += parse_copy(a, b.bytes, i) != NULL;
	tap_ok(whole == 0, "a truncated file is invalid");
	tap_ok(parse_copy(a, b.bytes, b.length) != NULL, "the whole is valid");
	for (i = 0; i < b.length; i++) {
		kept = b.bytes[i];
		for (value = 0; value < 256; value++) {
			b.bytes[i] = (char)value;
			zone = parse_copy(a, b.bytes, b.length);
			if (zone != NULL)
				zone_offset(zone, 50000);
		}
		b.bytes[i] = kept;
	}
	tap_ok(true, "one wrong byte is survived");
	buf_release(&b);
}

int
main(void)
{
	struct arena a = { 0 };

	test_database(&a);
	test_names(&a);
	test_rules(&a);
	test_files(&a);
	test_damage(&a);
	arena_release(&a);
	return tap_end();
}
