#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "date/date.h"
#include "feed/facet.h"
#include "feed/hold.h"
#include "front/value.h"
#include "post/language.h"

static bool
is_in_folder(const char *path, const char *folder)
{
	const char *p = strstr(path, folder);
	size_t n = strlen(folder);

	for (; p != NULL; p = strstr(p + 1, folder))
		if ((p == path || p[-1] == '/') && p[n] == '/')
			return true;
	return false;
}

/* A value may be inherited from another file; messages name the post. */
static struct place
place_of(const struct post *post, const struct p2f_value *v)
{
	return v->file == NULL ? value_place(post->path, v) :
	    (struct place){ .path = post->path };
}

/* The position of the key that a field was read from, or just the post. */
static struct place
place_of_field(const struct post *post, enum field field)
{
	const struct p2f_value *v = post->facts.from[field];

	return v != NULL ? place_of(post, v) :
	    (struct place){ .path = post->path };
}

static struct quoted
elsewhere(const struct p2f_value *v)
{
	struct quoted where = { "" };

	if (v->file != NULL)
		snprintf(where.text, sizeof where.text, ", set in %s:%u",
		    v->file, v->line);
	return where;
}

static bool
is_draft(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const struct p2f_value *draft = post->facts.draft;

	if (rules->site->drafts ||
	    (draft == NULL && !is_in_folder(post->path, "_drafts")))
		return false;
	if (draft == NULL)
		diag_report(d, DIAG_DRAFT, (struct place){ .path = post->path },
		    "held back as a draft: it is in _drafts");
	else
		diag_report(d, DIAG_DRAFT, place_of(post, draft),
		    "held back as a draft: %s: %s%s", draft->key, draft->text,
		    elsewhere(draft).text);
	return true;
}

static bool
is_hidden(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const struct p2f_value *hidden = post->facts.hidden;

	(void)rules;
	if (hidden == NULL)
		return false;
	/* The value may be a password. */
	diag_report(d, DIAG_HIDDEN, place_of(post, hidden),
	    "held back by its key %s%s", quote(hidden->key).text,
	    elsewhere(hidden).text);
	return true;
}

/* The position of the key, unless the date is from elsewhere. */
static struct place
place_of_appearance(const struct post *post)
{
	if (post->appears == post->facts.appears)
		return place_of_field(post, FIELD_APPEARS);
	if (post->appears == post->published && post->date_from == NULL)
		return place_of_field(post, FIELD_DATE);
	return (struct place){ .path = post->path };
}

static bool
is_future(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	if (rules->site->future || post->appears == NULL ||
	    post->appears->seconds <= rules->now)
		return false;
	seen_due(post->appears->seconds);
	diag_report(d, DIAG_FUTURE, place_of_appearance(post),
	    "held back: its date, %s, is in the future",
	    post->appears->rfc3339);
	return true;
}

static bool
is_expired(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const struct p2f_date *expires = post->facts.expires;

	if (rules->site->expired || expires == NULL)
		return false;
	if (expires->seconds > rules->now) {
		seen_due(expires->seconds);
		return false;
	}
	diag_report(d, DIAG_EXPIRED, place_of_field(post, FIELD_EXPIRES),
	    "held back: it expired on %s", expires->rfc3339);
	return true;
}

/* An unreadable date makes this a warning: its author expects the post. */
static bool
is_undated(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const struct site *site = rules->site;
	const struct p2f_value *bad = post->facts.bad_date.value;

	if (post->published != NULL || post->is_named || site->undated ||
	    post->inside == NULL || !site->generator->needs_date)
		return false;
	diag_report(d, bad != NULL ? DIAG_DATE : DIAG_UNDATED, bad != NULL ?
	    value_place(post->path, bad) : (struct place){ .path = post->path },
	    "held back: no date, and %s leaves such posts out of its feeds "
	    "(--undated includes them)", site->generator->title);
	return true;
}

static bool
is_split_by(const struct hold_rules *rules, const char *key)
{
	return rules->split != NULL && ascii_equal(rules->split, key);
}

/*
 * A site in several languages has a feed for each: this one is in the language
 * of the site, or of --language.
 */
static bool
is_in_other_language(const struct post *post,
    const struct hold_rules *rules, struct diag *d)
{
	const struct site *site = rules->site;
	const struct p2f_value *language = post->facts.language;

	if (site->languages.count < 2 || site->all_languages ||
	    site->language == NULL || post->is_named || language == NULL ||
	    is_split_by(rules, "language") ||
	    language_covers(site->language, language->text) ||
	    language_covers(language->text, site->language))
		return false;
	diag_report(d, DIAG_OTHER_LANGUAGE, (struct place){ .path =
	    post->path }, "held back: it is in %s, the feed in %s (--language "
	    "selects another, --all-languages includes all)",
	    quote(language->text).text, quote(site->language).text);
	return true;
}

/* An empty file, or one that just happens to be beside the posts. */
static bool
is_not_post(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const char *why = NULL;

	(void)rules;
	if (post->has_front_matter)
		return false;
	/* Nobody intends that: a pipe failed, or under cron there is none, and
	   a feed without posts would replace the last one. */
	if (post->body_length == 0 && !path_has_name(post->path)) {
		diag_report(d, DIAG_READ, (struct place){ .path = post->path },
		    "empty, so not a post (name posts, or . for all in this "
		    "folder)");
		return true;
	}
	if (post->body_length == 0)
		why = "empty";
	else if (post->is_html && !post->is_named && !post->is_bare)
		why = "an HTML file without front matter or a date in "
		    "its head";
	if (why != NULL)
		diag_report(d, DIAG_FILE, (struct place){ .path = post->path },
		    "skipped: %s", why);
	return why != NULL;
}

/* A filter matches more specific language tags, too: en matches en-GB. */
static bool
is_value(const char *value, const struct filter *filter)
{
	return ascii_equal(filter->key, "language") ?
	    language_covers(filter->value, value) :
	    facet_is_same(filter->value, value);
}

static bool
matches(const struct post *post, const struct site *site,
    const struct filter *filter)
{
	struct arena scratch = { 0 };
	struct arena_list values = { 0 };
	bool found = false;
	size_t i;

	facet_add(&values, &scratch, post, site, filter->key);
	for (i = 0; i < values.count && !found; i++)
		found = is_value(values.items[i], filter);
	arena_release(&scratch);
	return found;
}

/* Of several filters with the same key, one has to match. */
static bool
satisfies(const struct post *post, const struct hold_rules *rules,
    const struct filter *filter)
{
	const struct filter *other;
	size_t i;

	for (i = 0; i < rules->only.count; i++) {
		other = rules->only.items[i];
		if (ascii_equal(other->key, filter->key) &&
		    matches(post, rules->site, other))
			return true;
	}
	return false;
}

static bool
is_filtered(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const struct filter *filter;
	size_t i;

	for (i = 0; i < rules->only.count; i++) {
		filter = rules->only.items[i];
		if (satisfies(post, rules, filter))
			continue;
		diag_report(d, DIAG_FILTER, (struct place){ .path =
		    post->path }, "left out by --only %s=%s", filter->key,
		    filter->value);
		return true;
	}
	return false;
}

/* With --split: whether the post belongs to none of the feeds. */
static bool
is_in_no_edition(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	struct arena scratch = { 0 };
	struct arena_list values = { 0 };

	if (rules->split == NULL)
		return false;
	facet_add(&values, &scratch, post, rules->site, rules->split);
	arena_release(&scratch);
	if (values.count > 0)
		return false;
	diag_report(d, DIAG_FILTER, (struct place){ .path = post->path },
	    "left out by --split %s: it has none", rules->split);
	return true;
}

static bool
is_outside_period(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	const struct p2f_date *date = post->published;

	if (!rules->in_period || (date != NULL &&
	    date->seconds >= rules->since && date->seconds <= rules->until))
		return false;
	diag_report(d, DIAG_FILTER, (struct place){ .path = post->path },
	    "left out by --since or --until: %s%s", date == NULL ? "no date" :
	    "dated ", date == NULL ? "" : date->rfc3339);
	return true;
}

/*
 * A day without a time ends where the next one begins: by the clock of the
 * site, which may change in between (DST), or in the zone that was given.
 */
static long long
end_of_day(const struct p2f_date *day, const struct zone *zone)
{
	long long local = day->seconds + 60 * (long long)day->offset;
	int offset = day->offset;

	if (zone_offset(zone, local) == offset)
		offset = zone_offset(zone, local + 86400);
	return local + 86400 - 60 * (long long)offset - 1;
}

void
hold_period(struct hold_rules *rules, const char *since,
    const char *until)
{
	const struct zone *zone = rules->site->zone;
	struct arena scratch = { 0 };
	struct p2f_date date;
	const char *problem;

	rules->in_period = since != NULL || until != NULL;
	rules->since = LLONG_MIN;
	rules->until = LLONG_MAX;
	if (since != NULL && date_parse(&scratch, since, zone, &date,
	    &problem) != DATE_UNREADABLE)
		rules->since = date.seconds;
	if (until != NULL && date_parse(&scratch, until, zone, &date,
	    &problem) != DATE_UNREADABLE)
		rules->until = date_is_day(until) ? end_of_day(&date, zone) :
		    date.seconds;
	arena_release(&scratch);
}

enum hold
hold_post(const struct post *post, const struct hold_rules *rules,
    struct diag *d)
{
	static const struct {
		bool		(*applies)(const struct post *,
		    const struct hold_rules *, struct diag *);
		enum hold	 hold;
	} reasons[] = {
		{ is_not_post, HOLD_BACK },
		{ is_draft, HOLD_BACK },
		{ is_future, HOLD_BACK },
		{ is_expired, HOLD_BACK },
		{ is_undated, HOLD_BACK },
		{ is_hidden, HOLD_OUT },
		{ is_in_other_language, HOLD_OUT },
		{ is_filtered, HOLD_OUT },
		{ is_in_no_edition, HOLD_OUT },
		{ is_outside_period, HOLD_OUT }
	};
	size_t i;

	for (i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].applies(post, rules, d))
			return reasons[i].hold;
	return HOLD_NOT;
}
