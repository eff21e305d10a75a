/*
 * Go formats dates by example: the layout "2006/Jan" is how it would write
 * January 2, 2006.  These are the elements that can be in a placeholder, which
 * consists of letters, digits and '_'.
 */
#include <string.h>

#include "base/text.h"
#include "date/civil.h"
#include "generators/hugo.h"

/* Elements that are not parts of a day and its time. */
enum part { ZONE_NAME = CIVIL_PARTS, ZONE, SMALL_HALF };

/* No text is a prefix of a later one. */
static const struct chunk {
	const char	*text;
	unsigned	 part;		/* enum part or enum civil_part */
	int		 digits;	/* of a number; padded with spaces if
					   the text has '_', else with zeros */
} chunks[] = {
	{ "January", CIVIL_MONTH_NAME, 0 }, { "Jan", CIVIL_SHORT_MONTH, 0 },
	{ "Monday", CIVIL_WEEKDAY_NAME, 0 }, { "Mon", CIVIL_SHORT_WEEKDAY, 0 },
	{ "MST", ZONE_NAME, 0 }, { "002", CIVIL_YEAR_DAY, 3 },
	{ "01", CIVIL_MONTH, 2 }, { "02", CIVIL_DAY, 2 },
	{ "03", CIVIL_HOUR_12, 2 }, { "04", CIVIL_MINUTE, 2 },
	{ "05", CIVIL_SECOND, 2 }, { "06", CIVIL_SHORT_YEAR, 2 },
	{ "15", CIVIL_HOUR, 2 }, { "1", CIVIL_MONTH, 1 },
	{ "2006", CIVIL_YEAR, 4 }, { "2", CIVIL_DAY, 1 },
	{ "__2", CIVIL_YEAR_DAY, 3 }, { "_2", CIVIL_DAY, 2 },
	{ "3", CIVIL_HOUR_12, 1 }, { "4", CIVIL_MINUTE, 1 },
	{ "5", CIVIL_SECOND, 1 }, { "PM", CIVIL_HALF, 0 },
	{ "pm", SMALL_HALF, 0 }, { "Z0700", ZONE, 0 }
};

/* "Janet" is not a month, and in "_2006" the year counts. */
static bool
is_chunk(const char *layout, size_t length, const struct chunk *chunk)
{
	size_t n = strlen(chunk->text);

	if (!text_begins(layout, layout + length, chunk->text))
		return false;
	if (chunk->part == CIVIL_SHORT_MONTH ||
	    chunk->part == CIVIL_SHORT_WEEKDAY)
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

/* The name of a zone is not stored with a date; only UTC is known. */
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
put_part(struct buf *out, const struct chunk *chunk, const struct civil *c,
    int offset)
{
	if (chunk->part == SMALL_HALF)
		buf_puts(out, c->hour < 12 ? "am" : "pm");
	else if (chunk->part >= CIVIL_PARTS)
		put_zone(out, offset, chunk->part == ZONE ? "Z" : "UTC");
	else if (*chunk->text == '_')
		buf_printf(out, "%*u", chunk->digits, civil_part(c,
		    chunk->part));
	else
		civil_put(out, c, chunk->part, chunk->digits);
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
