/*
 * The date of a post, as used in its URL.
 *
 * Hexo writes the local time of the machine.  We assume that its clock has the
 * time zone of the site: otherwise URLs are not what authors expect, so that
 * is how they build.  To js-yaml, a YAML timestamp is UTC, and Hexo uses the
 * same digits as local time: an offset in it shifts the time, and is then
 * dropped.
 */
#include <string.h>

#include "base/text.h"
#include "date/date.h"
#include "date/step.h"
#include "date/zone.h"
#include "generators/hexo.h"

/* Numbers are milliseconds in JavaScript, however small. */
static bool
read_milliseconds(const struct p2f_value *v, long long *seconds)
{
	const char *p = v->text;

	for (*seconds = 0; ascii_is_digit(*p) && p - v->text < 16; p++)
		*seconds = *seconds * 10 + (*p - '0');
	*seconds /= 1000;
	return v->plain && *p == '\0' && p > v->text;
}

/* As JavaScript parses it; a quoted date without time is UTC. */
static bool
read_instant(struct post *post, const struct site *site,
    const struct p2f_value *v, long long *seconds)
{
	const char *text = v->text, *problem;
	struct p2f_date date;
	bool is_day = strlen(text) == 10 && text[4] == '-' && text[7] == '-';

	if (read_milliseconds(v, seconds))
		return true;
	if (date_parse(&post->arena, text, is_day ? zone_utc() : site->zone,
	    &date, &problem) == DATE_UNREADABLE)
		return false;
	*seconds = date.seconds;
	return true;
}

bool
hexo_date(struct post *post, const struct site *site, struct civil *civil,
    long long *seconds)
{
	const struct p2f_value *v = value_get_exact(post->meta, "date");
	long long wall;

	if (!hexo_is_truthy(v) || v->kind != P2F_TEXT)
		return false;
	if (!hexo_timestamp(v, &wall)) {
		if (!read_instant(post, site, v, seconds))
			return false;
		wall = *seconds + 60LL * zone_offset_at(site->zone, *seconds);
		return civil_of_seconds(civil, wall);
	}
	*seconds = wall - 60LL * zone_offset(site->zone, wall);
	return civil_of_seconds(civil, wall);
}
