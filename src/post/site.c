#define _POSIX_C_SOURCE 200809L

#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/url.h"
#include "post/language.h"
#include "post/people.h"
#include "post/permalink.h"
#include "post/site.h"
#include "post/source.h"
#include "post/yaml.h"

typedef bool setter(struct site *, const struct setting *,
    const struct p2f_value *, struct place, struct diag *);

static setter set_text, set_url, set_home, set_id, set_language, set_pattern,
    set_zone, set_authors, set_hubs, set_image, set_sanitize;

#define SITE(name) offsetof(struct site, name)

const struct setting site_settings[] = {
	{ "title", "TEXT", "title of the feed", false, set_text,
	    SITE(title) },
	{ "url", "URL", "address of the site, with its base path", false,
	    set_home, SITE(url) },
	{ "description", "TEXT", "what the feed is about", false, set_text,
	    SITE(description) },
	{ "author", "PERSON", "author of posts that name none: Name, or "
	    "Name <mail>", true, set_authors, SITE(authors) },
	{ "language", "TAG", "language of the posts, such as en or zh-CN",
	    false, set_language, SITE(language) },
	{ "self", "URL", "where the feed will be published", false, set_url,
	    SITE(self) },
	{ "hub", "URL", "a WebSub hub", true, set_hubs, SITE(hubs) },
	{ "icon", "URL", "a small square picture", false, set_url,
	    SITE(icon) },
	{ "logo", "URL", "a picture twice as wide as high", false, set_url,
	    SITE(logo) },
	{ "rights", "TEXT", "copyright notice", false, set_text,
	    SITE(rights) },
	{ "id", "IRI", "id of the feed, by default its URL", false, set_id,
	    SITE(id) },
	{ "permalink", "PATTERN", "how the URL of a post is made", false,
	    set_pattern, SITE(permalink) },
	{ "timezone", "ZONE", "of dates without one: Europe/Paris, +08:00",
	    false, set_zone, SITE(zone) },
	{ "image", "WHICH", "of posts that name none: none, or first of the "
	    "body", false, set_image, SITE(image_first) },
	{ "sanitize", NULL, "take out of bodies what readers refuse", false,
	    set_sanitize, SITE(sanitize) },
	{ NULL, NULL, NULL, false, NULL, 0 }
};

static const char **
member(struct site *site, const struct setting *setting)
{
	return (const char **)(void *)((char *)site + setting->offset);
}

static bool
report(const struct setting *setting, const struct p2f_value *v,
    const char *problem, struct place place, struct diag *d)
{
	diag_report(d, DIAG_SITE, place, "%s: %s %s", setting->key,
	    v->kind == P2F_TEXT ? quote(v->text).text :
	    v->kind == P2F_LIST ? "a list" : "a mapping", problem);
	return false;
}

static bool
set_text(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	if (v->kind != P2F_TEXT)
		return report(setting, v, "is no text", place, d);
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
	if (url == NULL || !(ascii_has_prefix(url, "http://") ||
	    ascii_has_prefix(url, "https://")))
		return NULL;
	return url;
}

static bool
set_url(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *url = web_url(&site->arena, v);

	if (url == NULL)
		return report(setting, v, "is no URL; it begins with http:// "
		    "or https://", place, d);
	*member(site, setting) = url;
	return true;
}

static bool
set_home(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	if (!set_url(site, setting, v, place, d))
		return false;
	if (strpbrk(site->url, "?#") != NULL)
		return report(setting, v, "cannot be the start of other "
		    "URLs: it has a '?' or '#'", place, d);
	/* RFC 3986 6.2.3: an empty path is "/". */
	if (strchr(strstr(site->url, "//") + 2, '/') == NULL)
		site->url = arena_printf(&site->arena, "%s/", site->url);
	return true;
}

static bool
set_id(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *id = v->kind == P2F_TEXT ?
	    url_encode(&site->arena, v->text) : NULL;

	if (id == NULL || !url_is_absolute(id))
		return report(setting, v, "is no IRI, such as https://... or "
		    "tag:...", place, d);
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
		return report(setting, v, "is no language tag, such as en or "
		    "zh-CN", place, d);
	site->language = tag;
	return true;
}

static bool
set_pattern(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *problem;

	if (v->kind != P2F_TEXT)
		return report(setting, v, "is no text", place, d);
	problem = permalink_problem(&site->arena, v->text);
	if (problem != NULL)
		return report(setting, v, problem, place, d);
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
		return report(setting, v, "is no time zone that is known "
		    "here, such as Europe/Paris or +08:00", place, d);
	site->zone = zone;
	return true;
}

static bool
set_authors(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const struct fields_context context = { &site->arena, place.path,
	    zone_utc(), d };
	size_t before = site->authors.count;

	people_read(&context, v, &site->authors);
	if (site->authors.count == before)
		return report(setting, v, "names nobody, or somebody twice",
		    place, d);
	return true;
}

static bool
set_hubs(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const char *url;
	size_t i;

	if (v->kind == P2F_LIST) {
		for (i = 0; v->items[i] != NULL; i++)
			if (!set_hubs(site, setting, v->items[i],
			    value_place(place.path, v->items[i]), d))
				return false;
		return true;
	}
	url = web_url(&site->arena, v);
	if (url == NULL)
		return report(setting, v, "is no URL", place, d);
	arena_list_add(&site->arena, &site->hubs, url);
	return true;
}

static bool
set_image(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	bool is_first = v->kind == P2F_TEXT && strcmp(v->text, "first") == 0;

	if (!is_first &&
	    (v->kind != P2F_TEXT || strcmp(v->text, "none") != 0))
		return report(setting, v, "is neither none nor first", place,
		    d);
	site->image_first = is_first;
	return true;
}

static bool
set_sanitize(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	site->sanitize = value_is_true(v);
	if (!site->sanitize && !value_is_false(v))
		return report(setting, v, "is neither true nor false", place,
		    d);
	return true;
}

void
site_init(struct site *site)
{
	*site = (struct site){ .zone = zone_utc(),
	    .permalink = SITE_DEFAULT_PERMALINK };
}

void
site_release(struct site *site)
{
	arena_release(&site->arena);
}

/* "authors" and "hubs" read as well as the singular. */
static const struct setting *
find_setting(const char *key)
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

static bool
read_entry(struct site *site, const struct p2f_value *v, const char *path,
    struct diag *d)
{
	const struct setting *setting = find_setting(v->key);
	struct place place = value_place(path, v);

	if (setting == NULL) {
		diag_report(d, DIAG_KEY, place, "there is no setting %s; "
		    "ignored", quote(v->key).text);
		return true;
	}
	return v->kind == P2F_NULL ||
	    setting->set(site, setting, v, place, d);
}

bool
site_read(struct site *site, const char *path, struct diag *d)
{
	const struct p2f_value *map;
	struct yaml_problem problem;
	struct buf text = { 0 };
	struct block block;
	bool ok = false;
	size_t i;

	if (!source_read_text(path, &text, d)) {
		buf_release(&text);
		return false;
	}
	block = (struct block){ path, text.bytes, text.length, 1 };
	map = yaml_parse(&site->arena, &block, d, &problem);
	if (map == NULL)
		diag_report(d, DIAG_SITE, (struct place){ path,
		    problem.line, problem.column }, "%s", problem.text);
	else if (map->kind != P2F_MAP)
		diag_report(d, DIAG_SITE, (struct place){ path, 1, 1 },
		    "expected lines of the form `title: My Site`");
	else
		for (ok = true, i = 0; map->items[i] != NULL; i++)
			ok = read_entry(site, map->items[i], path, d) && ok;
	buf_release(&text);
	return ok;
}

bool
site_set(struct site *site, const struct setting *setting, const char *text,
    bool is_first, struct diag *d)
{
	const struct p2f_value v = { .kind = P2F_TEXT, .key = setting->key,
	    .text = text };

	if (is_first && setting->is_list)
		*(struct arena_list *)(void *)((char *)site +
		    setting->offset) = (struct arena_list){ 0 };
	return setting->set(site, setting, &v, (struct place){ .path = NULL },
	    d);
}

static bool
is_outside(const char *folder)
{
	return folder[0] == '/' || strcmp(folder, ".") == 0 ||
	    strcmp(folder, "..") == 0 || strncmp(folder, "../", 3) == 0;
}

/* The folder around a folder; NULL above the working directory. */
static const char *
outer_folder(struct arena *a, const char *folder)
{
	const char *slash;

	if (is_outside(folder))
		return NULL;
	slash = strrchr(folder, '/');
	return slash == NULL ? "." :
	    arena_strndup(a, folder, (size_t)(slash - folder));
}

/* Below the working directory a folder has one name, the relative one. */
static const char *
relative_folder(const char *folder)
{
	char here[4096];
	size_t n;

	if (getcwd(here, sizeof here) == NULL)
		return folder;
	n = strlen(here);
	if (strncmp(folder, here, n) != 0)
		return folder;
	return folder[n] == '/' ? folder + n + 1 :
	    folder[n] == '\0' ? "." : folder;
}

const char *
site_find(struct arena *a, const char *folder)
{
	const char *path;

	folder = relative_folder(folder);
	for (; folder != NULL; folder = outer_folder(a, folder)) {
		path = strcmp(folder, ".") == 0 ? SITE_FILE :
		    arena_printf(a, "%s/" SITE_FILE, folder);
		if (access(path, F_OK) == 0)
			return path;
	}
	return NULL;
}
