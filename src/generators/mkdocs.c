/*
 * MkDocs
 *
 * The URL of a page is its path.  The theme Material supports blogs, whose
 * posts are in a folder of their own and have URLs with date and title; in a
 * site without one, pages with a date are posts.
 */
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "generators/generators.h"
#include "generators/mkdocs.h"
#include "generators/paths.h"
#include "generators/python_markdown.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

static const char *const names[] = { "mkdocs.yml", "mkdocs.yaml", NULL };

/* The value of `!ENV [SITE_URL, "https://example.org/"]` without an
   environment. */
static const struct p2f_value *
setting_of(const struct p2f_value *map, const char *name)
{
	const struct p2f_value *v = config_get(map, name);
	size_t n;

	if (v == NULL || v->kind != P2F_LIST)
		return v;
	n = value_count(v);
	return n == 0 ? NULL : v->items[n - 1];
}

/* `{blog}/posts`, in the folder of pages. */
static const char *
folder_of(struct arena *a, const struct mkdocs *own, const char *route,
    const char *pattern)
{
	pattern = paths_replace(a, pattern, "{blog}", route);
	return paths_trim(a, arena_printf(a, "%s/%s", own->docs,
	    paths_trim(a, pattern)));
}

/* Whether slugs are made by a function with other options than `case: lower`,
   which is like the theme's own; `!!python/name:f` is an empty value. */
static bool
has_code(struct arena *a, const struct p2f_value *options, const char *name)
{
	const struct p2f_value *v = value_get_exact(options, name);

	return v != NULL && (config_get(v, "kwds.percent_encode") != NULL ||
	    strcmp(config_text_or(a, v, "kwds.case", ""), "lower") != 0);
}

static size_t
most_categories(struct arena *a, const struct p2f_value *options)
{
	const char *text = config_text_or(a, options,
	    "post_url_max_categories", "1");

	return ascii_is_digit(text[0]) && text[1] == '\0' ?
	    (size_t)(text[0] - '0') : 1;
}

static void
set_people(struct site *site, const struct mkdocs *own, const char *route,
    const struct p2f_value *options, struct diag *d)
{
	struct arena *a = &site->arena;
	const struct p2f_value *map;

	if (site->people != NULL)
		return;
	map = config_read(site, folder_of(a, own, route, config_text_or(a,
	    options, "authors_file", "{blog}/.authors.yml")), d);
	site->people = map;
	if (map != NULL && config_get(map, "authors") != NULL)
		site->people = config_get(map, "authors");
}

/* Settings of the first blog that apply to the feed. */
static const struct config_key blog_keys[] = {
	{ "excerpt-separator", "post_excerpt_separator" },
	{ "drafts", "draft" }, { NULL, NULL }
};

static void
add_blog(struct site *site, struct mkdocs *own,
    const struct p2f_value *options, struct diag *d)
{
	struct arena *a = &site->arena;
	struct mkdocs_blog *blog = arena_alloc(a, sizeof *blog);

	if (config_is_false(options, "enabled"))
		return;
	blog->route = paths_setting(a, options, "blog_dir", "blog");
	blog->posts = folder_of(a, own, blog->route, config_text_or(a,
	    options, "post_dir", "{blog}/posts"));
	blog->format = config_text_or(a, options, "post_url_format",
	    "{date}/{slug}");
	blog->date_format = config_text_or(a, options,
	    "post_url_date_format", "yyyy/MM/dd");
	blog->separator = config_text_or(a, options,
	    "post_slugify_separator", "-");
	blog->category_separator = config_text_or(a, options,
	    "categories_slugify_separator", "-");
	blog->categories = most_categories(a, options);
	blog->has_code = has_code(a, options, "post_slugify");
	blog->has_category_code = has_code(a, options, "categories_slugify");
	if (own->blogs.count == 0)
		config_set_keys(site, options, blog_keys, d);
	/* Future posts are published, unless set to be drafts. */
	if (!config_is_true(options, "draft_if_future_date"))
		config_set_text(site, "future", "true", NULL, d);
	arena_list_add(a, &own->blogs, blog);
	set_people(site, own, blog->route, options, d);
}

static bool
is_blog(const char *name)
{
	return strcmp(name, "blog") == 0 ||
	    strcmp(name, "material/blog") == 0;
}

/* `- blog`, `- blog: { ... }`, or `blog: { ... }` in a map of plugins. */
static void
add_plugin(struct site *site, struct mkdocs *own, const struct p2f_value *v,
    struct diag *d)
{
	const struct p2f_value *const *item = value_items(v, P2F_MAP);

	if (v->kind == P2F_TEXT && v->key == NULL && is_blog(v->text))
		add_blog(site, own, NULL, d);
	for (; *item != NULL; item++)
		if (is_blog((*item)->key))
			add_blog(site, own, (*item)->kind == P2F_MAP ?
			    *item : NULL, d);
}

static void
find_blogs(struct site *site, struct mkdocs *own,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *plugins = config_get(map, "plugins");
	const struct p2f_value *const *item = value_items(plugins, P2F_LIST);

	if (plugins != NULL && plugins->kind == P2F_MAP)
		add_plugin(site, own, plugins, d);
	for (; *item != NULL; item++)
		add_plugin(site, own, *item, d);
}

/* Images of authors are relative to it. */
static void
set_url(struct site *site, const struct p2f_value *v, struct diag *d)
{
	const char *url = value_text(v);

	if (url == NULL || text_has_suffix(url, "/"))
		config_set(site, "url", v, d);
	else
		config_set_text(site, "url", arena_printf(&site->arena,
		    "%s/", url), v, d);
}

/* The settings, merged with those of the file that they inherit from. */
static const struct p2f_value *
read_settings(struct site *site, struct diag *d)
{
	const struct p2f_value *map = config_read_first(site, names, d);
	const char *base = config_text(&site->arena, map, "INHERIT");

	return base == NULL ? map : value_overlay(&site->arena, map,
	    config_read(site, base, d));
}

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "site_name" }, { "description", "site_description" },
		{ "author", "site_author" }, { "rights", "copyright" },
		{ "language", "theme.language" }
	};
	struct mkdocs *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = read_settings(site, d);
	size_t i;

	site->own = own;
	own->docs = paths_setting(&site->arena, map, "docs_dir", "docs");
	if (map == NULL)
		return;
	set_url(site, setting_of(map, "site_url"), d);
	own->has_files = config_is_false(map, "use_directory_urls");
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		config_set(site, keys[i].setting, setting_of(map,
		    keys[i].path), d);
	find_blogs(site, own, map, d);
	python_markdown_apply(site, config_get(map, "markdown_extensions"), d);
}

static bool
may_hold_posts(const struct mkdocs *own, const char *folder)
{
	const struct mkdocs_blog *blog;
	size_t i;

	for (i = 0; i < own->blogs.count; i++) {
		blog = own->blogs.items[i];
		if (paths_leads_to(folder, true, blog->posts))
			return true;
	}
	return own->blogs.count == 0 &&
	    paths_leads_to(folder, true, own->docs);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct mkdocs *own = site->own;
	const bool has_blog = own->blogs.count > 0;

	if (!is_folder && file_is_html(path))
		return "not a MkDocs page";
	if (is_folder ? may_hold_posts(own, path) : has_blog ?
	    mkdocs_blog_of(own, path) != NULL :
	    paths_below(path, own->docs) != NULL)
		return NULL;
	return has_blog ? "posts of this site are in its blog folder" :
	    "MkDocs pages are in docs_dir";
}

const struct generator generator_mkdocs = {
	.name = "mkdocs",
	.title = "MkDocs",
	.dialects = TEMPLATE_KRAMDOWN | TEMPLATE_ADMONITIONS | TEMPLATE_MKDOCS |
	    TEMPLATE_CODE_TITLES,
	.markdown = MARKDOWN_EXTRA,
	.published = (const char *const []){ "docs", NULL },
	.split = SPLIT_COMMAS,
	.needs_date = true,
	.readme_is_index = true,
	.reads_bodies = true,
	.files = names,
	.configure = configure,
	.skip_reason = skip_reason,
	.url = mkdocs_url,
	.page_url = mkdocs_page_url
};
