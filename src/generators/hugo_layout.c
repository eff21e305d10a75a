/*
 * Go writes a date by an example: the layout "2006/Jan" is how it would
 * write the second of January of 2006.  Here are the parts that can stand in
 * a placeholder, which is made of letters, digits and '_'.
 */
#include <string.h>

#include "base/text.h"
#include "date/civil.h"
#include "generators/hugo.h"

/* What is no number of a date. */
enum part {
	MONTH_NAME = CIVIL_PARTS, SHORT_MONTH_NAME, WEEKDAY_NAME,
	SHORT_WEEKDAY_NAME, HOUR_12, ZONE_NAME, ZONE, PM, SMALL_PM
};

/* No text is the beginning of one that stands behind it. */
static const struct chunk {
	const char	*text;
	unsigned	 part;		/* of these, or enum civil_part */
	const char	*format;	/* of a number */
} chunks[] = {
	{ "January", MONTH_NAME, NULL }, { "Jan", SHORT_MONTH_NAME, NULL },
	{ "Monday", WEEKDAY_NAME, NULL }, { "Mon", SHORT_WEEKDAY_NAME, NULL },
	{ "MST", ZONE_NAME, NULL }, { "002", CIVIL_YEAR_DAY, "%03u" },
	{ "01", CIVIL_MONTH, "%02u" }, { "02", CIVIL_DAY, "%02u" },
	{ "03", HOUR_12, "%02u" }, { "04", CIVIL_MINUTE, "%02u" },
	{ "05", CIVIL_SECOND, "%02u" }, { "06", CIVIL_SHORT_YEAR, "%02u" },
	{ "15", CIVIL_HOUR, "%02u" }, { "1", CIVIL_MONTH, "%u" },
	{ "2006", CIVIL_YEAR, "%04u" }, { "2", CIVIL_DAY, "%u" },
	{ "__2", CIVIL_YEAR_DAY, "%3u" }, { "_2", CIVIL_DAY, "%2u" },
	{ "3", HOUR_12, "%u" }, { "4", CIVIL_MINUTE, "%u" },
	{ "5", CIVIL_SECOND, "%u" }, { "PM", PM, NULL },
	{ "pm", SMALL_PM, NULL }, { "Z0700", ZONE, NULL }
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
	return *chunk->text != '_' ||
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
put_part(struct buf *out, const struct chunk *chunk, const struct civil *c,
    int offset)
{
	switch (chunk->part) {
	case MONTH_NAME:
	case SHORT_MONTH_NAME:
		put_name(out, civil_months[c->month - 1],
		    chunk->part != MONTH_NAME);
		break;
	case WEEKDAY_NAME:
	case SHORT_WEEKDAY_NAME:
		put_name(out, civil_weekdays[civil_weekday(c)],
		    chunk->part != WEEKDAY_NAME);
		break;
	case HOUR_12:
		buf_printf(out, chunk->format, c->hour % 12 == 0 ? 12 :
		    c->hour % 12);
		break;
	case PM:
		buf_puts(out, c->hour < 12 ? "AM" : "PM");
		break;
	case SMALL_PM:
		buf_puts(out, c->hour < 12 ? "am" : "pm");
		break;
	case ZONE_NAME:
	case ZONE:
		put_zone(out, offset, chunk->part == ZONE ? "Z" : "UTC");
		break;
	default:
		buf_printf(out, chunk->format, civil_part(c, chunk->part));
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
			put_part(out, chunk, civil, offset);
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
