/*
 * The time of a date, and its zone: an offset, an abbreviation or a name.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "date/date_scan.h"
#include "date/step.h"

/*
 * RFC 822 5.1, and those that are unambiguous all over the world, or nearly so
 * in posts: as in Ruby, IST is India's and BST Britain's.
 */
static const struct {
	const char	*name;
	int		 minutes;
	bool		 may_shift;	/* "UTC+08:00" */
} abbreviations[] = {
	{ "z", 0, false }, { "utc", 0, true }, { "gmt", 0, true },
	{ "ut", 0, true }, { "est", -300, false }, { "edt", -240, false },
	{ "cst", -360, false }, { "cdt", -300, false },
	{ "mst", -420, false }, { "mdt", -360, false },
	{ "pst", -480, false }, { "pdt", -420, false }, { "wet", 0, false },
	{ "west", 60, false }, { "bst", 60, false }, { "cet", 60, false },
	{ "cest", 120, false }, { "eet", 120, false }, { "eest", 180, false },
	{ "msk", 180, false }, { "ist", 330, false }, { "wib", 420, false },
	{ "sgt", 480, false }, { "hkt", 480, false }, { "jst", 540, false },
	{ "kst", 540, false }, { "aest", 600, false }, { "aedt", 660, false },
	{ "nzst", 720, false }, { "nzdt", 780, false }
};

/* The halves of a 12-hour clock. */
static const struct {
	const char	*name;
	unsigned	 hours;
} halves[] = {
	{ "am", 0 }, { "a.m.", 0 }, { "pm", 12 }, { "p.m.", 12 }
};

/* A fraction of a second is dropped: no feed shows one. */
bool
date_scan_minutes(struct date_scan *s)
{
	if (!step_char(&s->p, ':') ||
	    !step_number(&s->p, 1, 2, &s->civil.minute))
		return false;
	if (!step_char(&s->p, ':'))
		return true;
	if (!step_number(&s->p, 1, 2, &s->civil.second))
		return false;
	if ((*s->p == '.' || *s->p == ',') && ascii_is_digit(s->p[1]))
		s->p += 1 + step_count_digits(s->p + 1);
	return true;
}

/*
 * "9 pm", where 12 am is midnight, and 12 pm noon.  After an hour of the
 * 24-hour clock, "16:00 PM" is redundant, and "16:00 AM" impossible.
 */
static bool
scan_half(struct date_scan *s)
{
	const char *word = s->p;
	size_t i, n;

	step_space(&word);
	if (!ascii_is_alpha(*word))
		return false;
	for (i = 0; i < sizeof halves / sizeof halves[0]; i++) {
		n = strlen(halves[i].name);
		if (!ascii_has_prefix(word, halves[i].name) ||
		    ascii_is_alnum(word[n]))
			continue;
		if (s->civil.hour > 12 && halves[i].hours == 0)
			return false;
		s->p = word + n;
		if (s->civil.hour <= 12)
			s->civil.hour = s->civil.hour % 12 + halves[i].hours;
		return true;
	}
	return false;
}

/* In Chinese, Japanese and Korean it precedes the hour; -1: there is none. */
static int
scan_half_before(struct date_scan *s)
{
	static const char words[][7] = {
		"\u4e0a\u5348", "\u5348\u524d", "\uc624\uc804",
		"\u4e0b\u5348", "\u5348\u5f8c", "\uc624\ud6c4"
	};
	int i;

	/* Most times begin with a digit. */
	for (i = 0; !ascii_is_digit(*s->p) && i < 6; i++)
		if (text_has_prefix(s->p, words[i])) {
			s->p += strlen(words[i]);
			step_space(&s->p);
			return i < 3 ? 0 : 12;
		}
	return -1;
}

static void
add_half(struct date_scan *s, int half)
{
	if (half >= 0 && s->civil.hour <= 12)
		s->civil.hour = s->civil.hour % 12 + (unsigned)half;
}

bool
date_scan_check(struct date_scan *s, const char *part, unsigned value,
    unsigned max)
{
	if (value <= max)
		return true;
	s->problem = arena_printf(s->arena, "there is no %s %u", part, value);
	return false;
}

static bool
check_time(struct date_scan *s)
{
	struct civil *c = &s->civil;

	/* The end of a day, 24:00:00, is valid in ISO 8601 and generators. */
	if (!date_scan_check(s, "hour", c->hour,
	    c->minute + c->second > 0 ? 23 : 24) ||
	    !date_scan_check(s, "minute", c->minute, 59) ||
	    !date_scan_check(s, "second", c->second, 60))
		return false;
	/* POSIX time, and many readers, do not know leap seconds. */
	if (c->second == 60)
		c->second = 59;
	return true;
}

bool
date_is_compact_time(size_t digits)
{
	return digits == 4 || digits == 6 || digits == 9;
}

static unsigned
two_digits(const char **p)
{
	unsigned tens = (unsigned)(*(*p)++ - '0');

	return tens * 10 + (unsigned)(*(*p)++ - '0');
}

/*
 * ISO 8601 has a basic format, "20240531T183015Z"; in the names of notes the
 * T is missing.
 */
static bool
scan_compact_time(struct date_scan *s)
{
	const char *p = s->p;
	size_t digits;

	if (!ascii_is_digit(*p) && !step_char(&p, 'T'))
		return false;
	digits = step_count_digits(p);
	if (!date_is_compact_time(digits))
		return false;
	s->civil.hour = two_digits(&p);
	s->civil.minute = two_digits(&p);
	if (digits > 4)
		s->civil.second = two_digits(&p);
	p += step_count_digits(p);
	s->p = p;
	return true;
}

/* What precedes a time: a T, or spaces, optionally after a comma. */
static bool
skip_to_time(const char **p)
{
	if (step_char(p, 'T') || step_char(p, 't'))
		return true;
	step_char(p, ',');
	if (!step_space(p))
		return false;
	if (p[0][0] == 'a' && p[0][1] == 't' && p[0][2] == ' ')
		*p += strlen("at ");
	return true;
}

/* After a day with units; smaller units of the time can be missing. */
static bool
scan_time_in_units(struct date_scan *s)
{
	int half;

	step_unit(&s->p, "\uff0c");
	half = scan_half_before(s);
	if (!step_number(&s->p, 1, 2, &s->civil.hour))
		return !ascii_is_digit(*s->p);
	s->has_time = true;
	add_half(s, half);
	if (*s->p == ':')
		return date_scan_minutes(s) && check_time(s);
	if (!step_unit(&s->p, "\u6642\u65f6\u9ede\u70b9\uc2dc") ||
	    (step_number(&s->p, 1, 2, &s->civil.minute) &&
	    !step_unit(&s->p, "\u5206\ubd84")) ||
	    (step_number(&s->p, 1, 2, &s->civil.second) &&
	    !step_unit(&s->p, "\u79d2\ucd08")))
		return false;
	return check_time(s);
}

bool
date_scan_time(struct date_scan *s)
{
	const char *start = s->p;
	bool may_be;
	int half;

	if (s->has_units)
		return scan_time_in_units(s);
	if (scan_compact_time(s)) {
		s->has_time = true;
		return check_time(s);
	}
	may_be = skip_to_time(&s->p);
	half = may_be ? scan_half_before(s) : -1;
	if (!may_be || !step_number(&s->p, 1, 2, &s->civil.hour)) {
		s->p = start;
		return true;
	}
	if (*s->p == ':') {
		if (!date_scan_minutes(s))
			return false;
		if (half < 0)
			scan_half(s);
		add_half(s, half);
	} else if (!scan_half(s)) {
		/* A number by itself is not a time. */
		s->civil.hour = 0;
		s->p = start;
		return true;
	}
	s->has_time = true;
	return check_time(s);
}

/* An offset that RFC 3339 cannot express, or that is not in use, is ignored. */
static void
doubt_offset(struct date_scan *s, size_t n, int minutes)
{
	const char *written = arena_strndup(s->arena, s->p, n);

	s->has_offset = false;
	if (abs(minutes) >= 24 * 60)
		s->doubt = arena_printf(s->arena, "there is no offset %s",
		    written);
	else
		s->doubt = arena_printf(s->arena,
		    "the offset %s is beyond %s", written,
		    minutes < 0 ? "-12:00" : "+14:00");
}

static void
set_offset(struct date_scan *s, int minutes)
{
	s->has_offset = true;
	s->offset = minutes;
}

/* A leftover of a pattern, "+/-TTTT", costs the offset, not the date. */
static void
doubt_pattern(struct date_scan *s)
{
	size_t n = strcspn(s->p, " ");

	if (!s->has_time || n < 2 || strchr("+-", *s->p) == NULL)
		return;
	s->doubt = arena_printf(s->arena, "%s is not an offset",
	    quote(arena_strndup(s->arena, s->p, n)).text);
	s->p += n;
}

static void
scan_offset(struct date_scan *s)
{
	int minutes;
	size_t n = zone_scan_offset(s->p, &minutes);

	if (n == 0) {
		doubt_pattern(s);
		return;
	}
	if (minutes < ZONE_OFFSET_MIN || minutes > ZONE_OFFSET_MAX)
		doubt_offset(s, n, minutes);
	else
		set_offset(s, minutes);
	s->p += n;
}

static bool
scan_abbreviation(struct date_scan *s)
{
	size_t n = step_count_letters(s->p), i;

	/* "EST5EDT" and "GMT/..." begin like one, but are not. */
	if (ascii_is_digit(s->p[n]) || s->p[n] == '/' || s->p[n] == '_')
		return false;
	for (i = 0; i < sizeof abbreviations / sizeof abbreviations[0]; i++) {
		if (!ascii_span_is(s->p, n, abbreviations[i].name))
			continue;
		s->p += n;
		set_offset(s, abbreviations[i].minutes);
		if (abbreviations[i].may_shift) {
			step_space(&s->p);
			scan_offset(s);
		}
		return true;
	}
	return false;
}

/* "IST" and "Mars/Phobos" are meant as zones; other words are not. */
static bool
looks_like_zone(const char *word)
{
	size_t n = 0;

	if (strchr(word, '/') != NULL)
		return true;
	if (strcmp(word, "AM") == 0)
		return false;
	while (word[n] >= 'A' && word[n] <= 'Z')
		n++;
	return n >= 2 && n <= 5 && word[n] == '\0';
}

static void
scan_zone_name(struct date_scan *s)
{
	size_t n = text_word_length(s->p, "/_+-");
	const char *word = arena_strndup(s->arena, s->p, n);
	const struct zone *zone = zone_find(s->arena, word);

	if (zone != NULL)
		s->zone = zone;
	else if (looks_like_zone(word))
		s->doubt = arena_printf(s->arena, "unknown time zone %s",
		    quote(word).text);
	else
		return;
	s->p += n;
}

void
date_scan_zone(struct date_scan *s)
{
	/* Directly after a day there is no zone: "2024-05-31-08". */
	if (!step_space(&s->p) && !s->has_time)
		return;
	if (!ascii_is_alpha(*s->p))
		scan_offset(s);
	else if (!scan_abbreviation(s))
		scan_zone_name(s);
}
