/*
 * The table of all settings, and the functions that read their values.
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

typedef bool setter(const struct given *);

static setter set_text, set_url, set_home, set_id, set_language, set_pattern,
    set_zone, set_authors, set_hubs, set_stylesheets, set_limit, set_flag,
    set_content, set_length, set_separator, set_image, set_shortcodes;

/* The member to set, if a setter serves several settings. */
#define SITE(name) offsetof(struct site, name)

const struct setting site_settings[] = {
	{ "title", "TEXT", "title of the feed", false, set_text,
	    SITE(title), '\0' },
	{ "url", "URL", "URL of the site, with its base path", false, set_home,
	    SITE(url), '\0' },
	{ "description", "TEXT", "what the feed is about", false, set_text,
	    SITE(description), '\0' },
	{ "author", "PERSON", "author of posts that name none: Name or Name "
	    "<mail>", true, set_authors, SITE(authors), '\0' },
	{ "language", "TAG", "language of the posts, such as en or zh-CN",
	    false, set_language, SITE(language), '\0' },
	{ "self", "URL", "where the feed will be published", false, set_url,
	    SITE(self), '\0' },
	{ "hub", "URL", "a WebSub hub", true, set_hubs, SITE(hubs), '\0' },
	{ "stylesheet", "URL", "a CSS stylesheet for people who open the feed "
	    "in a browser", true, set_stylesheets, SITE(stylesheets), '\0' },
	{ "icon", "URL", "a small square image", false, set_url, SITE(icon),
	    '\0' },
	{ "logo", "URL", "an image twice as wide as high", false, set_url,
	    SITE(logo), '\0' },
	{ "rights", "TEXT", "copyright notice", false, set_text,
	    SITE(rights), '\0' },
	{ "id", "IRI", "id of the feed (default: the URL of the site)", false,
	    set_id, SITE(id), '\0' },
	{ "permalink", "PATTERN", "how the URLs of posts are made", false,
	    set_pattern, SITE(permalink), '\0' },
	{ "timezone", "ZONE", "time zone of dates without one: Europe/Paris, "
	    "+08:00", false, set_zone, SITE(zone), '\0' },
	{ "limit", "N", "only the newest N posts; all: no limit", false,
	    set_limit, SITE(limit), 'n' },
	{ "hard-wraps", NULL, "keep line breaks in Markdown paragraphs", false,
	    set_flag, SITE(hard_wraps), '\0' },
	{ "heading-ids", NULL, "give Markdown headings ids, as GitHub does",
	    false, set_flag, SITE(heading_ids), '\0' },
	{ "shortcodes", "WHAT", "template tags that cannot be run: drop, "
	    "keep or text", false, set_shortcodes, SITE(shortcodes), '\0' },
	{ "image", "WHICH", "image of posts that name none: none, or first in "
	    "the body", false, set_image, SITE(image_first), '\0' },
	{ "content", "WHAT", "what entries carry: both (default), full, "
	    "excerpt, summary or none", false, set_content, SITE(content),
	    '\0' },
	{ "excerpt-length", "N", "maximum characters in a summary or an "
	    "excerpt", false, set_length, SITE(excerpt_length), '\0' },
	{ "excerpt-separator", "TEXT", "text that ends an excerpt, like <!-- "
	    "more -->; none: nothing does", false, set_separator,
	    SITE(excerpt_separator), '\0' },
	{ "sanitize", NULL, "remove from bodies what readers refuse to show",
	    false, set_flag, SITE(sanitize), '\0' },
	{ "drafts", NULL, "include drafts", false, set_flag, SITE(drafts),
	    '\0' },
	{ "future", NULL, "include posts dated in the future", false, set_flag,
	    SITE(future), '\0' },
	{ "expired", NULL, "include posts that have expired", false, set_flag,
	    SITE(expired), '\0' },
	{ "undated", NULL, "include posts without a date even if the generator "
	    "does not", false, set_flag, SITE(undated), '\0' },
	{ "all-languages", NULL, "include posts in all languages of the site",
	    false, set_flag, SITE(all_languages), '\0' },
	{ NULL, NULL, NULL, false, NULL, 0, '\0' }
};

_Static_assert(sizeof site_settings / sizeof *site_settings <=
    SITE_SETTINGS_MAX, "more settings than a site has places for");

/* The member that the setting is stored in. */
static void *
member(const struct given *g)
{
	return (char *)g->site + g->setting->offset;
}

static void
report_as(const struct given *g, const char *problem, const char *done)
{
	const struct p2f_value *v = g->value;
	enum diag_id id = g->site->bad_setting;
	/* Generators have their own name for it. */
	const char *key = id == DIAG_CONFIG && v->key != NULL ? v->key :
	    g->setting->key;

	diag_report(g->diag, id, g->place, "%s%s: %s %s%s",
	    g->place.path == NULL ? "--" : "", key,
	    v->kind == P2F_TEXT ? quote(v->text).text :
	    v->kind == P2F_LIST ? "a list" : "a mapping", problem, done);
}

static bool
report(const struct given *g, const char *problem)
{
	report_as(g, problem, g->site->bad_setting == DIAG_CONFIG ?
	    "; ignored" : "");
	return false;
}

static bool
set_text(const struct given *g)
{
	const char **text = member(g);

	if (g->value->kind != P2F_TEXT)
		return report(g, "is not text");
	*text = text_squeeze(&g->site->arena, g->value->text);
	return true;
}

/* An absolute http or https URL; NULL if it is not one. */
static const char *
web_url(const struct given *g)
{
	const char *text = value_text(g->value), *url;

	if (text == NULL)
		return NULL;
	url = url_encode(&g->site->arena, text);
	return url != NULL && url_is_web(url) ?
	    url_normalize(&g->site->arena, url) : NULL;
}

static bool
report_no_url(const struct given *g)
{
	const char *text = value_text(g->value);

	return report(g, text == NULL || url_is_web(text) ?
	    "is not a valid URL" : "does not begin with http:// or https://");
}

static bool
set_url(const struct given *g)
{
	const char **url = member(g), *found = web_url(g);

	if (found == NULL)
		return report_no_url(g);
	*url = found;
	return true;
}

/*
 * Whether a URL is that of a theme or a template, which many sites never
 * change since their own links do not need it; or that of a local server; or
 * has "http" as its host, from "http://http://...".
 */
static bool
is_doubtful(struct arena *a, const char *url)
{
	static const char *const names[] = {
		"astro-cactus", "astro-erudite", "astro-micro",
		"astro-nano-demo", "astro-paper", "astro-sphere-demo",
		"astrofy-template", "astrowind", "fuwari", "gatsbyjs", "http",
		"https", "localhost", "mister-hope",
		"replace-this-with-your-hugo-site",
		"tailwind-nextjs-starter-blog", "username", "valaxy",
		"vuepress-theme-hope-docs-demo", "xugaoyi",
		"your-docusaurus-test-site", "your-domain", "your-name",
		"your-site", "your-username", "your-website", "yourdomain",
		"yourname", "yoursite", "yourusername", "yourwebsite",
		"zoomkoding", NULL
	};
	static const char *const hosts[] = {
		"blog.vuejs.org", "blog.zhilu.cyou", "blog.zhilu.site",
		"example.com", "frosti.saroprock.com", "mizuki.mysqil.com",
		"quartz.jzhao.xyz", NULL
	};
	const char *host = url_host(a, url);

	if (text_has_prefix(host, "www."))
		host += strlen("www.");
	return text_is_any(host, hosts) ||
	    text_has_suffix(host, ".example.com") ||
	    text_has_prefix(host, "127.") ||
	    text_has_prefix(host, "gatsby-starter-") ||
	    text_has_prefix(host, "gatsbystarter") ||
	    text_is_any(arena_strndup(a, host, strcspn(host, ".:")), names);
}

/*
 * Generators' files often have "example.org" instead of https://example.org,
 * since pages work nevertheless.  NULL if it is not a host.
 */
static const char *
home_of_host(const struct given *g)
{
	struct arena *a = &g->site->arena;
	const char *text = value_text(g->value), *url;

	/* "http//" is a different typo. */
	if (g->site->bad_setting != DIAG_CONFIG || text == NULL ||
	    strstr(text, "//") != NULL ||
	    !url_lacks_scheme(arena_printf(a, "%s/", text)))
		return NULL;
	url = url_encode(a, arena_printf(a, "https://%s", text));
	if (url == NULL)
		return NULL;
	report_as(g, "does not begin with http:// or https://",
	    "; https:// was added");
	return url_normalize(a, url);
}

static bool
set_home(const struct given *g)
{
	struct site *site = g->site;
	const char *url = web_url(g);

	if (url == NULL)
		url = home_of_host(g);
	if (url == NULL)
		return report_no_url(g);
	if (strpbrk(url, "?#") != NULL)
		return report(g, "cannot be the start of other URLs: it "
		    "contains '?' or '#'");
	site->url = url;
	site->is_url_doubtful = site->bad_setting == DIAG_CONFIG &&
	    is_doubtful(&site->arena, url);
	return true;
}

static bool
set_id(const struct given *g)
{
	const char *text = value_text(g->value);
	const char *id = text == NULL ? NULL : id_uri(&g->site->arena, text);

	if (id == NULL)
		return report(g, "is not a valid IRI such as "
		    "https://example.org/ or tag:example.org,2024:1");
	g->site->id = id;
	return true;
}

static bool
set_language(const struct given *g)
{
	const char *text = value_text(g->value);
	const char *tag = text == NULL ? NULL :
	    language_tag(&g->site->arena, text);

	if (tag == NULL)
		return report(g, "is not a language tag such as en or zh-CN");
	g->site->language = tag;
	return true;
}

static bool
set_pattern(const struct given *g)
{
	const char *text = value_text(g->value), *problem;

	if (text == NULL)
		return report(g, "is not text");
	problem = permalink_problem(&g->site->arena, text);
	if (problem != NULL)
		return report(g, problem);
	g->site->permalink = arena_strdup(&g->site->arena, text);
	return true;
}

static bool
set_zone(const struct given *g)
{
	const char *text = value_text(g->value);
	const struct zone *zone = text == NULL ? NULL :
	    zone_find(&g->site->arena, text);

	if (zone == NULL)
		return report(g, "is not a known time zone such as "
		    "Europe/Paris or +08:00");
	g->site->zone = zone;
	return true;
}

static bool
set_authors(const struct given *g)
{
	struct site *site = g->site;
	const struct fields_context context = { .arena = &site->arena,
	    .path = g->place.path, .zone = zone_utc(),
	    .people = site->people, .diag = g->diag };
	size_t before = site->authors.count;

	people_read(&context, g->value, &site->authors);
	return site->authors.count > before ||
	    report(g, "names nobody, or somebody twice");
}

/* Apply the setter to each item of a list. */
static bool
set_items(const struct given *list)
{
	const struct p2f_value *const *item = list->value->items;
	struct given g = *list;

	for (; *item != NULL; item++) {
		g.value = *item;
		g.place = value_place(list->place.path, *item);
		if (!g.setting->set(&g))
			return false;
	}
	return true;
}

static bool
set_hubs(const struct given *g)
{
	const char *url;

	if (g->value->kind == P2F_LIST)
		return set_items(g);
	url = web_url(g);
	if (url == NULL)
		return report_no_url(g);
	arena_list_add(&g->site->arena, &g->site->hubs, url);
	return true;
}

/* Also accepts "feed.css", relative to wherever the feed is published. */
static bool
set_stylesheets(const struct given *g)
{
	struct arena *a = &g->site->arena;
	const char *text = value_text(g->value), *url;

	if (g->value->kind == P2F_LIST)
		return set_items(g);
	url = text == NULL ? NULL : url_encode(a, text);
	if (url == NULL)
		return report(g, "is not a valid URL");
	if (ascii_has_suffix(url, ".xsl") || ascii_has_suffix(url, ".xslt"))
		return report(g, "is not CSS, and browsers do not run XSLT");
	arena_list_add(a, &g->site->stylesheets, url);
	return true;
}

/* The index of the word that equals the value; their count if none does. */
static size_t
find_word(const struct given *g, const char *const *words, size_t count)
{
	const char *text = value_text(g->value);
	size_t i;

	for (i = 0; i < count; i++)
		if (text != NULL && ascii_equal(text, words[i]))
			break;
	return i;
}

static bool
set_image(const struct given *g)
{
	const char *text = value_text(g->value);
	bool is_first = text != NULL && strcmp(text, "first") == 0;

	if (!is_first && (text == NULL || strcmp(text, "none") != 0))
		return report(g, "is neither none nor first");
	g->site->image_first = is_first;
	return true;
}

static bool
set_shortcodes(const struct given *g)
{
	static const char *const words[] = {
		[SITE_DROP] = "drop", [SITE_KEEP] = "keep",
		[SITE_TEXT] = "text"
	};
	size_t count = sizeof words / sizeof *words;
	size_t i = find_word(g, words, count);

	if (i == count)
		return report(g, "is not one of drop, keep and text");
	g->site->shortcodes = (enum site_shortcodes)i;
	return true;
}

static bool
set_content(const struct given *g)
{
	static const char *const words[] = {
		[CONTENT_BOTH] = "both", [CONTENT_FULL] = "full",
		[CONTENT_EXCERPT] = "excerpt", [CONTENT_SUMMARY] = "summary",
		[CONTENT_NONE] = "none"
	};
	size_t count = sizeof words / sizeof *words;
	size_t i = find_word(g, words, count);

	if (i == count)
		return report(g, "is not one of both, full, excerpt, summary "
		    "and none");
	g->site->content = (enum site_content)i;
	return true;
}

/* The value as a number from 1; 0 if it is not one. */
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
set_length(const struct given *g)
{
	size_t n = number_of(g->value);

	if (n == 0)
		return report(g, "is not a positive number");
	g->site->excerpt_length = n;
	return true;
}

/* Spaces are significant, and may be all of it. */
static bool
set_separator(const struct given *g)
{
	const char *text = value_text(g->value);

	if (text == NULL)
		return report(g, "is not text");
	g->site->excerpt_separator = strcmp(text, "none") == 0 ? "" :
	    arena_strdup(&g->site->arena, text);
	return true;
}

static bool
set_limit(const struct given *g)
{
	const char *text = value_text(g->value);
	bool is_all = text != NULL && ascii_equal(text, "all");
	size_t n = number_of(g->value);

	if (n == 0 && !is_all)
		return report(g, "is neither a positive number nor the word "
		    "all");
	g->site->limit = n;
	return true;
}

static bool
set_flag(const struct given *g)
{
	bool *flag = member(g);

	if (!value_is_true(g->value) && !value_is_false(g->value))
		return report(g, "is neither true nor false");
	*flag = value_is_true(g->value);
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
