/*
 * The day of a date, in every order and language of months found in posts.
 */
#include <string.h>

#include "base/text.h"
#include "date/date_scan.h"
#include "date/step.h"

enum { COMPACT_DIGITS = 8 };

static inline bool
scan_year(struct date_scan *s)
{
	unsigned year;

	if (!step_number(&s->p, 4, 4, &year))
		return false;
	s->civil.year = (int)year;
	return true;
}

/*
 * Names that differ from English: Spanish, Portuguese, French, German, Italian,
 * Dutch, Scandinavian, Indonesian and Russian.
 */
static const char *const other_months[] = {
	"enero janeiro janvier januar januari gennaio j\u00e4nner "
	    "\u044f\u043d\u0432\u0430\u0440\u044f",
	"febrero fevereiro f\u00e9vrier februar februari febbraio "
	    "\u0444\u0435\u0432\u0440\u0430\u043b\u044f",
	"marzo mar\u00e7o mars m\u00e4rz maart marts maret "
	    "\u043c\u0430\u0440\u0442\u0430",
	"abril avril aprile \u0430\u043f\u0440\u0435\u043b\u044f",
	"mayo maio mai mei maggio maj \u043c\u0430\u044f",
	"junio junho juin juni giugno \u0438\u044e\u043d\u044f",
	"julio julho juillet juli luglio \u0438\u044e\u043b\u044f",
	"agosto ao\u00fbt augustus augusti agustus "
	    "\u0430\u0432\u0433\u0443\u0441\u0442\u0430",
	"septiembre setiembre setembro septembre settembre "
	    "\u0441\u0435\u043d\u0442\u044f\u0431\u0440\u044f",
	"octubre outubro octobre oktober ottobre "
	    "\u043e\u043a\u0442\u044f\u0431\u0440\u044f",
	"noviembre novembro novembre "
	    "\u043d\u043e\u044f\u0431\u0440\u044f",
	"diciembre dezembro d\u00e9cembre dezember dicembre desember "
	    "\u0434\u0435\u043a\u0430\u0431\u0440\u044f"
};

/* Whether the first n bytes of a text are one of the words, or its prefix. */
static bool
begins_word(const char *words, const char *text, size_t n)
{
	for (;;) {
		if (ascii_equal_n(words, text, n))
			return true;
		words = strchr(words, ' ');
		if (words == NULL)
			return false;
		words++;
	}
}

/*
 * What ends the name of a month beyond ASCII: the first bytes of U+00A0 and
 * U+3000, see step.c, with which no letter of such a name begins.
 */
#define WIDE_SPACES "\xc2\xe3"

/* At least three bytes, if they are unambiguous. */
static bool
scan_other_month(struct date_scan *s)
{
	size_t n = strcspn(s->p, " .,-0123456789" WIDE_SPACES);
	unsigned i, count = 0;

	for (i = 0; n >= 3 && i < 12; i++)
		if (begins_word(other_months[i], s->p, n)) {
			s->civil.month = i + 1;
			count++;
		}
	if (count != 1)
		return false;
	s->p += n;
	return true;
}

/* "May", "Sept.", "agosto" */
static bool
scan_month_name(struct date_scan *s)
{
	const char *p = s->p;

	if (step_name(&p, civil_months, 12, &s->civil.month) &&
	    ((unsigned char)*p < 0x80 || strchr(WIDE_SPACES, *p) != NULL)) {
		s->civil.month++;
		s->p = p;
	} else if (!scan_other_month(s)) {
		return false;
	}
	step_char(&s->p, '.');
	return true;
}

/* "5th of May", "5 de mayo de 2024", "5 de mayo del 2024" */
static void
step_preposition(const char **p)
{
	if (ascii_has_prefix(*p, "of ") || ascii_has_prefix(*p, "de "))
		*p += strlen("of ");
	else if (ascii_has_prefix(*p, "del "))
		*p += strlen("del ");
}

static bool
scan_blank_or_hyphen(struct date_scan *s)
{
	return step_space(&s->p) || step_char(&s->p, '-');
}

/* Before a year: ", ", a comma, or a space. */
static bool
scan_comma_or_blank(struct date_scan *s)
{
	bool has_comma = step_char(&s->p, ',');

	return step_space(&s->p) || has_comma;
}

static bool
is_separator(char c)
{
	return c == '-' || c == '/' || c == '.';
}

/* The suffix of "31st" and "1er", in all variants. */
static void
step_ordinal(const char **p)
{
	static const char endings[][3] = { "st", "nd", "rd", "th", "er" };
	size_t i;

	if (step_count_letters(*p) != 2)
		return;
	for (i = 0; i < sizeof endings / sizeof *endings; i++)
		if (ascii_has_prefix(*p, endings[i])) {
			*p += 2;
			return;
		}
}

/* "31", "31st", and "31." before a space */
static bool
scan_day_number(struct date_scan *s)
{
	if (!step_number(&s->p, 1, 2, &s->civil.day))
		return false;
	if (s->p[0] == '.' && s->p[1] == ' ')
		s->p++;
	else if (ascii_is_alpha(*s->p))
		step_ordinal(&s->p);
	return true;
}

/* "2024-May-31", "2024, May 31": after the year. */
static bool
scan_named_month(struct date_scan *s)
{
	step_char(&s->p, ',');
	return scan_blank_or_hyphen(s) && scan_month_name(s) &&
	    scan_blank_or_hyphen(s) && scan_day_number(s);
}

/*
 * "2024-05-31", "2024/5/31", "2024:05:31", from cameras, "2024_05_31",
 * "2024 05 31", and "2024. 5. 31.", as in Korea
 */
bool
date_scan_ymd(struct date_scan *s)
{
	char separator;

	if (!scan_year(s))
		return false;
	if ((*s->p == '-' || *s->p == ' ' || *s->p == ',') &&
	    !ascii_is_digit(s->p[1]))
		return scan_named_month(s);
	if (!is_separator(*s->p) && *s->p != ':' && *s->p != '_' &&
	    *s->p != ' ')
		return false;
	separator = *s->p++;
	if (separator == '.')
		step_space(&s->p);
	if (!step_number(&s->p, 1, 2, &s->civil.month))
		return false;
	if (*s->p == '\0')
		s->problem = "the day of the month is missing";
	if (!step_char(&s->p, separator))
		return false;
	if (separator == '.')
		step_space(&s->p);
	if (!step_number(&s->p, 1, 2, &s->civil.day))
		return false;
	if (separator == '.')
		step_char(&s->p, '.');
	return true;
}

/*
 * "20240531".  Only plausible centuries, so that no day is read from other
 * numbers: "19122012" has its year at the end, and would have month 20 here.
 */
static bool
scan_compact(struct date_scan *s)
{
	unsigned number = 0;
	size_t i;

	for (i = 0; i < COMPACT_DIGITS; i++)
		number = number * 10 + (unsigned)(*s->p++ - '0');
	if (number < 19000000 || number >= 21000000)
		return false;
	s->civil.year = (int)(number / 10000);
	s->civil.month = number / 100 % 100;
	s->civil.day = number % 100;
	return true;
}

/*
 * "13.5.2024", "13/5/2024" and, in American order, "5/13/2024": after the
 * first number.  A number that cannot be a month decides; generators that read
 * dates in JavaScript use the first as the month, whatever the separator.
 */
static bool
scan_year_last(struct date_scan *s, unsigned first)
{
	char separator = *s->p++;
	unsigned second;

	if (!step_number(&s->p, 1, 2, &second) ||
	    !step_char(&s->p, separator) || !scan_year(s)) {
		s->problem = "a date in digits begins with its year";
		return false;
	}
	if (first <= 12 && second <= 12 && first != second) {
		s->problem = arena_printf(s->arena, "either %u or %u may be "
		    "the month (write the year first)", first, second);
		return false;
	}
	s->civil.day = second > 12 ? second : first;
	s->civil.month = second > 12 ? first : second;
	return true;
}

static bool
is_before_time(const char *p)
{
	size_t n;

	step_space(&p);
	n = step_count_digits(p);
	return (n == 1 || n == 2) && p[n] == ':';
}

/* "Fri May 31 18:00:00 CEST 2024", as date(1) and asctime(3) write it. */
static bool
scan_time_and_year(struct date_scan *s)
{
	if (!date_scan_time(s))
		return false;
	date_scan_zone(s);
	step_space(&s->p);
	return scan_year(s);
}

/*
 * "31 May 2024", "31 May, 2024"; of RFC 822, also "31 May 24"; of RFC 850,
 * "31-May-24"
 */
static bool
scan_dmy(struct date_scan *s)
{
	unsigned year;

	if (!scan_day_number(s))
		return false;
	if (is_separator(*s->p) && ascii_is_digit(s->p[1]))
		return scan_year_last(s, s->civil.day);
	if (!scan_blank_or_hyphen(s))
		return false;
	step_preposition(&s->p);
	if (!scan_month_name(s)) {
		if (!ascii_is_digit(*s->p))
			s->problem = "the name of the month is unknown";
		return false;
	}
	if (is_before_time(s->p))
		return scan_time_and_year(s);
	if (!scan_comma_or_blank(s) && !step_char(&s->p, '-'))
		return false;
	step_preposition(&s->p);
	if (!step_number(&s->p, 2, 2, &year))
		return scan_year(s);
	s->civil.year = (int)(year < 50 ? 2000 + year : 1900 + year);
	s->has_short_year = true;
	return true;
}

/* "May 31, 2024" */
static bool
scan_mdy(struct date_scan *s)
{
	if (!scan_month_name(s) || !step_space(&s->p) ||
	    !scan_day_number(s))
		return false;
	if (is_before_time(s->p))
		return scan_time_and_year(s);
	return scan_comma_or_blank(s) && scan_year(s);
}

static bool
scan_comma(struct date_scan *s)
{
	if (!step_char(&s->p, ','))
		return false;
	step_space(&s->p);
	return true;
}

/* The contents of the parentheses in Franklin's "Date(2024, 5, 31)". */
static bool
scan_arguments(struct date_scan *s)
{
	return scan_year(s) && scan_comma(s) &&
	    step_number(&s->p, 1, 2, &s->civil.month) && scan_comma(s) &&
	    step_number(&s->p, 1, 2, &s->civil.day) && step_char(&s->p, ')');
}

/* Year, month and day in Chinese, Japanese and Korean. */
static bool
scan_units(struct date_scan *s)
{
	s->has_units = true;
	return scan_year(s) && step_unit(&s->p, "\u5e74\ub144") &&
	    step_number(&s->p, 1, 2, &s->civil.month) &&
	    step_unit(&s->p, "\u6708\uc6d4") &&
	    step_number(&s->p, 1, 2, &s->civil.day) &&
	    step_unit(&s->p, "\u65e5\uc77c");
}

/* Whether a word follows four digits, rather than punctuation. */
static bool
has_unit_after(const char *year)
{
	const char *p = year + 4;

	step_space(&p);
	return (unsigned char)*p >= 0x80;
}

static bool
scan_any_day(struct date_scan *s)
{
	static const char call[] = "Date(";
	size_t digits = step_count_digits(s->p);
	unsigned weekday;

	if (digits == COMPACT_DIGITS || date_is_compact_time(digits -
	    COMPACT_DIGITS))
		return scan_compact(s);
	if (digits == 4 && has_unit_after(s->p))
		return scan_units(s);
	if (digits > 2)
		return date_scan_ymd(s);
	if (ascii_has_prefix(s->p, call)) {
		s->p += sizeof call - 1;
		return scan_arguments(s);
	}
	/* A weekday adds nothing, so it may as well be wrong. */
	if (step_name(&s->p, civil_weekdays, 7, &weekday)) {
		step_char(&s->p, '.');
		step_char(&s->p, ',');
		step_space(&s->p);
	}
	return ascii_is_digit(*s->p) ? scan_dmy(s) : scan_mdy(s);
}

static bool
check_not_zero(struct date_scan *s, const char *part, unsigned value)
{
	if (value != 0)
		return true;
	s->problem = arena_printf(s->arena, "there is no %s 0", part);
	return false;
}

/*
 * Generators in Ruby and JavaScript read "2023-02-29" as the first of March,
 * also in what they build from it, such as URLs.
 */
static bool
check_day(struct date_scan *s)
{
	struct civil *c = &s->civil;
	unsigned length;

	if (!check_not_zero(s, "year", (unsigned)c->year) ||
	    !check_not_zero(s, "month", c->month) ||
	    !check_not_zero(s, "day", c->day) ||
	    !date_scan_check(s, "month", c->month, 12))
		return false;
	length = civil_month_length(c->year, c->month);
	if (c->day <= length)
		return true;
	s->problem = arena_printf(s->arena, "%s %d has %u days",
	    civil_months[c->month - 1], c->year, length);
	if (c->day > 31)
		return false;
	s->beyond = s->problem;
	c->day -= length;
	c->month++;
	return true;
}

bool
date_scan_day(struct date_scan *s)
{
	return scan_any_day(s) && check_day(s);
}
