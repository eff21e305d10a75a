/*
 * Grav
 *
 * A page is a folder, and its file is named after the template that displays
 * it.  Numbers before the names of folders order them, and are not in URLs.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/numeric_date.h"
#include "generators/paths.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

/* The folder of pages in URLs of files. */
#define PUBLISHED "user/pages/"

struct grav {
	const char	*pages;		/* the folder of pages */
	const char	*home;		/* the path displayed at "/" */
	const char	*language;	/* of pages without one; or NULL */
	bool		 has_default;	/* it is in URLs */
	bool		 keeps_case;
};

/* A repository contains a whole site, or only its folder `user`. */
static const char *
prefix_of(const char *folder)
{
	if (config_exists(folder, "user/pages") &&
	    config_exists(folder, "user/config"))
		return "user/";
	return config_exists(folder, "pages") &&
	    config_exists(folder, "themes") &&
	    (config_exists(folder, "config/system.yaml") ||
	    config_exists(folder, "config/site.yaml")) ? "" : NULL;
}

static bool
is_top(const char *folder)
{
	return prefix_of(folder) != NULL;
}

static const struct config_key site_keys[] = {
	{ "title", "title" }, { "author", "author" },
	{ "description", "metadata.description" }, { NULL, NULL }
}, system_keys[] = {
	{ "url", "custom_base_url" }, { "timezone", "timezone" },
	{ "hard-wraps", "pages.markdown.auto_line_breaks" }, { NULL, NULL }
};

static void
read_languages(struct site *site, struct grav *own,
    const struct p2f_value *map)
{
	site->languages = value_texts(&site->arena, config_get(map,
	    "languages.supported"));
	if (site->languages.count > 0)
		own->language = config_text_or(&site->arena, map,
		    "languages.default_lang", site->languages.items[0]);
	own->has_default = !config_is_false(map,
	    "languages.include_default_lang");
}

static void
read_system(struct site *site, struct grav *own, const struct p2f_value *map,
    struct diag *d)
{
	config_set_keys(site, map, system_keys, d);
	own->keeps_case = config_is_false(map, "force_lowercase_urls");
	own->home = paths_setting(&site->arena, map, "home.alias", "home");
	read_languages(site, own, map);
	if (own->language != NULL)
		config_set_text(site, "language", own->language,
		    config_get(map, "languages"), d);
}

static void
configure(struct site *site, struct diag *d)
{
	struct grav *own = arena_alloc(&site->arena, sizeof *own);
	const char *prefix = prefix_of(site->root);

	prefix = prefix == NULL ? "" : prefix;
	site->own = own;
	site->is_root = true;
	own->pages = arena_printf(&site->arena, "%spages", prefix);
	config_set_keys(site, config_read(site, arena_printf(&site->arena,
	    "%sconfig/site.yaml", prefix), d), site_keys, d);
	read_system(site, own, config_read(site, arena_printf(&site->arena,
	    "%sconfig/system.yaml", prefix), d), d);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct grav *own = site->own;
	const char *inside = paths_below(path, own->pages);

	if (inside == NULL)
		return is_folder && paths_is_around(path, own->pages) ? NULL :
		    "Grav pages are in pages";
	if (paths_has_hidden_part(inside))
		return "part of a Grav page";
	return is_folder || ascii_equal(file_extension(path), ".md") ? NULL :
	    "not a Grav page";
}

/* Override the front matter: dates are in PHP's formats. */
static const struct p2f_value *
defaults(const struct site *site, struct post *post)
{
	static const char *const keys[] = {
		"date", "publish_date", "unpublish_date", "modified", NULL
	};

	(void)site;
	numeric_dates(post, keys, "/");
	return NULL;
}

/* ---- languages ---- */

/* The language at the end of a file name, `item.fr.md`; or NULL. */
static const char *
language_of(const struct site *site, const char *path)
{
	const char *name = file_base_name(path), *dot = strchr(name, '.');
	const char *language;
	size_t i, n;

	for (i = 0; dot != NULL && i < site->languages.count; i++) {
		language = site->languages.items[i];
		n = strlen(language);
		if (strncmp(dot + 1, language, n) == 0 && dot[n + 1] == '.')
			return language;
	}
	return NULL;
}

/* Skip the number that orders a folder, `02.blog`. */
static const char *
after_number(const char *p)
{
	const char *start = p;

	while (ascii_is_digit(*p))
		p++;
	return p > start && *p == '.' ? p + 1 : start;
}

/* The name of a post is that of its folder: the file is named after a
   template. */
static const char *
name_of(struct post *post, const struct grav *own)
{
	struct arena *a = &post->arena;
	const char *folder = file_folder_name(a, post->inside);

	return strcmp(folder, own->pages) == 0 || strcmp(folder, ".") == 0 ?
	    post->name : file_clean_name(a, after_number(file_base_name(
	    folder)));
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *routable = value_get(post->meta, "routable");
	const char *language = language_of(site, post->inside);

	(void)d;
	post->name = name_of(post, site->own);
	if (language != NULL && post->facts.language == NULL)
		facts_set_language(post, language);
	if (value_is_false(routable))
		post->facts.hidden = post->facts.from[FIELD_HIDDEN] = routable;
}

/* ---- URLs ---- */

/* The path on the site of a folder of pages. */
static const char *
route_of(struct arena *a, const struct grav *own, const char *folder)
{
	struct buf out = { 0 };
	const char *route;
	size_t n;

	for (; *folder != '\0'; folder += n + (folder[n] == '/')) {
		folder = after_number(folder);
		n = strcspn(folder, "/");
		if (out.length > 0)
			buf_putc(&out, '/');
		buf_add(&out, folder, n);
	}
	route = arena_take(a, &out);
	if (!own->keeps_case)
		route = unicode_lower_text(a, route);
	return strcmp(route, own->home) == 0 ? "" : route;
}

/* `slug` replaces the last segment. */
static const char *
with_slug(struct arena *a, const char *route, const char *slug)
{
	const char *name = file_base_name(route);

	return slug == NULL ? route : arena_printf(a, "%.*s%s",
	    (int)(name - route), route, slug);
}

static const char *
url_of(struct arena *a, const struct site *site, const char *route,
    const char *language)
{
	const struct grav *own = site->own;

	if (language == NULL)
		language = own->language;
	if (language != NULL && (own->has_default ||
	    strcmp(language, own->language) != 0))
		route = arena_printf(a, "%s%s%s", language, *route == '\0' ?
		    "" : "/", route);
	return paths_url(a, site, route);
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct grav *own = site->own;
	struct arena *a = &post->arena;
	const char *route = config_text(a, post->meta, "routes.default");
	const char *language = language_of(site, post->inside);

	(void)d;
	if (route != NULL)
		return url_of(a, site, paths_trim(a, route), language);
	route = route_of(a, own, path_folder(a, paths_inside(post->inside,
	    own->pages)));
	return url_of(a, site, with_slug(a, route, config_text(a, post->meta,
	    "slug")), language);
}

/* Where the files next to a page are published. */
static const char *
files_url(struct arena *a, const struct post *post, const struct site *site)
{
	const struct grav *own = site->own;
	const char *inside = paths_below(post->inside, own->pages);

	return inside == NULL ? NULL : paths_url(a, site, arena_printf(a,
	    PUBLISHED "%.*s", (int)(file_base_name(inside) - inside),
	    inside));
}

/* The target of a link: a file, or else the folder of a page. */
static const char *
page_url(struct arena *a, const struct site *site, const char *path)
{
	const struct grav *own = site->own;
	const char *inside = paths_below(path, own->pages);
	const char *name = after_number(file_base_name(path));

	if (inside == NULL)
		return NULL;
	if (*file_extension(name) != '\0' && config_exists(site->root, path))
		return paths_url(a, site, arena_printf(a, PUBLISHED "%s",
		    inside));
	return url_of(a, site, route_of(a, own, inside), NULL);
}

const struct generator generator_grav = {
	.name = "grav",
	.title = "Grav",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN | TEMPLATE_GRAV,
	.markdown = MARKDOWN_HEADINGS,
	.needs_date = true,
	.is_top = is_top,
	.configure = configure,
	.skip_reason = skip_reason,
	.defaults = defaults,
	.complete = complete,
	.url = make_url,
	.files_url = files_url,
	.page_url = page_url
};
