/*
 * Dates in a format, as strftime(3) makes them, but without a locale.
 */
#include <string.h>

#include "date/date.h"

/* A number of a date, with `-` before its letter without a zero. */
static bool
put_number(struct buf *out, const struct civil *c, char letter, bool bare)
{
	static const char letters[] = "YmdyHMSjewI";
	const unsigned values[] = { (unsigned)c->year, c->month, c->day,
	    (unsigned)c->year % 100, c->hour, c->minute, c->second,
	    civil_yday(c), c->day, civil_weekday(c),
	    c->hour % 12 == 0 ? 12 : c->hour % 12 };
	static const int widths[] = { 4, 2, 2, 2, 2, 2, 2, 3, 1, 1, 2 };
	const char *found = strchr(letters, letter);

	if (found == NULL || letter == '\0')
		return false;
	buf_printf(out, "%0*u", bare ? 1 : widths[found - letters],
	    values[found - letters]);
	return true;
}

bool
date_put_directive(struct buf *out, const struct civil *c, const char **p)
{
	const char *month = civil_months[c->month - 1];
	const char *weekday = civil_weekdays[civil_weekday(c)];
	bool bare = **p == '-';
	char letter = *(*p += bare);

	*p += letter != '\0';
	switch (letter) {
	case 'B':
		buf_puts(out, month);
		return true;
	case 'b':
	case 'h':
		buf_add(out, month, 3);
		return true;
	case 'A':
		buf_puts(out, weekday);
		return true;
	case 'a':
		buf_add(out, weekday, 3);
		return true;
	case 'p':
		buf_puts(out, c->hour < 12 ? "AM" : "PM");
		return true;
	case '%':
		buf_putc(out, '%');
		return true;
	default:
		return put_number(out, c, letter, bare);
	}
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
