/*
 * The spelling of numbers, booleans and dates in TOML.  Their text is kept as
 * is: these functions only tell whether it is one.
 */
#include <string.h>

#include "base/text.h"
#include "date/civil.h"
#include "date/step.h"
#include "front/toml_scan.h"

#define DIGITS "0123456789"

/* What may follow a date after one space, so that it includes a time. */
static bool
is_hour(const char *p)
{
	return ascii_is_digit(p[0]) && ascii_is_digit(p[1]) && p[2] == ':';
}

size_t
toml_scalar_length(const char *p)
{
	static const char characters[] = DIGITS "+-.:_"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	const size_t date = strlen("YYYY-MM-DD");
	size_t n = strspn(p, characters);

	if (n == date && p[4] == '-' && p[n] == ' ' && is_hour(p + n + 1))
		n += 1 + strspn(p + n + 1, characters);
	return n;
}

/* Step over digits, which single `_` may separate; NULL: there are none. */
static const char *
skip_digits(const char *p, const char *digits)
{
	size_t n;

	for (;;) {
		n = strspn(p, digits);
		if (n == 0)
			return NULL;
		p += n;
		if (*p != '_')
			return p;
		p++;
	}
}

static bool
is_based_integer(const char *p)
{
	static const char *const bases[][2] = {
		{ "0x", DIGITS "ABCDEFabcdef" }, { "0o", "01234567" },
		{ "0b", "01" }
	};
	size_t i;

	for (i = 0; i < sizeof bases / sizeof *bases; i++)
		if (strncmp(p, bases[i][0], 2) == 0) {
			p = skip_digits(p + 2, bases[i][1]);
			return p != NULL && *p == '\0';
		}
	return false;
}

static const char *
skip_sign(const char *p)
{
	return *p == '+' || *p == '-' ? p + 1 : p;
}

/* An integer or a float, which need not be distinguished. */
static bool
is_number(const char *p)
{
	p = skip_sign(p);
	if (strcmp(p, "inf") == 0 || strcmp(p, "nan") == 0)
		return true;
	p = *p == '0' ? p + 1 : skip_digits(p, DIGITS);
	if (p != NULL && *p == '.')
		p = skip_digits(p + 1, DIGITS);
	if (p != NULL && ascii_lower(*p) == 'e')
		p = skip_digits(skip_sign(p + 1), DIGITS);
	return p != NULL && *p == '\0';
}

static bool
take_char(const char **p, char c)
{
	if (ascii_lower(**p) != c)
		return false;
	++*p;
	return true;
}

static bool
take_date(const char **p)
{
	unsigned year, month, day;

	return step_number(p, 4, 4, &year) && take_char(p, '-') &&
	    step_number(p, 2, 2, &month) && take_char(p, '-') &&
	    step_number(p, 2, 2, &day) && month >= 1 && month <= 12 &&
	    day >= 1 && day <= civil_month_length((int)year, month);
}

static bool
take_hour_and_minute(const char **p)
{
	unsigned hour, minute;

	return step_number(p, 2, 2, &hour) && take_char(p, ':') &&
	    step_number(p, 2, 2, &minute) && hour < 24 && minute < 60;
}

/* RFC 3339 5.6 allows a second of 60, the leap second. */
static bool
take_time(const char **p)
{
	unsigned second;

	if (!take_hour_and_minute(p) || !take_char(p, ':') ||
	    !step_number(p, 2, 2, &second) || second > 60)
		return false;
	if (!take_char(p, '.'))
		return true;
	if (!ascii_is_digit(**p))
		return false;
	*p += strspn(*p, DIGITS);
	return true;
}

static bool
take_offset(const char **p)
{
	return take_char(p, 'z') || ((take_char(p, '+') ||
	    take_char(p, '-')) && take_hour_and_minute(p));
}

static bool
is_time(const char *p)
{
	return take_time(&p) && *p == '\0';
}

/* A date, optionally followed by a time, and that by an offset. */
static bool
is_date(const char *p)
{
	if (!take_date(&p))
		return false;
	if (*p == '\0')
		return true;
	if (!take_char(&p, 't') && !take_char(&p, ' '))
		return false;
	return take_time(&p) && (*p == '\0' || take_offset(&p)) &&
	    *p == '\0';
}

bool
toml_is_scalar(const char *p)
{
	return strcmp(p, "true") == 0 || strcmp(p, "false") == 0 ||
	    is_number(p) || is_based_integer(p) || is_date(p) || is_time(p);
}

/* A date that is spelled correctly, but does not exist. */
static bool
begins_with_no_day(const char *p)
{
	static const char form[] = "dddd-dd-dd";
	size_t i;

	for (i = 0; form[i] != '\0'; i++)
		if (form[i] == 'd' ? !ascii_is_digit(p[i]) : p[i] != '-')
			return false;
	return !ascii_is_digit(p[i]) && !take_date(&p);
}

const char *
toml_scalar_advice(const char *p)
{
	size_t digits = strspn(p, DIGITS);

	if (ascii_has_prefix(p, "true") || ascii_has_prefix(p, "false"))
		return "write true or false in lower case";
	if (begins_with_no_day(p))
		return "there is no such day; write a date as 2024-01-31";
	if (digits > 0 && p[digits] != '\0' &&
	    strchr("-:/", p[digits]) != NULL)
		return "write a date as 2024-01-31, with a time as "
		    "2024-01-31T09:30:00Z";
	if (digits > 0)
		return "write a number without leading zeros, or put text in "
		    "quotes";
	return "put text in quotes";
}
