/*
 * Dates in a format, as strftime(3) makes them, but without a locale.
 */
#include <string.h>

#include "date/date.h"

/* A number of a date, with `-` before its letter without a zero. */
static bool
put_number(struct buf *out, const struct civil *c, char letter, bool bare)
{
	static const char letters[] = "YmdyHMSje";
	const unsigned values[] = { (unsigned)c->year, c->month, c->day,
	    (unsigned)c->year % 100, c->hour, c->minute, c->second,
	    civil_yday(c), c->day };
	static const int widths[] = { 4, 2, 2, 2, 2, 2, 2, 3, 1 };
	const char *found = strchr(letters, letter);

	if (found == NULL)
		return false;
	buf_printf(out, "%0*u", bare ? 1 : widths[found - letters],
	    values[found - letters]);
	return true;
}

bool
date_format(struct buf *out, const struct civil *c, const char *format)
{
	const char *month = civil_months[c->month - 1];
	const char *weekday = civil_weekdays[civil_weekday(c)];
	bool bare;

	for (; *format != '\0'; format++) {
		if (*format != '%') {
			buf_putc(out, *format);
			continue;
		}
		bare = *++format == '-';
		format += bare;
		switch (*format) {
		case 'B':
			buf_puts(out, month);
			break;
		case 'b':
			buf_printf(out, "%.3s", month);
			break;
		case 'A':
			buf_puts(out, weekday);
			break;
		case 'a':
			buf_printf(out, "%.3s", weekday);
			break;
		case '%':
			buf_putc(out, '%');
			break;
		default:
			if (*format == '\0' ||
			    !put_number(out, c, *format, bare))
				return false;
		}
	}
	return true;
}
