/*
 * Formatting of dates, as by strftime(3), but without a locale.
 */
#include "date/date.h"

static const struct directive {
	char		 letter;
	enum civil_part	 part;
	int		 digits;	/* of a number, unless `-` precedes the
					   letter */
} directives[] = {
	{ 'Y', CIVIL_YEAR, 4 }, { 'y', CIVIL_SHORT_YEAR, 2 },
	{ 'm', CIVIL_MONTH, 2 }, { 'B', CIVIL_MONTH_NAME, 0 },
	{ 'b', CIVIL_SHORT_MONTH, 0 }, { 'h', CIVIL_SHORT_MONTH, 0 },
	{ 'd', CIVIL_DAY, 2 }, { 'e', CIVIL_DAY, 1 },
	{ 'j', CIVIL_YEAR_DAY, 3 }, { 'w', CIVIL_WEEKDAY, 1 },
	{ 'A', CIVIL_WEEKDAY_NAME, 0 }, { 'a', CIVIL_SHORT_WEEKDAY, 0 },
	{ 'H', CIVIL_HOUR, 2 }, { 'I', CIVIL_HOUR_12, 2 },
	{ 'p', CIVIL_HALF, 0 }, { 'M', CIVIL_MINUTE, 2 },
	{ 'S', CIVIL_SECOND, 2 }
};

bool
date_put_directive(struct buf *out, const struct civil *c, const char **p)
{
	const bool bare = **p == '-';
	const char letter = *(*p += bare);
	const struct directive *d;
	size_t i;

	*p += letter != '\0';
	if (letter == '%') {
		buf_putc(out, '%');
		return true;
	}
	for (i = 0; i < sizeof directives / sizeof *directives; i++) {
		d = &directives[i];
		if (d->letter != letter)
			continue;
		civil_put(out, c, d->part, bare ? 1 : d->digits);
		return true;
	}
	return false;
}

bool
date_format(struct buf *out, const struct civil *c, const char *format)
{
	while (*format != '\0') {
		if (*format++ != '%')
			buf_putc(out, format[-1]);
		else if (!date_put_directive(out, c, &format))
			return false;
	}
	return true;
}
