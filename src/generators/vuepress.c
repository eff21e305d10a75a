/*
 * VuePress
 *
 * Every Markdown file next to the folder of its settings is a page, whose URL
 * is its path or a permalink.  Versions 1 and 2 have different permalinks.
 * Feeds are made by plugins, from the pages with a date.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "generators/vue.h"
#include "generators/vuepress.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

static const char *const names[] = {
	".vuepress/config.ts", ".vuepress/config.js", ".vuepress/config.mts",
	".vuepress/config.mjs", ".vuepress/config.cjs",
	".vuepress/config.yml", ".vuepress/config.yaml",
	".vuepress/config.toml", NULL
};

/* Version 2 has the settings of its themes in a file of their own. */
static const char *const theme_names[] = {
	".vuepress/theme.ts", ".vuepress/theme.js", ".vuepress/theme.mts",
	".vuepress/theme.mjs", NULL
};

/*
 * Whether settings have words that are specific to version 2: a bundler must
 * be set, and a theme is called.
 */
static bool
is_second(const char *folder, const char *name)
{
	static const char *const words[] = {
		"defineUserConfig", "undler", "defaultTheme", "hopeTheme",
		"permalinkPattern", "pagePatterns", NULL
	};

	return config_mentions_any(folder, name, words);
}

/*
 * The site's URL, which only plugins know: one for feeds, recognized by an
 * option `rss`, or that for sitemaps.
 */
static const struct p2f_value *
find_host(const struct p2f_value *map)
{
	static const char *const keys[] = {
		"canonical_base", "site_url", "siteURL", "hostname", NULL
	};
	const struct p2f_value *host = value_get_exact(assignments_holder(map,
	    "rss"), "hostname");

	for (size_t i = 0; host == NULL && keys[i] != NULL; i++)
		host = assignments_find(map, keys[i]);
	return host;
}

/* For plugins of version 2, "example.org" is "https://example.org". */
static const struct p2f_value *
with_scheme(struct arena *a, const struct p2f_value *host)
{
	const char *text = value_text(host);

	return text == NULL || strchr(text, ':') != NULL ||
	    strchr(text, '.') == NULL ? host : value_new_text(a, host->key,
	    arena_printf(a, "https://%s", text), host);
}

/* With GFM, a plugin and the theme Hope break lines by default. */
static void
set_markdown(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *gfm = assignments_find(map, "gfm");

	vue_set_markdown(site, map, d);
	if (gfm != NULL && value_is_true(gfm) &&
	    assignments_find(map, "breaks") == NULL)
		config_set(site, "hard-wraps", gfm, d);
}

/* Read options of the theme, from the settings or a file of its own. */
static void
read_theme(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *theme = config_read_first(site, theme_names,
	    d);
	const struct p2f_value *host = find_host(map);
	const struct p2f_value *author = config_get(map,
	    "themeConfig.author");

	if (host == NULL && theme != NULL)
		host = find_host(theme);
	if (theme != NULL)
		set_markdown(site, theme, d);
	vue_set_address(site, map, with_scheme(&site->arena, host), d);
	if (author == NULL)
		author = config_get(map, "author");
	if (author == NULL && theme != NULL)
		author = config_get(theme, "author");
	config_set(site, "author", author, d);
}

static const struct vuepress_theme *
theme_of(const char *name)
{
	static const char gungnir[] = "/post/:year/:month/:day/:slug";
	static const struct vuepress_theme themes[] = {
		{ "@vuepress/blog", "_posts", NULL },
		{ "@vuepress/theme-blog", "_posts", NULL },
		{ "gungnir", "posts", gungnir },
		{ "vuepress-theme-gungnir", "posts", gungnir }
	};
	size_t i;

	for (i = 0; i < sizeof themes / sizeof *themes; i++)
		if (strcmp(name, themes[i].name) == 0)
			return &themes[i];
	return NULL;
}

/*
 * Read the folders of the blog plugin, which gives their pages permalinks.
 * Some themes have one that needs no setting.
 */
static void
read_blog(const struct site *site, struct vuepress *own, const char *name,
    const struct p2f_value *map)
{
	static const char *const plugins[] = {
		"@vuepress/blog", "plugin-blog", NULL
	};
	const struct p2f_value *v = assignments_find(map, "directories");
	const char *theme = value_text(config_get(map, "theme"));

	own->directories = v != NULL && v->kind == P2F_LIST ? v : NULL;
	if (own->directories == NULL && theme != NULL)
		own->theme = theme_of(theme);
	own->is_code = own->directories == NULL &&
	    config_mentions(site->root, name, "directories") &&
	    config_mentions_any(site->root, name, plugins);
}

static void
configure(struct site *site, struct diag *d)
{
	struct vuepress *own = arena_alloc(&site->arena, sizeof *own);
	const char *name = config_first(site->root, names);
	const struct p2f_value *map = name == NULL ? NULL :
	    config_read(site, name, d);

	site->own = own;
	site->is_root = true;
	if (map == NULL)
		return;
	map = vue_settings(map);
	own->is_second = is_second(site->root, name);
	vue_set_texts(site, map, "/", d);
	vue_read_languages(site, &own->languages, map, "/", d);
	set_markdown(site, map, d);
	read_theme(site, map, d);
	/* The theme Plume highlights ==text== without being told. */
	if (config_mentions(site->root, name, "vuepress-theme-plume"))
		site->dialects |= TEMPLATE_MARK;
	own->pattern = config_text(&site->arena, map, own->is_second ?
	    "permalinkPattern" : "permalink");
	own->patterns = value_texts(&site->arena, config_get(map,
	    own->is_second ? "pagePatterns" : "patterns"));
	if (!own->is_second)
		read_blog(site, own, name, map);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct vuepress *own = site->own;

	if (is_folder)
		return strcmp(file_base_name(path), "node_modules") == 0 ?
		    "not a folder of posts" : NULL;
	if (strcmp(file_extension(path), ".md") != 0)
		return "not a VuePress page";
	return glob_list_takes(&own->patterns, path) ? NULL :
	    "left out by the page patterns";
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct vuepress *own = site->own;

	(void)d;
	vue_set_language(post, site, &own->languages, post->inside);
}

const struct generator generator_vuepress = {
	.name = "vuepress",
	.title = "VuePress",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN | TEMPLATE_DIRECTIVES |
	    TEMPLATE_VUE | TEMPLATE_CODE_TITLES,
	.markdown = MARKDOWN_IT | MARKDOWN_EMOJI,
	.published = (const char *const []){ ".vuepress/public", NULL },
	.bundles = true,
	.needs_date = true,
	.readme_is_index = true,
	.takes_underline = true,
	.files = names,
	.folder = ".vuepress",
	.configure = configure,
	.settle = paths_settle_base,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = vuepress_url,
	.page_url = vuepress_page_url
};
