/*
 * Go writes a date by an example: the layout "2006/Jan" is how it would
 * write the second of January of 2006.  Here are the parts that can stand in
 * a placeholder, which is made of letters, digits and '_'.
 */
#include <string.h>

#include "base/text.h"
#include "date/civil.h"
#include "generators/hugo.h"

enum part {
	YEAR, SHORT_YEAR, MONTH_NAME, SHORT_MONTH_NAME, MONTH, MONTH_2, DAY,
	DAY_2, DAY_BLANK, YEAR_DAY_3, YEAR_DAY_BLANK, WEEKDAY_NAME,
	SHORT_WEEKDAY_NAME, HOUR_2, HOUR_12, HOUR_12_2, MINUTE, MINUTE_2,
	SECOND, SECOND_2, PM, SMALL_PM, ZONE_NAME, ZONE
};

/* No text is the beginning of one that stands behind it. */
static const struct chunk {
	const char	*text;
	enum part	 part;
} chunks[] = {
	{ "January", MONTH_NAME }, { "Jan", SHORT_MONTH_NAME },
	{ "Monday", WEEKDAY_NAME }, { "Mon", SHORT_WEEKDAY_NAME },
	{ "MST", ZONE_NAME }, { "002", YEAR_DAY_3 }, { "01", MONTH_2 },
	{ "02", DAY_2 }, { "03", HOUR_12_2 }, { "04", MINUTE_2 },
	{ "05", SECOND_2 }, { "06", SHORT_YEAR }, { "15", HOUR_2 },
	{ "1", MONTH }, { "2006", YEAR }, { "2", DAY },
	{ "__2", YEAR_DAY_BLANK }, { "_2", DAY_BLANK }, { "3", HOUR_12 },
	{ "4", MINUTE }, { "5", SECOND }, { "PM", PM }, { "pm", SMALL_PM },
	{ "Z0700", ZONE }
};

/* "Janet" is no month, and in "_2006" the year counts. */
static bool
is_chunk(const char *layout, size_t length, const struct chunk *chunk)
{
	size_t n = strlen(chunk->text);

	if (!text_begins(layout, layout + length, chunk->text))
		return false;
	if (chunk->part == SHORT_MONTH_NAME ||
	    chunk->part == SHORT_WEEKDAY_NAME)
		return n == length || layout[n] < 'a' || layout[n] > 'z';
	return chunk->part != DAY_BLANK ||
	    !text_begins(layout + 1, layout + length, "2006");
}

static const struct chunk *
chunk_at(const char *layout, size_t length)
{
	size_t i;

	for (i = 0; i < sizeof chunks / sizeof *chunks; i++)
		if (is_chunk(layout, length, &chunks[i]))
			return &chunks[i];
	return NULL;
}

/* The name of a zone is not kept with a date; only UTC is known. */
static void
put_zone(struct buf *out, int offset, const char *utc)
{
	unsigned minutes = (unsigned)(offset < 0 ? -offset : offset);

	if (offset == 0)
		buf_puts(out, utc);
	else
		buf_printf(out, "%c%02u%02u", offset < 0 ? '-' : '+',
		    minutes / 60, minutes % 60);
}

static void
put_name(struct buf *out, const char *name, bool is_short)
{
	buf_add(out, name, is_short ? 3 : strlen(name));
}

static void
put_clock(struct buf *out, enum part part, const struct civil *c)
{
	unsigned hour = c->hour % 12 == 0 ? 12 : c->hour % 12;

	switch (part) {
	case HOUR_2:
		buf_printf(out, "%02u", c->hour);
		break;
	case HOUR_12:
	case HOUR_12_2:
		buf_printf(out, "%0*u", part == HOUR_12 ? 1 : 2, hour);
		break;
	case MINUTE:
	case MINUTE_2:
		buf_printf(out, "%0*u", part == MINUTE ? 1 : 2, c->minute);
		break;
	case SECOND:
	case SECOND_2:
		buf_printf(out, "%0*u", part == SECOND ? 1 : 2, c->second);
		break;
	default:
		buf_putc(out, c->hour < 12 ? 'A' : 'P');
		buf_putc(out, 'M');
		if (part == SMALL_PM) {
			out->bytes[out->length - 2] = c->hour < 12 ? 'a' : 'p';
			out->bytes[out->length - 1] = 'm';
		}
	}
}

static void
put_part(struct buf *out, enum part part, const struct civil *c, int offset)
{
	switch (part) {
	case YEAR:
		buf_printf(out, "%04d", c->year);
		break;
	case SHORT_YEAR:
		buf_printf(out, "%02d", c->year % 100);
		break;
	case MONTH_NAME:
	case SHORT_MONTH_NAME:
		put_name(out, civil_months[c->month - 1], part != MONTH_NAME);
		break;
	case WEEKDAY_NAME:
	case SHORT_WEEKDAY_NAME:
		put_name(out, civil_weekdays[civil_weekday(c)],
		    part != WEEKDAY_NAME);
		break;
	case MONTH:
	case MONTH_2:
		buf_printf(out, "%0*u", part == MONTH ? 1 : 2, c->month);
		break;
	case DAY:
	case DAY_2:
		buf_printf(out, "%0*u", part == DAY ? 1 : 2, c->day);
		break;
	case DAY_BLANK:
		buf_printf(out, "%2u", c->day);
		break;
	case YEAR_DAY_3:
		buf_printf(out, "%03u", civil_yday(c));
		break;
	case YEAR_DAY_BLANK:
		buf_printf(out, "%3u", civil_yday(c));
		break;
	case ZONE_NAME:
	case ZONE:
		put_zone(out, offset, part == ZONE ? "Z" : "UTC");
		break;
	default:
		put_clock(out, part, c);
	}
}

bool
hugo_put_layout(struct buf *out, const char *layout, size_t length,
    const struct civil *civil, int offset)
{
	size_t before = out->length;
	const struct chunk *chunk;
	bool has_part = false;

	while (length > 0) {
		size_t n = 1;

		chunk = chunk_at(layout, length);
		if (chunk != NULL) {
			n = strlen(chunk->text);
			put_part(out, chunk->part, civil, offset);
			has_part = true;
		} else {
			buf_putc(out, *layout);
		}
		layout += n;
		length -= n;
	}
	if (!has_part)
		out->length = before;
	return has_part;
}
