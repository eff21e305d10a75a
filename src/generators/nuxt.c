/*
 * Nuxt Content
 *
 * The URL of a file is its path below content, without numbers that order
 * files there.  The pages that display it are code of the site; nearly all do
 * so under that path.
 */
#include <string.h>

#include "base/glob.h"
#include "base/text.h"
#include "base/url.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "generators/slugify.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

#define CONTENT "content"
#define DRAFT ".draft"
/* For the theme Clarity. */
#define THEME_CONFIG "blog.config.ts"
#define THEME_FOLDER "posts"

struct own {
	const struct p2f_value *collections;
	bool		 hides_folder;	/* the theme's, in URLs */
	bool		 has_permalinks; /* configured for the theme */
};

static const char *const names[] = {
	"nuxt.config.ts", "nuxt.config.js", "nuxt.config.mjs", NULL
};

/* Where version 3 has its collections. */
static const char *const collection_names[] = {
	"content.config.ts", "content.config.js", "content.config.mjs", NULL
};

static bool
is_top(const char *folder)
{
	return config_exists(folder, CONTENT) && config_mentions(folder,
	    config_first(folder, names), "@nuxt/content");
}

static void
set_url(struct site *site, const struct p2f_value *map,
    const struct p2f_value *v, struct diag *d)
{
	struct arena *a = &site->arena;
	const char *base = config_text(a, map, "app.baseURL"), *url;

	url = value_text(v);
	if (url == NULL || !url_is_absolute(url))
		return;
	config_set_text(site, "url", base == NULL || !paths_is_host(url) ? url :
	    arena_printf(a, "%s/%s", paths_trim(a, url), paths_trim(a, base)),
	    v, d);
}

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "head.title" }, { "title", "app.head.title" },
		{ "title", "site.name" },
		{ "description", "site.description" },
		{ "language", "head.htmlAttrs.lang" },
		{ "language", "app.head.htmlAttrs.lang" },
		{ "language", "site.defaultLocale" }, { NULL, NULL }
	};
	const struct p2f_value *map = config_read_first(site, names, d);
	struct own *own = arena_alloc(&site->arena, sizeof *own);

	/* In its links and images, the base is prepended to paths. */
	site->is_root = true;
	own->collections = assignments_holder(config_read_first(site,
	    collection_names, d), "source");
	own->hides_folder = config_mentions(site->root, THEME_CONFIG,
	    "hidePostPrefix: true");
	own->has_permalinks = config_mentions(site->root,
	    config_first(site->root, names), "content.permalink");
	site->own = own;
	map = assignments_holder(map, "modules");
	config_set_keys(site, map, keys, d);
	set_url(site, map, config_get(map, "runtimeConfig.public.siteUrl"), d);
	set_url(site, map, config_get(map, "sitemap.hostname"), d);
	set_url(site, map, config_get(map, "site.url"), d);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	(void)site;
	return paths_leads_to(path, is_folder, CONTENT) ? NULL :
	    "Nuxt Content files are in " CONTENT;
}

/* A file name can mark a draft. */
static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	struct arena *a = &post->arena;

	(void)site;
	(void)d;
	if (text_has_suffix(paths_stem(a, post->inside), DRAFT))
		post->facts.draft = value_new_text(a, "draft", "true", NULL);
}

/* `1.2`, `3.x`: versions are not order numbers. */
static bool
is_version(const char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!ascii_is_digit(p[i]) && p[i] != '.' && (p[i] != 'x' ||
		    i + 1 < n || i == 0))
			return false;
	return true;
}

/* The path of a file in a collection that has a prefix to replace the constant
   part of its file pattern. */
static const char *
with_prefix(struct arena *a, const struct p2f_value *collections,
    const char *path)
{
	const struct p2f_value *const *items = value_items(collections,
	    P2F_MAP), *v, *prefix;
	const char *pattern;
	size_t n;

	for (; (v = *items) != NULL; items++) {
		pattern = config_text(a, v, "include");
		prefix = value_get(v, "prefix");
		if (strcmp(v->key, "source") != 0 || pattern == NULL ||
		    prefix == NULL)
			continue;
		pattern = paths_trim(a, pattern);
		if (!glob_match(GLOB_MICROMATCH, pattern, path))
			continue;
		/* Cut as many characters as the constant part has, including
		   braces. */
		n = strcspn(pattern, "*");
		n = pattern[n] == '\0' ? 0 : n;
		return arena_printf(a, "%s/%s", value_text(prefix) == NULL ?
		    "" : paths_trim(a, prefix->text),
		    path + (n < strlen(path) ? n : strlen(path)));
	}
	return path;
}

/* The path below content from which a file gets its URL. */
static const char *
path_of(struct arena *a, const struct own *own, const char *path)
{
	const char *below = paths_below(path, CONTENT), *hidden;

	if (below == NULL)
		return path;
	hidden = own->hides_folder ? paths_below(below, THEME_FOLDER) : NULL;
	return with_prefix(a, own->collections, hidden == NULL ? below :
	    hidden);
}

/* A segment of a path without its number, "" for index. */
static const char *
part_of(struct arena *a, const char *p, size_t n)
{
	size_t digits = 0;

	while (digits < n && ascii_is_digit(p[digits]))
		digits++;
	if (digits > 0 && digits < n && p[digits] == '.' &&
	    !is_version(p, n)) {
		p += digits + 1;
		n -= digits + 1;
	}
	return text_span_is(p, n, "index") ? "" :
	    slugify_old(a, arena_strndup(a, p, n));
}

/* The same for all segments. */
static const char *
slug_path(struct arena *a, const char *path)
{
	const char *made = "";
	size_t n;

	for (; *path != '\0'; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		made = arena_printf(a, "%s%s%s", made, *made == '\0' ? "" :
		    "/", part_of(a, path, n));
	}
	return text_has_suffix(made, "/") ?
	    arena_strndup(a, made, strlen(made) - 1) : made;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct own *own = site->own;
	struct arena *a = &post->arena;
	const char *path = NULL, *stem;

	(void)d;
	if (own->has_permalinks)
		path = value_text(value_get(post->meta, "permalink"));
	if (path == NULL)
		path = value_text(value_get(post->meta, "path"));
	if (path != NULL)
		return permalink_join(a, site, path);
	stem = paths_stem(a, path_of(a, own, post->inside));
	if (text_has_suffix(stem, DRAFT))
		stem = arena_strndup(a, stem, strlen(stem) -
		    strlen(DRAFT));
	return paths_url(a, site, slug_path(a, stem));
}

const struct generator generator_nuxt = {
	.name = "nuxt",
	.title = "Nuxt",
	.dialects = TEMPLATE_DIRECTIVES | TEMPLATE_KRAMDOWN | TEMPLATE_MDC |
	    TEMPLATE_CODE_TITLES,
	.markdown = MARKDOWN_EMOJI,
	.published = (const char *const []){ "public", NULL },
	.needs_date = true,
	.files = names,
	.is_top = is_top,
	.configure = configure,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url
};
