/*
 * The four dates of a page of Hugo.  The settings list the sources of each:
 * keys of the front matter, the file name, the time of the file.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>

#include "base/seen.h"
#include "base/text.h"
#include "date/step.h"
#include "generators/hugo.h"

static const char *const setting_names[HUGO_DATES] = {
	[HUGO_DATE] = "date", [HUGO_LASTMOD] = "lastmod",
	[HUGO_PUBLISH] = "publishdate", [HUGO_EXPIRY] = "expirydate"
};

/* The default, and the meaning of ":default". */
static const char *const defaults[HUGO_DATES][5] = {
	[HUGO_DATE] = { "date", "publishdate", "lastmod", NULL },
	[HUGO_LASTMOD] = { ":git", "lastmod", "date", "publishdate", NULL },
	[HUGO_PUBLISH] = { "publishdate", "date", NULL },
	[HUGO_EXPIRY] = { "expirydate", NULL }
};

/* Aliases of a key, which are tried after it. */
static const struct {
	const char	*key;
	const char	*names[3];
} aliases[] = {
	{ "lastmod", { "modified", NULL } },
	{ "publishdate", { "pubdate", "published", NULL } },
	{ "expirydate", { "unpublishdate", NULL } }
};

static void
add_source(struct arena *a, struct arena_list *list, const char *name)
{
	const char *const *other;
	size_t i;

	arena_list_add(a, list, name);
	for (i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (ascii_equal(aliases[i].key, name))
			for (other = aliases[i].names; *other != NULL; other++)
				arena_list_add(a, list, *other);
}

static void
add_sources(struct arena *a, struct hugo *hugo, enum hugo_date which,
    const struct p2f_value *v)
{
	const struct p2f_value *const *item = value_items(v, P2F_LIST);
	struct arena_list *list = &hugo->dates[which];
	const char *const *name;

	for (; *item != NULL; item++)
		if ((*item)->kind == P2F_TEXT)
			add_sources(a, hugo, which, *item);
	if (v != NULL && v->kind == P2F_LIST)
		return;
	if (value_text(v) != NULL && !ascii_equal(v->text, ":default")) {
		add_source(a, list, v->text);
		return;
	}
	for (name = defaults[which]; *name != NULL; name++)
		add_source(a, list, *name);
}

void
hugo_read_dates(struct site *site, struct hugo *hugo)
{
	const struct p2f_value *map = hugo_get(hugo->config, "frontmatter");
	enum hugo_date which;

	for (which = 0; which < HUGO_DATES; which++)
		add_sources(&site->arena, hugo, which,
		    hugo_get(map, setting_names[which]));
}

/* "-10-20-30", not followed by a digit; otherwise there is only a day. */
static size_t
time_of(const char *p, struct civil *civil)
{
	struct civil time = *civil;

	p += *p != '\0';
	if (!step_number(&p, 2, 2, &time.hour) || !step_char(&p, '-') ||
	    !step_number(&p, 2, 2, &time.minute) || !step_char(&p, '-') ||
	    !step_number(&p, 2, 2, &time.second) || time.hour > 23 ||
	    time.minute > 59 || time.second > 59)
		return 0;
	*civil = time;
	return strlen("-HH-MM-SS");
}

/* The text after the last dot of a name is ignored. */
static struct hugo_moment
of_name(struct post *post, const struct site *site)
{
	struct arena *a = &post->arena;
	struct hugo_page page;
	struct civil civil;
	const char *name, *dot;
	size_t n;

	if (!hugo_page_of(a, site->own, post->inside, &page))
		return (struct hugo_moment){ 0 };
	name = text_clean_name(a, page.name);
	dot = strrchr(name, '.');
	if (dot != NULL)
		name = arena_span(a, name, dot);
	if (!civil_read_day(&civil, name) || !civil_is_day(&civil))
		return (struct hugo_moment){ 0 };
	name += 10;
	name += time_of(name, &civil);
	name += strspn(name, " -_");
	for (n = strlen(name); n > 0 && strchr(" -_", name[n - 1]) != NULL; )
		n--;
	return (struct hugo_moment){ .date = date_from_civil(a, &civil,
	    site->zone), .words = "the date in the file name",
	    .slug = n == 0 ? NULL : arena_strndup(a, name, n) };
}

static struct hugo_moment
of_file_time(struct post *post)
{
	struct stat st;

	if (!seen_stat(post->path, &st))
		return (struct hugo_moment){ 0 };
	return (struct hugo_moment){ .date = date_new(&post->arena,
	    (long long)st.st_mtime, 0),
	    .words = "the modification time of the file" };
}

static struct hugo_moment
of_value(struct arena *a, const struct site *site,
    const struct p2f_value *v)
{
	struct p2f_date *date = arena_alloc(a, sizeof *date);
	const char *text = value_trimmed(a, v), *problem;

	if (text == NULL || date_parse(a, text, site->zone, date, &problem) ==
	    DATE_UNREADABLE || date_is_none(date))
		return (struct hugo_moment){ 0 };
	return (struct hugo_moment){ .date = date, .value = v };
}

/* Without a post, only front matter is used. */
static struct hugo_moment
first_of(struct arena *a, const struct site *site,
    const struct p2f_value *meta, struct post *post, enum hugo_date which)
{
	const struct hugo *hugo = site->own;
	struct hugo_moment moment = { 0 };
	const char *source;
	size_t i;

	for (i = 0; i < hugo->dates[which].count && moment.date == NULL; i++) {
		source = hugo->dates[which].items[i];
		if (source[0] != ':')
			moment = of_value(a, site, hugo_get(meta, source));
		else if (post != NULL && ascii_equal(source, ":filename"))
			moment = of_name(post, site);
		else if (post != NULL && ascii_equal(source, ":filemodtime"))
			moment = of_file_time(post);
	}
	return moment;
}

struct hugo_moment
hugo_date_of(struct post *post, const struct site *site,
    enum hugo_date which)
{
	return first_of(&post->arena, site, post->meta, post, which);
}

struct hugo_moment
hugo_date_of_keys(struct arena *a, const struct site *site,
    const struct p2f_value *meta, enum hugo_date which)
{
	return first_of(a, site, meta, NULL, which);
}

/* If any date is taken from the file name, the slug is the rest of it. */
const char *
hugo_slug_of_name(struct post *post, const struct site *site)
{
	struct hugo_moment moment;
	enum hugo_date which;

	for (which = 0; which < HUGO_DATES; which++) {
		moment = hugo_date_of(post, site, which);
		if (moment.slug != NULL)
			return moment.slug;
	}
	return NULL;
}

/* By default, lastmod falls back to the date itself. */
static bool
is_change(const struct hugo_moment *lastmod, const struct hugo_moment *date)
{
	return lastmod->date != NULL && (date->date == NULL ||
	    lastmod->date->seconds != date->date->seconds);
}

void
hugo_set_dates(struct post *post, const struct site *site)
{
	struct hugo_moment date = hugo_date_of(post, site, HUGO_DATE);
	struct hugo_moment lastmod = hugo_date_of(post, site, HUGO_LASTMOD);
	struct facts *facts = &post->facts;

	post->appears = hugo_date_of(post, site, HUGO_PUBLISH).date;
	facts->expires = hugo_date_of(post, site, HUGO_EXPIRY).date;
	if (date.date != NULL) {
		post->published = date.date;
		post->date_from = date.words;
		facts->from[FIELD_DATE] = date.value;
		if (date.value != NULL)
			facts->date = date.date;
	}
	if (is_change(&lastmod, &date)) {
		facts->updated = lastmod.date;
		facts->from[FIELD_UPDATED] = lastmod.value;
	}
	post->updated = facts->updated;
	post_settle_updated(post);
}
