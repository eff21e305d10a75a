/*
 * The settings of Hexo, and the data files of its themes.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "front/value.h"
#include "generators/hexo.h"
#include "generators/paths.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

/* If `default_category:` is empty, there is none; without the key it has
   one. */
static const char *
default_category(struct site *site, const struct p2f_value *map)
{
	const struct p2f_value *v = value_get_exact(map, "default_category");

	return v == NULL ? "uncategorized" : hexo_text(&site->arena, v);
}

static struct hexo *
read_rules(struct site *site, const struct p2f_value *map)
{
	struct arena *a = &site->arena;
	struct hexo *hexo = arena_alloc(a, sizeof *hexo);
	const char *letters = config_text_or(a, map, "filename_case", "0");

	hexo->settings = map;
	hexo->source_dir = paths_setting(a, map, "source_dir", "source");
	hexo->rule = config_text_or(a, map, "permalink",
	    ":year/:month/:day/:title/");
	hexo->name_rule = config_text_or(a, map, "new_post_name",
	    ":title.md");
	hexo->default_category = default_category(site, map);
	hexo->filename_case = letters[0] == '1' ? 1 : letters[0] == '2' ? 2 :
	    0;
	hexo->has_asset_folders = config_is_true(map, "post_asset_folder");
	hexo->cuts_index = config_is_false(map, "pretty_urls.trailing_index");
	hexo->cuts_html = config_is_false(map, "pretty_urls.trailing_html");
	hexo->elsewhere = arena_printf(a, "Hexo posts are in %s/_posts",
	    hexo->source_dir);
	return hexo;
}

/*
 * The path of a site should be in both `url` and `root`.  If url lacks it,
 * pages are below root nevertheless.
 */
static void
read_url(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *url = config_get(map, "url");
	const char *text = config_text(&site->arena, map, "url");
	const char *root = paths_setting(&site->arena, map, "root", "");

	if (text == NULL) {
		config_set(site, "url", url, d);
		return;
	}
	if (!paths_is_host(text))
		root = "";
	config_set_text(site, "url", arena_printf(&site->arena, "%.*s/%s%s",
	    (int)path_cut_slashes(text, strlen(text)), text, root,
	    root[0] == '\0' ? "" : "/"), url, d);
}

/* A list has the languages of the theme; the first is that of posts. */
static void
read_language(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *v = config_get(map, "language");
	const struct p2f_value *const *item = value_items(v, P2F_LIST);

	if (v != NULL && v->kind == P2F_LIST) {
		while (*item != NULL && (value_text(*item) == NULL ||
		    ascii_equal((*item)->text, "default")))
			item++;
		v = *item;
	}
	config_set(site, "language", v, d);
}

/* Data files of the theme Volantis and its relatives. */
static void
read_people(struct site *site, const char *source_dir, struct diag *d)
{
	static const char *const names[] = { "author", "authors" };
	size_t i;

	for (i = 0; site->people == NULL &&
	    i < sizeof names / sizeof *names; i++)
		site->people = config_read_table(site, arena_printf(
		    &site->arena, "%s/_data/%s", source_dir, names[i]), d);
}

static void
read_author(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *author = config_get(map, "author");
	const struct p2f_value *email = config_get(map, "email");
	struct arena_list parts = { 0 };

	if (author == NULL || author->kind != P2F_TEXT || email == NULL ||
	    email->kind != P2F_TEXT || (site->people != NULL &&
	    value_get(site->people, author->text) != NULL)) {
		config_set(site, "author", author, d);
		return;
	}
	arena_list_add(&site->arena, &parts, value_with_key(&site->arena,
	    "name", author));
	arena_list_add(&site->arena, &parts, value_with_key(&site->arena,
	    "email", email));
	config_set(site, "author", value_of_items(&site->arena, P2F_MAP,
	    &parts, author), d);
}

/* Read a setting whose value is a URL, or a path below the site. */
static void
read_address(struct site *site, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	const char *text = value_trimmed(&site->arena, v);

	if (text == NULL)
		return;
	if (url_is_web(text))
		config_set(site, setting, v, d);
	else if (site->url != NULL)
		config_set_text(site, setting, permalink_join(&site->arena,
		    site, text), v, d);
}

/* The first of several feeds. */
static const struct p2f_value *
first_of(const struct p2f_value *v)
{
	return v != NULL && v->kind == P2F_LIST ? v->items[0] : v;
}

static void
read_limit(struct site *site, const struct p2f_value *feed, struct diag *d)
{
	const struct p2f_value *limit = value_get_exact(feed, "limit");

	if (hexo_is_truthy(limit))
		config_set(site, "limit", limit, d);
	/* `limit: 0` is no limit; hexo-generator-feed has a default. */
	if (limit == NULL && (feed != NULL || config_mentions(site->root,
	    "package.json", "\"hexo-generator-feed\"")))
		config_set_text(site, "limit", "20", feed, d);
}

static void
read_feed(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *feed = config_get(map, "feed"), *order;

	if (feed != NULL && feed->kind != P2F_MAP)
		feed = NULL;
	read_limit(site, feed, d);
	read_address(site, "self", first_of(config_get(feed, "path")), d);
	read_address(site, "icon", config_get(feed, "icon"), d);
	if (hexo_is_truthy(config_get(feed, "hub")))
		config_set(site, "hub", config_get(feed, "hub"), d);
	order = config_get(feed, "order_by");
	if (order != NULL && order->kind == P2F_TEXT &&
	    strcmp(order->text, "-date") != 0)
		diag_report(d, DIAG_CONFIG, value_place(NULL, order),
		    "feed.order_by: %s is not supported; the newest posts by "
		    "date are used", quote(order->text).text);
}

/* Future posts are included unless the settings say otherwise. */
static void
read_selection(struct site *site, const struct p2f_value *map,
    struct diag *d)
{
	if (value_get_exact(map, "future") == NULL)
		config_set_text(site, "future", "true", NULL, d);
	config_set(site, "future", config_get(map, "future"), d);
	config_set(site, "drafts", config_get(map, "render_drafts"), d);
}

/*
 * Markdown renderers that replace hexo-renderer-marked.  In none of them does
 * a single tilde strike through text.
 */
static const struct renderer {
	const char	*package;
	/* Their settings; or NULL. */
	const char	*breaks;	/* default: true */
	const char	*at_root;	/* default: false */
	bool		 has_containers;	/* ::: */
} renderers[] = {
	{ "\"hexo-renderer-markdown-it\"", "markdown.render.breaks",
	    "markdown.images.prepend_root", false },
	{ "\"hexo-renderer-multi-markdown-it\"", "markdown.render.breaks",
	    NULL, true },
	{ "\"hexo-renderer-markdown-it-plus\"", "markdown_it_plus.breaks",
	    NULL, false },
	{ "\"hexo-renderer-kramed\"", "kramed.breaks", NULL, false },
	{ "\"hexo-renderer-pandoc\"", NULL, NULL, false }
};

static const struct renderer *
find_renderer(const struct site *site)
{
	size_t i;

	for (i = 0; i < sizeof renderers / sizeof *renderers; i++)
		if (config_mentions(site->root, "package.json",
		    renderers[i].package))
			return &renderers[i];
	return NULL;
}

/* Plugins of hexo-renderer-markdown-it, and a similar filter. */
static void
read_plugins(struct site *site, const char *file)
{
	if (config_mentions(site->root, file, "markdown-it-container"))
		site->dialects |= TEMPLATE_DIRECTIVES;
	if (config_mentions(site->root, file, "markdown-it-emoji") ||
	    config_mentions(site->root, "package.json",
	    "\"hexo-filter-github-emojis\""))
		site->markdown |= MARKDOWN_EMOJI;
	if (config_mentions(site->root, file, "markdown-it-mark"))
		site->dialects |= TEMPLATE_MARK;
}

static void
read_renderer(struct site *site, const struct p2f_value *map,
    struct hexo *hexo, struct diag *d)
{
	const struct renderer *other = find_renderer(site);
	const char *breaks = other == NULL ? "marked.breaks" : other->breaks;

	if (breaks != NULL && !config_is_false(map, breaks))
		config_set_text(site, "hard-wraps", "true", config_get(map,
		    breaks), d);
	if (other != NULL)
		site->markdown |= MARKDOWN_TILDES;
	if (other != NULL && other->has_containers)
		site->dialects |= TEMPLATE_DIRECTIVES;
	hexo->has_images_at_root = other == NULL ?
	    !config_is_false(map, "marked.prependRoot") :
	    other->at_root != NULL && config_is_true(map, other->at_root);
	if (config_is_true(map, "relative_link"))
		hexo->has_images_at_root = false;
}

/* Quoted "" is a password, an empty value is not. */
bool
hexo_has_password(const struct p2f_value *map)
{
	const struct p2f_value *v = value_get_exact(map, "password");

	return v != NULL && (v->kind != P2F_NULL || !v->plain);
}

static int
compare_names(const void *left, const void *right)
{
	const struct p2f_value *const *a = left, *const *b = right;

	return strcmp((*a)->text, (*b)->text);
}

/* Read tags whose posts are encrypted by hexo-blog-encrypt. */
static void
read_encrypted(struct arena *a, const struct p2f_value *map,
    struct arena_list *names)
{
	const struct p2f_value *const *tag = value_items(config_get(map,
	    "encrypt.tags"), P2F_LIST), *name;

	for (; *tag != NULL; tag++) {
		name = value_get_exact(*tag, "name");
		if (value_text(name) != NULL && hexo_has_password(*tag))
			arena_list_add(a, names, name);
	}
	arena_list_sort(names, compare_names);
}

void
hexo_configure(struct site *site, const char *file, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "title" }, { "description", "subtitle" },
		{ "description", "description" }, { "timezone", "timezone" },
		{ NULL, NULL }
	};
	const struct p2f_value *map = file == NULL ? NULL :
	    config_read(site, file, d);
	struct hexo *hexo = read_rules(site, map);

	site->own = hexo;
	config_set_keys(site, map, keys, d);
	read_url(site, map, d);
	read_language(site, map, d);
	read_people(site, hexo->source_dir, d);
	read_author(site, map, d);
	read_feed(site, map, d);
	read_selection(site, map, d);
	read_renderer(site, map, hexo, d);
	read_plugins(site, file);
	read_encrypted(&site->arena, map, &hexo->encrypted);
}
