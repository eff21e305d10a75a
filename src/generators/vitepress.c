/*
 * VitePress
 *
 * Every Markdown file in the source folder is a page, whose URL is its path.
 * It has no feed of its own; sites make theirs from the pages with a date.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "generators/vue.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

struct vitepress {
	const char		*source;	/* folder of pages; "": top */
	struct arena_list	 excluded;	/* patterns, below it */
	const struct p2f_value	*rewrites;	/* a map; or NULL */
	struct vue_languages	 languages;
	bool			 is_clean;	/* URLs without .html */
	bool			 is_rewritten;	/* by code */
};

static const char *const names[] = {
	".vitepress/config.ts", ".vitepress/config.mts",
	".vitepress/config.js", ".vitepress/config.mjs",
	".vitepress/config/index.ts", ".vitepress/config/index.mts",
	".vitepress/config/index.js", ".vitepress/config/index.mjs", NULL
};

/* Settings that the languages of a site share are in a file next to theirs. */
static const char *const shared_names[] = {
	".vitepress/config/shared.ts", ".vitepress/config/shared.mts",
	".vitepress/config/shared.js", ".vitepress/config/shared.mjs", NULL
};

/* The settings of @sugarat/theme. */
static const char *const theme_names[] = {
	".vitepress/blog-theme.ts", ".vitepress/blog-theme.mts", NULL
};

/* The feed script of sites that began as a copy of Vue's own blog. */
static const char *const feed_names[] = {
	".vitepress/genFeed.ts", ".vitepress/genFeed.js", NULL
};

static void
read_settings(struct site *site, struct vitepress *own,
    const struct p2f_value *map, const struct p2f_value *theme,
    struct diag *d)
{
	const struct p2f_value *host = assignments_find(map, "hostname");

	if (host == NULL)	/* a blog theme has a feed */
		host = assignments_find(theme, "baseUrl");
	if (host == NULL)
		host = assignments_find(config_read_first(site, feed_names,
		    d), "baseUrl");
	config_set(site, "author", assignments_find(theme, "author"), d);
	vue_set_texts(site, map, "root", d);
	vue_set_address(site, map, host, d);
	vue_read_languages(site, &own->languages, map, "root", d);
	vue_set_markdown(site, map, d);
	own->source = paths_setting(&site->arena, map, "srcDir", "");
	own->excluded = value_texts(&site->arena, config_get(map,
	    "srcExclude"));
	own->is_clean = config_is_true(map, "cleanUrls");
	own->rewrites = vue_map_at(map, "rewrites");
}

/* Whether the first of some files that exists contains a word. */
static bool
mentions(const struct site *site, const char *const *files, const char *word)
{
	return config_mentions(site->root, config_first(site->root, files),
	    word);
}

static void
configure(struct site *site, struct diag *d)
{
	struct vitepress *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d),
	    *shared = config_read_first(site, shared_names, d);
	const struct p2f_value *theme = config_read_first(site, theme_names,
	    d);

	own->source = "";
	site->own = own;
	site->is_root = true;
	if (map == NULL)
		return;
	theme = theme == NULL ? map : theme;
	map = vue_settings(map);
	if (shared != NULL)
		map = value_overlay(&site->arena, map, vue_settings(shared));
	read_settings(site, own, map, theme, d);
	own->is_rewritten = own->rewrites == NULL &&
	    (mentions(site, names, "rewrites") ||
	    mentions(site, shared_names, "rewrites"));
	if (mentions(site, names, "markdown-it-mark"))
		site->dialects |= TEMPLATE_MARK;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct vitepress *own = site->own;
	const char *rest = paths_below(path, own->source);

	if (is_folder && strcmp(file_base_name(path), "node_modules") == 0)
		return "not a folder of posts";
	if (is_folder)
		return rest != NULL || paths_is_around(path, own->source) ?
		    NULL : "VitePress pages are in srcDir";
	if (rest == NULL || strcmp(file_extension(path), ".md") != 0)
		return "not a VitePress page";
	if (strchr(rest, '[') != NULL)
		return "a dynamic route, whose pages code makes";
	return glob_any(GLOB_MICROMATCH, &own->excluded, rest) ?
	    "left out by srcExclude" : NULL;
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct vitepress *own = site->own;

	(void)d;
	vue_set_language(post, site, &own->languages,
	    paths_below(post->inside, own->source));
}

/* Whether a pattern, or an expression if it begins with '^', may match a
   path. */
static bool
may_match(const char *pattern, const char *path)
{
	bool is_expression = *pattern == '^';
	size_t n;

	pattern += is_expression;
	n = strcspn(pattern, is_expression ? "\\.*+?()[]{}|$" : ":*(");
	return (is_expression || pattern[n] != '\0') &&
	    strncmp(pattern, path, n) == 0;
}

/* The rewritten path.  NULL if a pattern may match it, or it is code. */
static const char *
rewritten(const struct vitepress *own, const char *path)
{
	const struct p2f_value *const *items = value_items(own->rewrites,
	    P2F_MAP), *v;

	for (; (v = *items) != NULL; items++) {
		if (strcmp(v->key, path) == 0)
			return value_text(v);
		if (may_match(v->key, path))
			return NULL;
	}
	return own->is_rewritten ? NULL : path;
}

/* The URL of a page by its path below the source folder; NULL: not known. */
static const char *
url_of(struct arena *a, const struct site *site, const char *path)
{
	const struct vitepress *own = site->own;

	path = rewritten(own, path);
	return path == NULL ? NULL : paths_stem_url(a, site, paths_stem(a,
	    path), own->is_clean ? "" : ".html");
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct vitepress *own = site->own;
	const char *url = url_of(&post->arena, site, paths_inside(
	    post->inside, own->source));

	return url != NULL ? url : paths_unknown(post, "a pattern or code in "
	    "rewrites makes it (set --permalink)", d);
}

/* Links refer to the files of pages, posts or not; from the top, to those in
   the source folder. */
static const char *
page_url(struct arena *a, const struct site *site, const char *path)
{
	const struct vitepress *own = site->own;
	const char *page = vue_page(a, paths_inside(path, own->source));

	return strcmp(file_extension(page), ".md") == 0 &&
	    !text_has_prefix(page, "../") && config_exists(site->root,
	    path_join(a, own->source, page)) ? url_of(a, site, page) : NULL;
}

const struct generator generator_vitepress = {
	.name = "vitepress",
	.title = "VitePress",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN | TEMPLATE_DIRECTIVES |
	    TEMPLATE_VUE,
	.markdown = MARKDOWN_IT | MARKDOWN_EMOJI,
	.published = (const char *const []){ "public", NULL },
	.bundles = true,
	.needs_date = true,
	.takes_underline = true,
	.files = names,
	.folder = ".vitepress",
	.configure = configure,
	.settle = paths_settle_base,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url,
	.page_url = page_url
};
