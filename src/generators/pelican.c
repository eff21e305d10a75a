/*
 * Pelican: which folder is the top of a site, which files are articles, and
 * what their paths say.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "generators/facts.h"
#include "generators/generators.h"
#include "generators/numeric_date.h"
#include "generators/paths.h"
#include "generators/pattern.h"
#include "generators/pelican.h"
#include "markdown/markdown.h"
#include "post/people.h"
#include "site/config.h"
#include "template/template.h"

static bool
is_top(const char *folder)
{
	return config_exists(folder, pelican_files[1]);
}

/* READERS = {'html': None} disables a format. */
static bool
is_read(struct arena *a, const struct pelican *pelican, const char *extension)
{
	const struct p2f_value *readers = pelican->readers, *v;

	if (ascii_equal(extension, ".mkdn"))
		return false;
	if (readers == NULL || readers->kind != P2F_MAP)
		return true;
	v = value_get(readers, arena_strdup(a, extension + 1));
	return v == NULL || v->kind != P2F_NULL;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct pelican *pelican = site->own;
	struct arena scratch = { 0 };
	const char *why = NULL;
	size_t i;

	if (glob_any(GLOB_PYTHON, &pelican->ignored, text_clean_name(&scratch,
	    file_base_name(path))))
		why = "left out by IGNORE_FILES";
	else if (is_folder && arena_list_has(&pelican->excluded, path))
		why = "its files are not articles";
	else if (!is_folder && !is_read(&scratch, pelican,
	    file_extension(path)))
		why = "a format that the site does not read";
	arena_release(&scratch);
	if (why != NULL)
		return why;
	for (i = 0; i < pelican->articles.count; i++)
		if (paths_leads_to(path, is_folder,
		    pelican->articles.items[i]))
			return NULL;
	return "articles are in PATH, in folders of ARTICLE_PATHS";
}

/* The name of the folder that contains a file, or "". */
static const char *
folder_name(struct arena *a, const char *path)
{
	return file_base_name(path_folder(a, path));
}

static bool
has_key(const struct arena_list *items, size_t count, const char *key)
{
	const struct p2f_value *v;
	size_t i;

	for (i = 0; i < count; i++) {
		v = items->items[i];
		if (value_key_equal(v->key, key))
			return true;
	}
	return false;
}

static void
add_default(struct arena *a, struct arena_list *items, const char *key,
    const struct p2f_value *v)
{
	if (!has_key(items, items->count, key))
		arena_list_add(a, items, value_with_key(a, key, v));
}

/* Add metadata from the path of a file, by patterns and by its folder. */
static void
add_from_path(struct arena *a, const struct pelican *pelican,
    const char *source, struct arena_list *items)
{
	if (pelican->file_pattern != NULL)
		pattern_match(a, pelican->file_pattern, file_stem(a, source),
		    items);
	if (pelican->path_pattern != NULL)
		pattern_match(a, pelican->path_pattern, source, items);
	if (!pelican->no_folder_category && *folder_name(a, source) != '\0')
		add_default(a, items, "category", value_new_text(a,
		    "category", folder_name(a, source), NULL));
}

/* The path has priority over the settings. */
static const struct p2f_value *
defaults(const struct site *site, struct post *post)
{
	static const char *const dates[] = { "date", "modified", NULL };
	const struct pelican *pelican = site->own;
	const struct p2f_value *const *all = value_items(pelican->metadata,
	    P2F_MAP);
	struct arena *a = &post->arena;
	struct arena_list items = { 0 };
	size_t of_path;

	numeric_dates(post, dates, "/-.");
	add_from_path(a, pelican, text_clean_name(a, pelican_source(pelican,
	    post->inside)), &items);
	of_path = items.count;
	for (; *all != NULL; all++)
		if (!has_key(&items, of_path, (*all)->key))
			arena_list_add(a, &items, *all);
	if (pelican->category != NULL)
		add_default(a, &items, "category", pelican->category);
	if (pelican->date != NULL)
		add_default(a, &items, "date", pelican->date);
	return value_of_items(a, P2F_MAP, &items, NULL);
}

/* A list in a string is split at semicolons or, if it has none, at commas. */
static void
split_list(struct arena *a, const char *text, struct arena_list *parts)
{
	const char *separators = strchr(text, ';') != NULL ? ";" : ",";
	const char *part;
	size_t n;

	for (;; text += n + 1) {
		n = strcspn(text, separators);
		part = text_squeeze(a, arena_strndup(a, text, n));
		if (part != NULL)
			arena_list_add(a, parts, part);
		if (text[n] == '\0')
			break;
	}
}

/* Tags are already split at commas. */
static void
set_tags(struct post *post)
{
	const char *text = value_text(value_get(post->meta, "tags"));
	struct arena_list parts = { 0 };
	size_t i;

	if (text == NULL || strchr(text, ';') == NULL)
		return;
	split_list(&post->arena, text, &parts);
	post->facts.tags = (struct arena_list){ 0 };
	for (i = 0; i < parts.count; i++)
		facts_add_term(post, P2F_TAG, parts.items[i]);
}

static void
set_authors(struct post *post, struct diag *d)
{
	const struct fields_context context = { .arena = &post->arena,
	    .path = post->path, .diag = d };
	const struct p2f_value *v = value_get(post->meta, "authors");
	struct arena_list parts = { 0 };
	size_t i;

	if (value_text(v) == NULL)
		return;
	split_list(&post->arena, v->text, &parts);
	post->facts.authors = (struct arena_list){ 0 };
	for (i = 0; i < parts.count; i++)
		people_read(&context, value_new_text(&post->arena, v->key,
		    parts.items[i], v), &post->facts.authors);
}

/* Pelican omits articles with an unknown status. */
static void
check_status(struct post *post)
{
	static const char *const known[] = { "published", "hidden", "draft",
	    NULL };
	const struct p2f_value *v = value_get(post->meta, "status");
	const char *text = value_trimmed(&post->arena, v);

	if (text != NULL && !ascii_is_any(text, known))
		post->facts.hidden = post->facts.from[FIELD_HIDDEN] = v;
}

/* Resolve `{static}/a.png`, which Pelican itself leaves to the theme. */
static void
resolve_image(struct post *post, const struct site *site,
    const struct p2f_value **image)
{
	const char *text = value_trimmed(&post->arena, *image), *url = NULL;

	if (text != NULL && *text == '{')
		url = pelican_link(&post->arena, post, site, text);
	if (url != NULL)
		*image = value_new_text(&post->arena, (*image)->key, url,
		    *image);
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	resolve_image(post, site, &post->facts.image);
	resolve_image(post, site, &post->facts.thumbnail);
	check_status(post);
	facts_set_category(post);
	set_tags(post);
	set_authors(post, d);
	facts_render_summary(post, MARKDOWN_EXTRA);
}

const struct generator generator_pelican = {
	.name = "pelican",
	.title = "Pelican",
	.dialects = TEMPLATE_KRAMDOWN | TEMPLATE_PELICAN |
	    TEMPLATE_ADMONITIONS,
	.markdown = MARKDOWN_EXTRA,
	.published = (const char *const []){ "content", ".", NULL },
	.split = SPLIT_COMMAS,
	.needs_date = true,
	.has_hilite = true,
	.loose_headers = true,
	.takes_underline = true,
	.files = pelican_files,
	.is_top = is_top,
	.configure = pelican_configure,
	.skip_reason = skip_reason,
	.defaults = defaults,
	.complete = complete,
	.url = pelican_url,
	.link = pelican_link
};
