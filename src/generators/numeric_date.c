#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "date/civil.h"
#include "front/value.h"
#include "generators/numeric_date.h"

/* Parse numbers between marks, as in `06/21/2014`; returns the rest, or
   NULL. */
static const char *
take_day(const char *p, char mark, unsigned parts[3])
{
	size_t i, n;

	for (i = 0; i < 3; i++) {
		for (n = 0, parts[i] = 0; n < 4 && ascii_is_digit(*p); n++)
			parts[i] = parts[i] * 10 + (unsigned)(*p++ - '0');
		if (n == 0 || (i == 2 ? n != 4 : n > 2))
			return NULL;
		if (i < 2 && *p++ != mark)
			return NULL;
	}
	return p;
}

/* NULL: it has another format, which is read as usual. */
static const char *
date_of(struct arena *a, const char *text, const char *month_first)
{
	const char *p = strpbrk(text, "/-."), *rest;
	struct civil day;
	unsigned parts[3];
	bool is_month;
	char mark;

	if (p == NULL && strchr(month_first, ' ') != NULL)
		p = strchr(text, ' ');
	if (p == NULL)
		return NULL;
	mark = *p;
	is_month = strchr(month_first, mark) != NULL;
	while (p > text && ascii_is_digit(p[-1]))
		p--;
	rest = take_day(p, mark, parts);
	if (rest == NULL)
		return NULL;
	day = (struct civil){ .year = (int)parts[2],
	    .month = parts[is_month ? 0 : 1], .day = parts[is_month ? 1 : 0] };
	if (!civil_is_day(&day))
		return NULL;
	return arena_printf(a, "%04d-%02u-%02u %.*s%s", day.year, day.month,
	    day.day, (int)(p - text), text, rest);
}

void
numeric_dates(struct post *post, const char *const *keys,
    const char *month_first)
{
	struct arena *a = &post->arena;
	struct arena_list items = { 0 };
	const struct p2f_value *v;
	const char *text;

	for (; *keys != NULL; keys++) {
		v = value_get(post->meta, *keys);
		text = value_text(v) == NULL ? NULL : date_of(a, v->text,
		    month_first);
		if (text != NULL)
			arena_list_add(a, &items, value_new_text(a, v->key,
			    text, v));
	}
	if (items.count > 0)
		post->meta = value_overlay(a, value_of_items(a, P2F_MAP,
		    &items, NULL), post->meta);
}

const struct p2f_value *
numeric_dates_of_script(const struct site *site, struct post *post)
{
	static const char *const keys[] = { "date", "pubDate", "published",
	    "publishDate", "publishedAt", "pubDatetime", "updated",
	    "updatedDate", "lastmod", NULL };

	(void)site;
	numeric_dates(post, keys, "/-. ");
	return NULL;
}
