/*
 * Astro
 *
 * Posts are in collections, src/content/NAME/ or where the site's code says,
 * and are displayed by a page in src/pages, at its path plus their own id; the
 * URL of a page in Markdown is its path.
 */
#include <string.h>

#include "base/buf.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "front/assignments.h"
#include "generators/astro.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/numeric_date.h"
#include "generators/paths.h"
#include "site/config.h"
#include "template/template.h"

/* Maximum number of languages; posts in others count as the site's. */
#define MAX_LOCALES 100

struct astro {
	struct astro_collection	*collections;
	bool			 no_slash;	/* at the end of URLs */
	bool			 is_file;	/* they are of files: x.html */
};

static const char *const names[] = {
	"astro.config.mjs", "astro.config.ts", "astro.config.js",
	"astro.config.cjs", "astro.config.mts", NULL
};

/* Settings by their own constants, and by keys in a map of constants. */
static const struct config_key singles[] = {
	{ "title", "SITE_TITLE" }, { "description", "SITE_DESCRIPTION" },
	{ "title", "SITE.name" }, { "title", "site.title" },
	{ "author", "metadata.meta_author" },
	{ "description", "metadata.meta_description" },
	{ "author", "profileConfig.name" },
	{ "author", "USER_NAME" }, { "author", "user.name" },
	{ "description", "metadata.description" },
	{ "language", "i18n.language" }, { NULL, NULL }
};
static const char holders[][20] = {
	"SITE", "siteConfig", "theme", "themeConfig.site"
};
static const struct config_key fields[] = {
	{ "title", "title" }, { "description", "desc" },
	{ "description", "subtitle" }, { "description", "description" },
	{ "author", "author" }, { "language", "lang" },
	{ "language", "language" }, { "language", "locale.lang" },
	{ NULL, NULL }
};

/* Read the constants with which templates and themes name a site. */
static const struct p2f_value *
read_constants(struct site *site, struct diag *d)
{
	static const char *const files[] = { "astro-paper.config.ts",
	    "frosti.config.yaml", "src/consts.ts", "src/consts.js",
	    "src/site.config.ts", "src/config.ts", "src/config.js",
	    "src/config.mjs", "src/config.yaml",
	    "src/data/site-config.ts", "src/config/siteConfig.ts",
	    "src/config/config.json", NULL };
	const struct p2f_value *map = config_read_first(site, files, d);
	size_t i;

	config_set_keys(site, map, singles, d);
	for (i = 0; i < sizeof holders / sizeof *holders; i++)
		config_set_keys(site, config_get(map, holders[i]), fields, d);
	/* `export default { title: "A" }` */
	if (!site_is_set(site, "title"))
		config_set_keys(site, map, fields, d);
	return map;
}

/* The site's URL: `site: SITE.website` is the constant of that name. */
static const struct p2f_value *
address_of(const struct p2f_value *top, const struct p2f_value *constants)
{
	static const char keys[][28] = { "SITE.website", "SITE.url",
	    "SITE.origin", "SITE_URL", "siteConfig.url",
	    "siteConfig.website", "siteConfig.site_url",
	    "siteConfig.siteURL", "themeConfig.site.url",
	    "themeConfig.site.website", "site.site", "USER_SITE",
	    "user.site" };
	const struct p2f_value *v = config_get(top, "site");
	size_t i;

	for (i = 0; value_text(v) == NULL && constants != NULL &&
	    i < sizeof keys / sizeof *keys; i++)
		v = config_get(constants, keys[i]);
	return v;
}

/* The map that the settings are in. */
static const struct p2f_value *
settings_of(const struct p2f_value *map)
{
	const struct p2f_value *top = assignments_holder(map, "site");

	return top == NULL ? map : top;
}

/*
 * Read the languages of a multilingual site: their names are the folders of
 * posts, while constants of a theme may spell them differently.
 */
static void
read_locales(struct site *site, const struct p2f_value *top, struct diag *d)
{
	const struct p2f_value *main = config_get(top, "i18n.defaultLocale");
	const struct p2f_value *const *item = value_items(config_get(top,
	    "i18n.locales"), P2F_LIST);
	struct arena_list *all = &site->languages;

	if (value_text(main) == NULL || item[0] == NULL || item[1] == NULL)
		return;
	config_set(site, "language", main, d);
	for (; *item != NULL && all->count < MAX_LOCALES; item++)
		if (value_text(*item) != NULL)
			arena_list_add(&site->arena, all, (*item)->text);
}

static bool
has_text(const struct p2f_value *map, const char *text)
{
	const struct p2f_value *const *item = value_items(map, P2F_MAP);
	const char *found;

	for (; *item != NULL; item++) {
		found = value_text(*item);
		if (found != NULL && strcmp(found, text) == 0)
			return true;
	}
	return false;
}

/* The site's name is next to its URL: in the map that the URL was imported
   from, or in constants of the same file. */
static void
read_names_beside(struct site *site, const struct p2f_value *url,
    struct diag *d)
{
	static const struct config_key name[] = {
		{ "title", "name" }, { NULL, NULL }
	};
	const char *file = strcmp(site->root, ".") == 0 ? url->file :
	    paths_below(url->file, site->root);
	const struct p2f_value *map = file == NULL ||
	    site_is_set(site, "title") ? NULL : config_read(site, file, d);
	const struct p2f_value *const *item = value_items(map, P2F_MAP);

	config_set_keys(site, map, singles, d);
	for (; *item != NULL; item++)
		if (has_text(*item, url->text)) {
			config_set_keys(site, *item, name, d);
			config_set_keys(site, *item, fields, d);
		}
}

static void
read_settings(struct site *site, struct astro *own,
    const struct p2f_value *map, const struct p2f_value *constants,
    struct diag *d)
{
	const struct p2f_value *top = settings_of(map), *url;
	const char *base;

	config_set(site, "language", config_get(top, "i18n.defaultLocale"),
	    d);
	url = address_of(top, constants);
	base = config_text_or(&site->arena, top, "base", config_text(
	    &site->arena, constants, "site.base"));
	if (value_text(url) != NULL) {
		if (base == NULL && paths_has_code_base(site, map))
			paths_lack_base(site, "base", url);
		read_names_beside(site, url, d);
		config_set_text(site, "url", paths_join_base(&site->arena,
		    url->text, base == NULL ? "" : base), url, d);
	}
	own->no_slash = strcmp(config_text_or(&site->arena, top,
	    "trailingSlash", ""), "never") == 0;
	own->is_file = strcmp(config_text_or(&site->arena, top,
	    "build.format", ""), "file") == 0;
}

/* The path before the slug at the end of a pattern; NULL if it has more. */
static const char *
route_of_pattern(struct arena *a, const char *pattern)
{
	size_t n = strcspn(pattern, "%");

	return strcmp(pattern + n, "%slug%") != 0 || (n > 0 &&
	    pattern[n - 1] != '/') ? NULL : paths_trim(a, arena_strndup(a,
	    pattern, n));
}

/* AstroWind sets where its posts are displayed: /blog/%slug% */
static void
read_pattern(struct site *site, struct astro *own,
    const struct p2f_value *constants)
{
	const char *pattern = config_text(&site->arena, constants,
	    "apps.blog.post.permalink");
	struct astro_collection *c;

	if (pattern == NULL)
		return;
	for (c = own->collections; c != NULL; c = c->next)
		if (strcmp(c->name, "post") == 0)
			c->route = route_of_pattern(&site->arena, pattern);
	own->no_slash = !config_is_true(constants, "site.trailingSlash");
}

static void
configure(struct site *site, struct diag *d)
{
	struct astro *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d);
	const struct p2f_value *constants;

	site->own = own;
	if (map != NULL)
		read_locales(site, settings_of(map), d);
	constants = read_constants(site, d);
	if (map != NULL)
		read_settings(site, own, map, constants, d);
	own->collections = astro_collections(site, d);
	read_pattern(site, own, constants);
	site->people = astro_people(site, own->collections, d);
}

static bool
holds(const struct astro_collection *c, const char *path)
{
	path = paths_below(path, c->base);
	if (path == NULL)
		return false;
	return c->has_loader ? glob_list_takes(&c->patterns, path) :
	    !paths_has_hidden_part(path);
}

/* The collection of a post, or NULL. */
static const struct astro_collection *
collection_of(const struct astro *own, const char *path)
{
	const struct astro_collection *c, *found = NULL;

	for (c = own->collections; c != NULL; c = c->next)
		if (holds(c, path) && (found == NULL ||
		    strlen(c->base) > strlen(found->base)))
			found = c;
	return found;
}

static bool
is_around_collection(const struct astro *own, const char *folder)
{
	const struct astro_collection *c;

	for (c = own->collections; c != NULL; c = c->next)
		if (paths_leads_to(folder, true, c->base))
			return true;
	return false;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct astro *own = site->own;
	bool is_page = paths_is_around(ASTRO_PAGES, path);

	if (is_folder ? paths_is_around(path, ASTRO_PAGES) || is_page ||
	    is_around_collection(own, path) : collection_of(own, path) !=
	    NULL)
		return NULL;
	if (is_page || paths_is_around(ASTRO_CONTENT, path))
		return paths_has_hidden_part(path) ?
		    "Astro skips names that begin with _" : is_page ? NULL :
		    "not in a collection";
	return is_around_collection(own, path) ? "not in a collection" :
	    "neither in a collection nor in " ASTRO_PAGES;
}

/* Like github-slugger: spaces become hyphens, and all but word characters and
   slashes are dropped. */
static void
put_slug(struct buf *out, struct arena *a, const char *text)
{
	unsigned c;

	for (text = unicode_lower_words(a, text); *text != '\0'; ) {
		c = utf8_next(&text);
		if (c == ' ')
			buf_putc(out, '-');
		else if (c == '-' || c == '_' || c == '/' ||
		    unicode_is_letter(c) || unicode_is_mark(c) ||
		    unicode_is_digit(c))
			buf_put_utf8(out, c);
	}
}

/* An index has the path of its folder, except the one at the top. */
static const char *
slug_path(struct arena *a, const char *path)
{
	struct buf out = { 0 };
	const char *slug;

	put_slug(&out, a, path);
	slug = arena_take(a, &out);
	if (text_has_suffix(slug, "/index"))
		return arena_strndup(a, slug, strlen(slug) - strlen("/index"));
	return slug;
}

/* The id of a post in its collection. */
static const char *
id_of(struct post *post, const char *path)
{
	const struct p2f_value *slug = value_get(post->meta, "slug");
	struct arena *a = &post->arena;

	return value_text(slug) != NULL ? paths_trim(a, slug->text) :
	    slug_path(a, paths_stem(a, text_clean_name(a, path)));
}

/* The folders of a path, except those that begin with '_', and the last
   segment of an id. */
static const char *
without_hidden(struct arena *a, const char *path, const char *id)
{
	struct buf out = { 0 };
	const char *slash;

	for (; (slash = strchr(path, '/')) != NULL; path = slash + 1)
		if (*path != '_') {
			put_slug(&out, a, arena_span(a, path, slash));
			buf_putc(&out, '/');
		}
	buf_puts(&out, file_base_name(id));
	return arena_take(a, &out);
}

/* fr/blog/rain from the route "blog" and the id fr/rain. */
static const char *
after_language(struct arena *a, const char *route, const char *id)
{
	const char *rest = id + strcspn(id, "/");

	return path_join(a, arena_span(a, id, rest), path_join(a, route,
	    paths_trim(a, rest)));
}

/* The path below the site's URL, without a trailing slash; NULL: unknown. */
static const char *
path_of(struct post *post, const struct astro *own)
{
	const struct astro_collection *c = collection_of(own, post->inside);
	const char *rest = paths_below(post->inside, ASTRO_PAGES), *id;
	struct arena *a = &post->arena;

	if (c == NULL) {
		if (rest == NULL)
			rest = paths_below(post->inside, ASTRO_CONTENT);
		return paths_without_index(a, paths_stem(a, rest == NULL ?
		    post->inside : rest));
	}
	if (c->route == NULL) {
		atomic_store(c->is_lost, true);
		return NULL;
	}
	rest = paths_below(post->inside, c->base);
	id = id_of(post, rest);
	if (c->is_starlight)
		id = paths_without_index(a, id);
	if (c->skips_hidden)
		id = without_hidden(a, rest, id);
	return c->has_language ? after_language(a, c->route, id) :
	    path_join(a, c->route, id);
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct astro *own = site->own;
	const char *path = path_of(post, own);

	(void)d;
	return path == NULL ? NULL : paths_page_url(&post->arena, site, path,
	    own->is_file ? ".html" : own->no_slash ? "" : "/");
}

/* A folder of a collection may be named after a language. */
static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct astro *own = site->own;
	const struct astro_collection *c = collection_of(own, post->inside);
	const char *path = c == NULL ? NULL : paths_below(post->inside,
	    c->base), *language;
	size_t i;

	(void)d;
	if (path == NULL || post->facts.language != NULL)
		return;
	for (i = 0; i < site->languages.count; i++) {
		language = site->languages.items[i];
		if (paths_below(path, language) != NULL)
			facts_set_language(post, language);
	}
}

static void
conclude(const struct site *site, struct diag *d)
{
	const struct astro *own = site->own;
	const struct astro_collection *c;

	for (c = own->collections; c != NULL; c = c->next)
		if (atomic_load(c->is_lost))
			diag_report(d, DIAG_PERMALINK, (struct place){ .path =
			    c->base }, "the URLs of the collection %s are "
			    "unknown: no page in " ASTRO_PAGES " shows it, or "
			    "several do, or code makes them (set --permalink, "
			    "or permalink: in " SITE_FILE ")",
			    quote(c->name).text);
}

const struct generator generator_astro = {
	.name = "astro",
	.title = "Astro",
	.dialects = TEMPLATE_JSX | TEMPLATE_DIRECTIVES | TEMPLATE_CODE_TITLES,
	.published = (const char *const []){ "public", NULL },
	.bundles = true,
	.needs_date = true,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.defaults = numeric_dates_of_script,
	.settle = paths_settle_base,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url,
	.conclude = conclude
};
