/*
 * Zola
 *
 * Its own feed has all pages with a date, in one language.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/text.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/zola.h"
#include "markdown/markdown.h"
#include "post/people.h"
#include "site/config.h"
#include "template/template.h"

/* The names of the settings file, new and old. */
static const char *const names[] = { "zola.toml", "config.toml", NULL };

static bool
is_top(const char *folder)
{
	const char *const *name;

	for (name = names; *name != NULL; name++)
		if (config_mentions(folder, *name, "base_url"))
			return true;
	return false;
}

static void
read_slugify(struct zola *zola, const struct p2f_value *map)
{
	static const char *const keys[] = { "slugify.paths", "slugify",
	    "slugify_paths", NULL };
	const struct p2f_value *v;
	const char *const *key, *text;

	for (key = keys; *key != NULL; key++) {
		v = config_get(map, *key);
		text = value_text(v);
		if (text == NULL)
			continue;
		if (strcmp(text, "safe") == 0)
			zola->slugify = ZOLA_SAFE;
		else if (value_is_false(v))
			zola->slugify = ZOLA_OFF;
		break;
	}
	zola->keep_dates = config_is_true(map, "slugify.paths_keep_dates");
}

/* English is the default language. */
static void
read_languages(struct site *site, struct zola *zola,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *all = config_get(map, "languages");
	const struct p2f_value *const *item = value_items(all, P2F_MAP);
	size_t i;

	zola->language = config_text(&site->arena, map, "default_language");
	config_set(site, "language", config_get(map, "default_language"), d);
	for (; *item != NULL; item++)
		if (strcmp((*item)->key, zola->language != NULL ?
		    zola->language : "en") != 0)
			arena_list_add(&site->arena, &zola->others,
			    (*item)->key);
	if (zola->others.count == 0)
		return;
	if (zola->language == NULL) {
		zola->language = "en";
		config_set_text(site, "language", "en", all, d);
	}
	arena_list_add(&site->arena, &site->languages, zola->language);
	for (i = 0; i < zola->others.count; i++)
		arena_list_add(&site->arena, &site->languages,
		    zola->others.items[i]);
}

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "title" }, { "description", "description" },
		{ "url", "base_url" }, { "limit", "feed_limit" },
		{ NULL, NULL }
	};
	struct zola *zola = arena_alloc(&site->arena, sizeof *zola);
	const struct p2f_value *map, *author;

	site->own = zola;
	zola->map = map = config_read_first(site, names, d);
	if (map == NULL)
		return;
	read_languages(site, zola, map, d);
	read_slugify(zola, map);
	if (config_is_true(map, "markdown.render_emoji"))
		site->markdown |= MARKDOWN_EMOJI;
	zola->ignored = value_texts(&site->arena, config_get(map,
	    "ignored_content"));
	config_set_keys(site, map, keys, d);
	author = config_get(map, "author");
	config_set(site, "author", author != NULL ? author :
	    config_get(map, "extra.author"), d);
}

static void
settle(struct site *site, struct diag *d)
{
	static const char *const settings[] = { "title", "description" };
	const struct zola *zola = site->own;
	size_t i;

	for (i = 0; site->language != NULL && i < 2; i++)
		config_replace(site, settings[i], config_get(zola->map,
		    arena_printf(&site->arena, "languages.%s.%s",
		    site->language, settings[i])), d);
}

/* Whether the front matter of a file marks a draft. */
static bool
is_draft(struct arena *a, const char *path)
{
	struct diag d = { .options = &diag_quiet };
	bool found = value_is_true(value_get(config_read_front(a, path, &d),
	    "draft"));

	diag_release(&d);
	return found;
}

/* A section that is a draft hides everything in its folder. */
static bool
is_draft_section(const struct site *site, const char *folder)
{
	const struct zola *zola = site->own;
	struct arena scratch = { 0 };
	const char *name;
	bool found = false;
	size_t i;

	for (i = 0; i <= zola->others.count && !found; i++) {
		name = i == zola->others.count ?
		    arena_printf(&scratch, "%s/_index.md", folder) :
		    arena_printf(&scratch, "%s/_index.%s.md", folder,
		    (const char *)zola->others.items[i]);
		found = config_exists(site->root, name) && is_draft(&scratch,
		    config_path(&scratch, site, name));
	}
	arena_release(&scratch);
	return found;
}

/* Patterns match whole paths, from the root of the file system. */
static bool
is_ignored(const struct zola *zola, const char *path)
{
	struct arena scratch = { 0 };
	bool found = zola->ignored.count > 0 && glob_any(GLOB_PYTHON,
	    &zola->ignored, arena_printf(&scratch, "/%s",
	    text_clean_name(&scratch, path)));

	arena_release(&scratch);
	return found;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct zola *zola = site->own;
	bool is_inside = text_has_prefix(path, "content/");

	if (!is_inside && !(is_folder && strcmp(path, "content") == 0))
		return "Zola pages are in content";
	if (is_folder)
		return !site->drafts && is_draft_section(site, path) ?
		    "the section is a draft" : NULL;
	if (strcmp(file_extension(path), ".md") != 0)
		return "Zola pages end in .md";
	if (is_ignored(zola, path))
		return "left out by ignored_content";
	return NULL;
}

/* Add terms of taxonomies with other names; authors are people. */
static void
add_terms(struct post *post, const struct p2f_value *list,
    const struct fields_context *context)
{
	const char *term;
	size_t i = 0;

	if (strstr(list->key, "author") != NULL) {
		if (post->facts.authors.count == 0)
			people_read(context, list, &post->facts.authors);
		return;
	}
	while ((term = value_next_text(list, &i)) != NULL)
		facts_add_term(post, P2F_TAG, term);
}

static void
add_taxonomies(struct post *post, struct diag *d)
{
	const struct fields_context context = { .arena = &post->arena,
	    .path = post->path, .diag = d };
	const struct p2f_value *const *item = value_items(value_get(
	    post->meta, "taxonomies"), P2F_MAP);

	for (; *item != NULL; item++)
		if ((*item)->kind == P2F_LIST &&
		    !value_key_equal((*item)->key, "tags") &&
		    !value_key_equal((*item)->key, "categories"))
			add_terms(post, *item, &context);
}

/* Use the time in a file name; a day alone is known already. */
static void
add_time(struct post *post, const struct zola_page *page,
    const struct site *site)
{
	struct p2f_date *date;
	const char *problem, *slug;
	size_t n = zola_date(page->name, &slug);

	if (n <= 10 || post->facts.date != NULL)
		return;
	date = arena_alloc(&post->arena, sizeof *date);
	if (date_parse(&post->arena, arena_strndup(&post->arena, page->name,
	    n), site->zone, date, &problem) != DATE_OK)
		return;
	post->updated = post->facts.updated;
	post->published = date;
	post_settle_updated(post);
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct zola *zola = site->own;
	const struct p2f_value *render = value_get(post->meta, "render");
	struct zola_page page;

	add_taxonomies(post, d);
	if (value_is_false(render))
		post->facts.hidden = render;
	if (!zola_page(&post->arena, zola, post->inside, &page))
		return;
	add_time(post, &page, site);
	if (zola->others.count > 0)
		facts_set_language(post, page.language != NULL ?
		    page.language : zola->language);
}

const struct generator generator_zola = {
	.name = "zola",
	.title = "Zola",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN | TEMPLATE_ZOLA,
	.markdown = MARKDOWN_BLANK_LABELS | MARKDOWN_ALL_NOTES,
	.published = (const char *const []){ "static", NULL },
	.needs_date = true,
	.takes_underline = true,
	.files = names,
	.is_top = is_top,
	.configure = configure,
	.settle = settle,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = zola_url,
	.link = zola_link
};
