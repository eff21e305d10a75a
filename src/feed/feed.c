#include <string.h>

#include "base/file.h"
#include "base/url.h"
#include "date/date.h"
#include "date/zone.h"
#include "feed/entry.h"
#include "feed/feed.h"
#include "html/plain.h"
#include "site/permalink.h"
#include "site/site.h"

/* Undated posts that messages name, unless there is just one more. */
#define UNDATED_MAX 10

static const struct place nowhere;

static const char *
make_title(struct arena *a, const struct site *site, struct diag *d)
{
	const char *host;

	if (site->title != NULL)
		return site->title;
	host = site->url == NULL ? NULL : url_host(a, site->url);
	if (host == NULL)
		host = "Untitled feed";
	diag_report(d, DIAG_NO_TITLE, nowhere, "the feed has no title; "
	    "readers will show %s (set --title, or title: in " SITE_FILE ")",
	    quote(host).text);
	return host;
}

static const char *
make_home(const struct site *site, struct diag *d)
{
	if (site->is_url_doubtful)
		diag_report(d, DIAG_NO_URL, site_place(site, "url"),
		    "%s is probably not the URL of this site; links begin with "
		    "it (set --url, or url: in " SITE_FILE ")",
		    quote(site->url).text);
	if (site->url != NULL)
		return site->url;
	diag_report(d, DIAG_NO_URL, nowhere, "the URL of the site is "
	    "unknown; relative links begin with " SITE_NO_URL ", which leads "
	    "nowhere (set --url, or url: in " SITE_FILE "%s%s)",
	    site->above == NULL ? "" : "; or run post2feed in ",
	    site->above == NULL ? "" : site->above);
	return SITE_NO_URL;
}

/* Whether a post may get its URL from the rule for unknown generators. */
static bool
has_guess(struct arena *a, const struct posts *posts)
{
	const struct card *card;
	size_t i;

	for (i = 0; i < posts->count; i++) {
		card = posts->items[i];
		if (permalink_route(a, card->source->path) == NULL)
			return true;
	}
	return false;
}

/* Report that this rule is probably not the generator's. */
static void
report_guess(struct arena *a, const struct site *site,
    const struct posts *posts, struct diag *d)
{
	if (site->unread == NULL || site->permalink != NULL ||
	    !has_guess(a, posts))
		return;
	diag_report(d, DIAG_PERMALINK, nowhere, "the site is made with %s, "
	    "whose URLs are unknown; posts without one of their own get "
	    SITE_DEFAULT_PERMALINK ", which is a guess (set --permalink, or "
	    "permalink: in " SITE_FILE ")", site->unread);
}

const struct p2f_date *
feed_newest(struct arena *a, const struct posts *posts)
{
	const struct card *card = NULL, *this;
	size_t i;

	for (i = 0; i < posts->count; i++) {
		this = posts->items[i];
		if (this->is_updated &&
		    (card == NULL || this->updated > card->updated))
			card = this;
	}
	return date_for_feed(a, card == NULL ? date_new(a, 0, 0) :
	    date_new(a, card->updated, card->updated_offset));
}

static void
report_no_posts(const struct posts *posts, struct diag *d)
{
	static const char none_left[] = "no posts left; the feed has no "
	    "entries (-v shows what was skipped or held back)";
	static const char none_found[] = "no posts found; the feed has no "
	    "entries (in a folder, posts are files such as a.md and a.html; "
	    "others, such as a.txt, have to be named; -v shows what was "
	    "skipped)";

	/* If the only post has an error, that message is enough. */
	if (posts->read == 1 && diag_failed(d))
		return;
	diag_report(d, DIAG_NO_POSTS, nowhere, posts->read > 0 ? none_left :
	    none_found);
}

/* A date that could not be read was reported at its position. */
static bool
is_undated(const struct card *card)
{
	return !card->is_dated && !card->has_bad_date;
}

/* The day in a name like 2024-02-30-rain.md, if it does not exist; NULL: it
   does, or the name has none. */
static const char *
impossible_day(struct arena *a, const char *path)
{
	const char *name = file_base_name(path), *day, *problem;
	size_t n = strlen("2024-02-30");
	struct p2f_date date;

	if (strspn(name, "0123456789-") < n || name[4] != '-' ||
	    name[7] != '-')
		return NULL;
	day = arena_strndup(a, name, n);
	return date_parse(a, day, zone_utc(), &date, &problem) ==
	    DATE_OK ? NULL : day;
}

static void
report_no_date(const struct card *card, size_t others, struct diag *d)
{
	const struct place place = { .path = card->source->path };
	struct arena arena = { 0 };
	const char *day = impossible_day(&arena, place.path);

	if (others == 0)
		diag_report(d, DIAG_NO_DATE, place, "no date%s%s; sorted last, "
		    "dated 1970-01-01 in Atom (add date: to the front matter)",
		    day == NULL ? "" : ", as there is no ", day == NULL ? "" :
		    day);
	else
		diag_report(d, DIAG_NO_DATE, place, "no date, and neither have "
		    "%zu others (-v names them)", others);
	diag_count(d, DIAG_NO_DATE, others);
	arena_release(&arena);
}

/* Name only the first few: a site may have hundreds. */
static void
report_undated(const struct posts *posts, struct diag *d)
{
	size_t i, count = 0, reported = 0;
	const struct card *card;
	bool is_last;

	for (i = 0; i < posts->count; i++)
		count += is_undated(posts->items[i]);
	for (i = 0, is_last = false; i < posts->count && !is_last; i++) {
		card = posts->items[i];
		if (!is_undated(card))
			continue;
		is_last = ++reported == UNDATED_MAX && count > reported + 1 &&
		    !d->options->verbose;
		report_no_date(card, is_last ? count - reported : 0, d);
	}
}

static void
report_no_author(const struct posts *posts, struct diag *d)
{
	size_t i, missing = 0;

	for (i = 0; i < posts->count; i++)
		missing += !posts->items[i]->has_author;
	if (posts->count == 0)
		diag_report(d, DIAG_NO_AUTHOR, nowhere, "the site names no "
		    "author; Atom will name the feed (set --author, or author: "
		    "in " SITE_FILE ")");
	else if (missing > 0)
		diag_report(d, DIAG_NO_AUTHOR, nowhere, "posts without an "
		    "author: %zu of %zu, and the site names none either; Atom "
		    "will name the feed (set --author, or author: in "
		    SITE_FILE ")", missing, posts->count);
}

/* Readers subscribe at a hub by the feed's own URL (WebSub 4). */
static void
report_no_self(const struct site *site, struct diag *d)
{
	if (site->hubs.count > 0)
		diag_report(d, DIAG_NO_SELF, nowhere, "the feed has a hub, but "
		    "its own URL is unknown; readers cannot subscribe there "
		    "(set --self, or self: in " SITE_FILE ")");
	else
		diag_report(d, DIAG_DEFAULT, nowhere, "the feed's own URL is "
		    "unknown; the feed has no link to itself (set --self, or "
		    "self: in " SITE_FILE ")");
}

void
feed_fill(struct p2f_feed *feed, struct arena *a, const struct site *site,
    const struct posts *posts, struct diag *d)
{
	*feed = (struct p2f_feed){
		.title = make_title(a, site, d),
		.description = site->description,
		.home = make_home(site, d),
		.self = site->self,
		.language = site->language,
		.rights = site->rights == NULL ? NULL :
		    plain_title(a, site->rights),
		.icon = site->icon,
		.logo = site->logo,
		.generator = "post2feed",
		.hubs = arena_list_items(&site->hubs),
		.stylesheets = arena_list_items(&site->stylesheets),
		.authors = entry_people(a, &site->authors, site),
		.updated = feed_newest(a, posts)
	};
	feed->id = site->id != NULL ? site->id : feed->home;
	if (site->self == NULL)
		report_no_self(site, d);
	if (posts->count > 0)
		report_guess(a, site, posts, d);
	else
		report_no_posts(posts, d);
	report_undated(posts, d);
}

void
feed_check_needs(unsigned needs, const struct site *site,
    const struct posts *posts, struct diag *d)
{
	if ((needs & P2F_NEEDS_AUTHOR) && site->authors.count == 0)
		report_no_author(posts, d);
}
