/*
 * The table of all settings, with what reads each of their values.
 */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "post/id.h"
#include "post/language.h"
#include "post/people.h"
#include "post/typo.h"
#include "site/permalink.h"
#include "site/site.h"

typedef bool setter(struct site *, const struct setting *,
    const struct p2f_value *, struct place, struct diag *);

static setter set_text, set_url, set_home, set_id, set_language, set_pattern,
    set_zone, set_authors, set_hubs, set_stylesheets, set_limit, set_flag,
    set_content, set_length, set_separator, set_image, set_shortcodes;

/* The member that a setter fills, where it serves more than one setting. */
#define SITE(name) offsetof(struct site, name)

const struct setting site_settings[] = {
	{ "title", "TEXT", "title of the feed", false, set_text,
	    SITE(title), '\0' },
	{ "url", "URL", "address of the site, with its base path", false,
	    set_home, SITE(url), '\0' },
	{ "description", "TEXT", "what the feed is about", false, set_text,
	    SITE(description), '\0' },
	{ "author", "PERSON", "author of posts that name none: Name, or "
	    "Name <mail>", true, set_authors, SITE(authors), '\0' },
	{ "language", "TAG", "language of the posts, such as en or zh-CN",
	    false, set_language, SITE(language), '\0' },
	{ "self", "URL", "where the feed will be published", false, set_url,
	    SITE(self), '\0' },
	{ "hub", "URL", "a WebSub hub", true, set_hubs, SITE(hubs), '\0' },
	{ "stylesheet", "URL", "a stylesheet in CSS, for those who open the "
	    "feed in a browser", true, set_stylesheets, SITE(stylesheets),
	    '\0' },
	{ "icon", "URL", "a small square picture", false, set_url,
	    SITE(icon), '\0' },
	{ "logo", "URL", "a picture twice as wide as high", false, set_url,
	    SITE(logo), '\0' },
	{ "rights", "TEXT", "copyright notice", false, set_text,
	    SITE(rights), '\0' },
	{ "id", "IRI", "id of the feed, by default its URL", false, set_id,
	    SITE(id), '\0' },
	{ "permalink", "PATTERN", "how the URL of a post is made", false,
	    set_pattern, SITE(permalink), '\0' },
	{ "timezone", "ZONE", "of dates without one: Europe/Paris, +08:00",
	    false, set_zone, SITE(zone), '\0' },
	{ "limit", "N", "the newest N posts only; all: no limit", false,
	    set_limit, SITE(limit), 'n' },
	{ "hard-wraps", NULL, "line breaks of Markdown are line breaks",
	    false, set_flag, SITE(hard_wraps), '\0' },
	{ "heading-ids", NULL, "give headings of Markdown ids, as on GitHub",
	    false, set_flag, SITE(heading_ids), '\0' },
	{ "shortcodes", "WHAT", "template tags that cannot be run: drop, "
	    "keep or text", false, set_shortcodes, SITE(shortcodes), '\0' },
	{ "image", "WHICH", "of posts that name none: none, or first of the "
	    "body", false, set_image, SITE(image_first), '\0' },
	{ "content", "WHAT", "both (default), full, excerpt, summary or none",
	    false, set_content, SITE(content), '\0' },
	{ "excerpt-length", "N", "characters of a summary or an excerpt",
	    false, set_length, SITE(excerpt_length), '\0' },
	{ "excerpt-separator", "TEXT", "text that ends an excerpt, as "
	    "<!-- more --> does; none: nothing does", false, set_separator,
	    SITE(excerpt_separator), '\0' },
	{ "sanitize", NULL, "take out of bodies what readers refuse", false,
	    set_flag, SITE(sanitize), '\0' },
	{ "drafts", NULL, "take drafts, too", false, set_flag,
	    SITE(drafts), '\0' },
	{ "future", NULL, "take posts dated in the future, too", false,
	    set_flag, SITE(future), '\0' },
	{ "expired", NULL, "take posts that have expired, too", false,
	    set_flag, SITE(expired), '\0' },
	{ "undated", NULL, "take posts without a date where the generator "
	    "does not", false, set_flag, SITE(undated), '\0' },
	{ "all-languages", NULL, "take posts in all languages of the site",
	    false, set_flag, SITE(all_languages), '\0' },
	{ NULL, NULL, NULL, false, NULL, 0, '\0' }
};

_Static_assert(sizeof site_settings / sizeof *site_settings <=
    SITE_SETTINGS_MAX, "more settings than a site has places for");

static const char **
member(struct site *site, const struct setting *setting)
{
	return (const char **)(void *)((char *)site + setting->offset);
}

static bool
report(const struct site *site, const struct setting *setting,
    const struct p2f_value *v, const char *problem, struct place place,
    struct diag *d)
{
	/* A generator has a name of its own for it. */
	const char *key = site->bad_setting == DIAG_CONFIG && v->key != NULL ?
	    v->key : setting->key;

	diag_report(d, site->bad_setting, place, "%s%s: %s %s%s",
	    place.path == NULL ? "--" : "", key,
	    v->kind == P2F_TEXT ? quote(v->text).text :
	    v->kind == P2F_LIST ? "a list" : "a mapping", problem,
	    site->bad_setting == DIAG_CONFIG ? "; ignored" : "");
	return false;
}

static bool
set_text(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	if (v->kind != P2F_TEXT)
		return report(site, setting, v,
		    "is no text", place, d);
	*member(site, setting) = text_squeeze(&site->arena, v->text);
	return true;
}

/* An absolute http or https URL, NULL when it is none. */
static const char *
web_url(struct arena *a, const struct p2f_value *v)
{
	const char *url;

	if (v->kind != P2F_TEXT)
		return NULL;
	url = url_encode(a, v->text);
	return url != NULL && url_is_web(url) ? url_normalize(a, url) : NULL;
}

static bool
set_url(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *url = web_url(&site->arena, v);

	if (url == NULL)
		return report(site, setting, v,
		    "is no URL; it begins with http:// or https://", place, d);
	*member(site, setting) = url;
	return true;
}

/*
 * What templates of sites have for an address, and many sites have still,
 * whose own links need none; what generators serve a site at while it is
 * written; and "http://http://..." has for a host.
 */
static bool
is_doubtful(struct arena *a, const char *url)
{
	static const char *const names[] = {
		"astro-paper", "fuwari", "gatsbyjs", "http", "https",
		"localhost", "mister-hope", "replace-this-with-your-hugo-site",
		"tailwind-nextjs-starter-blog", "username",
		"vuepress-theme-hope-docs-demo", "your-docusaurus-test-site",
		"your-domain", "your-name", "your-site", "your-username",
		"your-website", "yourdomain", "yourname", "yoursite",
		"yourusername", "yourwebsite", NULL
	};
	const char *host = url_host(a, url);

	if (text_has_prefix(host, "www."))
		host += strlen("www.");
	return strcmp(host, "example.com") == 0 ||
	    text_has_suffix(host, ".example.com") ||
	    text_has_prefix(host, "127.") ||
	    text_has_prefix(host, "gatsby-starter-") ||
	    text_has_prefix(host, "gatsbystarter") ||
	    text_is_any(arena_strndup(a, host, strcspn(host, ".:")), names);
}

static bool
set_home(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *url = web_url(&site->arena, v);

	if (url != NULL && strpbrk(url, "?#") != NULL)
		return report(site, setting, v,
		    "cannot be the start of other URLs: it has a '?' or '#'",
		    place, d);
	if (!set_url(site, setting, v, place, d))
		return false;
	site->is_url_doubtful = site->bad_setting == DIAG_CONFIG &&
	    is_doubtful(&site->arena, site->url);
	return true;
}

static bool
set_id(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *id = v->kind == P2F_TEXT ?
	    id_uri(&site->arena, v->text) : NULL;

	if (id == NULL)
		return report(site, setting, v,
		    "is no valid IRI, such as https://example.org/ or "
		    "tag:example.org,2024:1", place, d);
	site->id = id;
	return true;
}

static bool
set_language(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *tag = v->kind == P2F_TEXT ?
	    language_tag(&site->arena, v->text) : NULL;

	if (tag == NULL)
		return report(site, setting, v,
		    "is no language tag, such as en or zh-CN", place, d);
	site->language = tag;
	return true;
}

static bool
set_pattern(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *problem;

	if (v->kind != P2F_TEXT)
		return report(site, setting, v,
		    "is no text", place, d);
	problem = permalink_problem(&site->arena, v->text);
	if (problem != NULL)
		return report(site, setting, v, problem, place, d);
	site->permalink = arena_strdup(&site->arena, v->text);
	return true;
}

static bool
set_zone(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const struct zone *zone = v->kind == P2F_TEXT ?
	    zone_find(&site->arena, v->text) : NULL;

	if (zone == NULL)
		return report(site, setting, v,
		    "is no time zone that is known here, such as "
		    "Europe/Paris or +08:00", place, d);
	site->zone = zone;
	return true;
}

static bool
set_authors(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const struct fields_context context = { .arena = &site->arena,
	    .path = place.path, .zone = zone_utc(), .people = site->people,
	    .diag = d };
	size_t before = site->authors.count;

	people_read(&context, v, &site->authors);
	if (site->authors.count == before)
		return report(site, setting, v,
		    "names nobody, or somebody twice", place, d);
	return true;
}

/* Each item of a list, one by one. */
static bool
set_items(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	size_t i;

	for (i = 0; v->items[i] != NULL; i++)
		if (!setting->set(site, setting, v->items[i],
		    value_place(place.path, v->items[i]), d))
			return false;
	return true;
}

static bool
set_hubs(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *url;

	if (v->kind == P2F_LIST)
		return set_items(site, setting, v, place, d);
	url = web_url(&site->arena, v);
	if (url == NULL)
		return report(site, setting, v,
		    "is no URL; it begins with http:// or https://", place, d);
	arena_list_add(&site->arena, &site->hubs, url);
	return true;
}

/* Also "feed.css": beside the feed, wherever that will be published. */
static bool
set_stylesheets(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *url;

	if (v->kind == P2F_LIST)
		return set_items(site, setting, v, place, d);
	url = v->kind == P2F_TEXT ? url_encode(&site->arena, v->text) : NULL;
	if (url == NULL)
		return report(site, setting, v, "is no URL", place, d);
	if (ascii_has_suffix(url, ".xsl") || ascii_has_suffix(url, ".xslt"))
		return report(site, setting, v,
		    "is no CSS, and browsers run no XSLT", place, d);
	arena_list_add(&site->arena, &site->stylesheets, url);
	return true;
}

/* Which of some words a value is; their number: none of them. */
static size_t
find_word(const struct p2f_value *v, const char *const *words, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (v->kind == P2F_TEXT && ascii_equal(v->text, words[i]))
			break;
	return i;
}

static bool
set_image(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	bool is_first = v->kind == P2F_TEXT && strcmp(v->text, "first") == 0;

	if (!is_first &&
	    (v->kind != P2F_TEXT || strcmp(v->text, "none") != 0))
		return report(site, setting, v, "is neither none nor first",
		    place, d);
	site->image_first = is_first;
	return true;
}

static bool
set_shortcodes(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	static const char *const words[] = {
		[SITE_DROP] = "drop", [SITE_KEEP] = "keep",
		[SITE_TEXT] = "text"
	};
	size_t count = sizeof words / sizeof *words;
	size_t i = find_word(v, words, count);

	if (i == count)
		return report(site, setting, v,
		    "is none of drop, keep and text", place, d);
	site->shortcodes = (enum site_shortcodes)i;
	return true;
}

/* A number from 1 on; 0: it is none. */
static size_t
number_of(const struct p2f_value *v)
{
	const char *p = v->kind == P2F_TEXT ? v->text : "";
	size_t n = 0;

	for (; ascii_is_digit(*p) && n < 100000000; p++)
		n = n * 10 + (size_t)(*p - '0');
	return *p == '\0' ? n : 0;
}

static bool
set_content(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	static const char *const words[] = {
		[CONTENT_BOTH] = "both", [CONTENT_FULL] = "full",
		[CONTENT_EXCERPT] = "excerpt", [CONTENT_SUMMARY] = "summary",
		[CONTENT_NONE] = "none"
	};
	size_t count = sizeof words / sizeof *words;
	size_t i = find_word(v, words, count);

	if (i == count)
		return report(site, setting, v,
		    "is none of both, full, excerpt, summary, none", place,
		    d);
	site->content = (enum site_content)i;
	return true;
}

static bool
set_length(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	size_t n = number_of(v);

	if (n == 0)
		return report(site, setting, v, "is no number from 1 on",
		    place, d);
	site->excerpt_length = n;
	return true;
}

/* Blanks are part of it, and may be all of it. */
static bool
set_separator(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	if (v->kind != P2F_TEXT)
		return report(site, setting, v, "is no text", place, d);
	site->excerpt_separator = strcmp(v->text, "none") == 0 ? "" :
	    arena_strdup(&site->arena, v->text);
	return true;
}

static bool
set_limit(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	size_t n = number_of(v);

	if (v->kind == P2F_TEXT && ascii_equal(v->text, "all")) {
		site->limit = 0;
		return true;
	}
	if (n == 0)
		return report(site, setting, v,
		    "is no number from 1 on, nor the word all", place, d);
	site->limit = n;
	return true;
}

static bool
set_flag(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	if (!value_is_true(v) && !value_is_false(v))
		return report(site, setting, v,
		    "is neither true nor false", place, d);
	*(bool *)(void *)((char *)site + setting->offset) = value_is_true(v);
	return true;
}

const struct setting *
site_find_setting(const char *key)
{
	const struct setting *s;
	size_t n;

	for (s = site_settings; s->key != NULL; s++) {
		n = strlen(s->key);
		if (value_key_equal(s->key, key) || (s->is_list &&
		    ascii_has_prefix(key, s->key) &&
		    ascii_equal(key + n, "s")))
			return s;
	}
	return NULL;
}

const struct setting *
site_similar_setting(const char *key)
{
	const struct setting *s = site_find_setting(key);

	if (s != NULL)
		return s;
	for (s = site_settings; s->key != NULL; s++)
		if (typo_is_slip(key, s->key) || typo_is_short(key, s->key))
			return s;
	return NULL;
}
