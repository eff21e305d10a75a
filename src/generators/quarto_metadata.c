/*
 * What a document of Quarto inherits: the settings of the site, and
 * _metadata.yml in each folder around it, are merged with its front matter.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "date/step.h"
#include "generators/quarto.h"
#include "site/config.h"
#include "site/permalink.h"

static const struct p2f_value *join(struct arena *, const struct p2f_value *,
    const struct p2f_value *);

/* ---- joining ---- */

static void
add_items(struct arena *a, struct arena_list *list,
    const struct p2f_value *v)
{
	const struct p2f_value *const *item = value_items(v, P2F_LIST);

	if (v->kind != P2F_LIST)
		arena_list_add(a, list, v);
	for (; *item != NULL; item++)
		arena_list_add(a, list, *item);
}

/* Lists are concatenated; otherwise the inner value wins. */
static const struct p2f_value *
join_values(struct arena *a, const struct p2f_value *outer,
    const struct p2f_value *inner)
{
	struct arena_list items = { 0 };

	if (outer->kind == P2F_MAP && inner->kind == P2F_MAP)
		return join(a, outer, inner);
	if (outer->kind != P2F_LIST && inner->kind != P2F_LIST)
		return inner;
	if (outer->kind == P2F_NULL || inner->kind == P2F_NULL)
		return outer->kind == P2F_NULL ? inner : outer;
	add_items(a, &items, outer);
	add_items(a, &items, inner);
	return value_of_items(a, P2F_LIST, &items, inner);
}

static const struct p2f_value *
join(struct arena *a, const struct p2f_value *outer,
    const struct p2f_value *inner)
{
	const struct value_index of_outer = value_index(a, outer);
	const struct value_index of_inner = value_index(a, inner);
	struct arena_list items = { 0 };
	const struct p2f_value *v, *other;
	size_t i;

	for (i = 0; (v = inner->items[i]) != NULL; i++) {
		other = value_index_get(&of_outer, v->key);
		arena_list_add(a, &items, other == NULL ? v :
		    join_values(a, other, v));
	}
	for (i = 0; (v = outer->items[i]) != NULL; i++)
		if (value_index_get(&of_inner, v->key) == NULL)
			arena_list_add(a, &items, v);
	return value_of_items(a, P2F_MAP, &items, inner);
}

/* A copy of a map with the text of one of its values replaced. */
static const struct p2f_value *
with_text(struct arena *a, const struct p2f_value *map, const char *text,
    const struct p2f_value *old)
{
	struct arena_list items = { 0 };
	size_t i;

	for (i = 0; map->items[i] != NULL; i++)
		arena_list_add(a, &items, map->items[i] != old ?
		    map->items[i] : value_new_text(a, old->key, text, old));
	return value_of_items(a, P2F_MAP, &items, map);
}

/* ---- the files ---- */

/* An image that is in the folder is the same file for all posts. */
static const struct p2f_value *
with_image(struct site *site, const char *folder,
    const struct p2f_value *map)
{
	struct arena *a = &site->arena;
	const struct p2f_value *v = value_get(map, "image");
	const char *text = value_text(v), *path;

	if (text == NULL || *text == '/' || strstr(text, "://") != NULL)
		return map;
	path = path_join(a, folder, text);
	return !config_exists(site->root, path) ? map :
	    with_text(a, map, arena_printf(a, "/%s", path), v);
}

static void
add_folder(struct site *site, struct quarto *own, const char *path,
    const struct p2f_value *map)
{
	struct arena *a = &site->arena;
	struct quarto_folder *folder = arena_alloc(a, sizeof *folder);

	if (map == NULL)
		return;
	*folder = (struct quarto_folder){ path, with_image(site, path, map) };
	arena_list_add(a, &own->folders, folder);
}

/* If both exist, `.yml` wins. */
static bool
is_metadata(struct site *site, const struct config_item *item)
{
	return *item->folder != '\0' &&
	    (strcmp(item->name, "_metadata.yml") == 0 ||
	    (strcmp(item->name, "_metadata.yaml") == 0 &&
	    !config_exists(site->root, path_join(&site->arena, item->folder,
	    "_metadata.yml"))));
}

bool
quarto_is_outside(const struct quarto *own, const char *folder)
{
	static const char *const others[] = {
		"node_modules", "renv", "packrat", "rsconnect", "venv", "env",
		NULL
	};
	const char *name = file_base_name(folder);

	return *name == '_' || text_is_any(name, others) ||
	    (*own->output != '\0' && strcmp(folder, own->output) == 0);
}

static bool
visit(struct site *site, void *own, const struct config_item *item,
    struct diag *d)
{
	if (is_metadata(site, item))
		add_folder(site, own, item->folder, config_read(site,
		    item->path, d));
	return !quarto_is_outside(own, item->path);
}

static int
compare_folders(const void *left, const void *right)
{
	const struct quarto_folder *const *a = left, *const *b = right;

	return strcmp((*a)->path, (*b)->path);
}

void
quarto_read_metadata(struct site *site, struct quarto *own,
    const struct p2f_value *map, struct diag *d)
{
	add_folder(site, own, "", map);
	config_walk(site, "", visit, own, d);
	arena_list_sort(&own->folders, compare_folders);
}

/* ---- a post ---- */

static int
compare_path(const void *folder, const void *path)
{
	return strcmp(((const struct quarto_folder *)folder)->path, path);
}

/* The metadata of a folder, or NULL. */
static const struct p2f_value *
map_of_folder(const struct quarto *own, const char *path)
{
	const struct quarto_folder *folder = arena_list_find(&own->folders,
	    path, compare_path);

	return folder == NULL ? NULL : folder->map;
}

/* "03/04/2024" and "3-4-2024" begin with the month. */
static const char *
day_of(struct arena *a, const char *text)
{
	struct civil day;
	unsigned month, number;
	const char *p;
	char mark;

	p = text_trim(a, text);
	if (p == NULL || !step_number(&p, 1, 2, &month))
		return NULL;
	mark = *p == '/' ? '/' : '-';
	if (!step_char(&p, mark) || !step_number(&p, 1, 2, &number) ||
	    !step_char(&p, mark) || strlen(p) != strlen("YYYY"))
		return NULL;
	text = arena_printf(a, "%s-%02u-%02u", p, month, number);
	return civil_read_day(&day, text) && civil_is_day(&day) ? text : NULL;
}

static const char *
time_of_file(struct post *post)
{
	const struct p2f_date *date;
	struct stat st;

	if (!seen_stat(post->path, &st))
		return NULL;
	date = date_new(&post->arena, (long long)st.st_mtime, 0);
	return date == NULL ? NULL : date->rfc3339;
}

/* Rewrite a date in the format in which all dates are read. */
static void
set_date(struct post *post, const char *key)
{
	const struct p2f_value *v = value_get(post->meta, key);
	const char *text = value_text(v);

	if (text == NULL)
		return;
	text = strcmp(text, "last-modified") == 0 ? time_of_file(post) :
	    day_of(&post->arena, text);
	if (text != NULL)
		post->meta = with_text(&post->arena, post->meta, text, v);
}

/* An image at "/" is below the URL of the site. */
static void
set_image(struct post *post, const struct site *site)
{
	const struct p2f_value *v = value_get(post->meta, "image");
	const char *text = value_text(v);

	text = text == NULL || *text != '/' ? NULL :
	    permalink_of_file(&post->arena, site, text);
	if (text != NULL)
		post->meta = with_text(&post->arena, post->meta, text, v);
}

const struct p2f_value *
quarto_defaults(const struct site *site, struct post *post)
{
	const struct quarto *own = site->own;
	const struct p2f_value *map = map_of_folder(own, ""), *inner;
	struct arena *a = &post->arena;
	const char *p = post->inside;

	for (; (p = strchr(p, '/')) != NULL; p++) {
		inner = map_of_folder(own, arena_span(a, post->inside, p));
		if (inner != NULL)
			map = map == NULL ? inner : join(a, map, inner);
	}
	if (map != NULL)
		post->meta = join(a, map, post->meta);
	set_date(post, "date");
	set_date(post, "date-modified");
	set_image(post, site);
	return NULL;
}
