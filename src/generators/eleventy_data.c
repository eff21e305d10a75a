/*
 * The data files among Eleventy's posts: posts/posts.json and
 * posts/posts.11tydata.js apply to all posts in posts/, posts/a.11tydata.json
 * only to posts/a.md.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "front/assignments.h"
#include "generators/eleventy.h"
#include "generators/paths.h"
#include "site/config.h"

static const char *const script_ends[] = {
	".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", NULL
};

/* A name without a suffix; NULL if it does not have it. */
static const char *
without_end(struct arena *a, const char *name, const char *end)
{
	return text_has_suffix(name, end) && strcmp(name, end) != 0 ?
	    arena_strndup(a, name, strlen(name) - strlen(end)) : NULL;
}

/* The folder or post that a data file is for, by its name; NULL if it is not a
   data file. */
static const char *
subject_of(struct arena *a, const char *folder, const char *name)
{
	const char *stem = without_end(a, name, ".11tydata.json");
	const char *base = file_base_name(folder);
	size_t i;

	for (i = 0; stem == NULL && script_ends[i] != NULL; i++)
		stem = without_end(a, name, script_ends[i]);
	if (stem == NULL) {
		stem = without_end(a, name, ".json");
		if (stem == NULL || strcmp(stem, base) != 0)
			return NULL;
	}
	if (*base != '\0' && strcmp(stem, base) == 0)
		return folder;
	return path_join(a, folder, stem);
}

const struct p2f_value *
eleventy_permalink(const struct p2f_value *map)
{
	const struct p2f_value *v = config_get(map,
	    "eleventyComputed.permalink");

	return v == NULL ? value_get(map, "permalink") : v;
}

/* A map with ELEVENTY_CODE as its permalink. */
static const struct p2f_value *
with_code(struct arena *a, const struct p2f_value *map)
{
	return value_overlay(a, value_map_of(a, value_new_text(a,
	    "permalink", ELEVENTY_CODE, map)), map);
}

/* The object in a script, including a permalink that is code. */
static const struct p2f_value *
data_of_script(struct site *site, const char *path,
    const struct p2f_value *map)
{
	static const char *const keys[] = { "eleventyComputed", "permalink",
	    "tags", "layout" };
	const struct p2f_value *v = NULL;
	size_t i;

	for (i = 0; v == NULL && i < sizeof keys / sizeof *keys; i++)
		v = assignments_holder(map, keys[i]);
	if (v == NULL)
		v = map;
	return eleventy_permalink(v) == NULL &&
	    config_mentions(site->root, path, "permalink") ?
	    with_code(&site->arena, v) : v;
}

static void
add_data(struct site *site, struct eleventy *own,
    const struct config_item *item, struct diag *d)
{
	struct arena *a = &site->arena;
	const char *subject = subject_of(a, item->folder, item->name);
	const struct p2f_value *map;
	struct eleventy_data *data;

	if (subject == NULL)
		return;
	map = config_read(site, item->path, d);
	if (map == NULL || map->kind != P2F_MAP)
		return;
	if (strcmp(file_extension(item->name), ".json") != 0)
		map = data_of_script(site, item->path, map);
	data = arena_alloc(a, sizeof *data);
	*data = (struct eleventy_data){ subject, map,
	    arena_alloc(a, sizeof *data->is_unknown) };
	arena_list_add(a, &own->data, data);
}

static bool
visit(struct site *site, void *data, const struct config_item *item,
    struct diag *d)
{
	struct eleventy *own = data;

	if (item->kind == CONTENTS_FILE)
		add_data(site, own, item, d);
	return !arena_list_has(&own->outside, item->path);
}

/* Add a file that can be a layout and have front matter. */
static void
add_layout(struct site *site, struct eleventy *own,
    const struct config_item *item, struct diag *d)
{
	static const char *const ends[] = { ".njk", ".liquid", ".html",
	    ".md", ".hbs", ".webc", ".vto", ".ejs", NULL };
	struct arena *a = &site->arena;
	struct eleventy_layout *layout;
	const char *file = config_path(a, site, item->path);

	if (!text_is_any(file_extension(item->name), ends))
		return;
	layout = arena_alloc(a, sizeof *layout);
	*layout = (struct eleventy_layout){ paths_below(item->path,
	    own->layout_folder), config_read_front(a, file, d) };
	arena_list_add(a, &own->layouts, layout);
}

static bool
visit_layouts(struct site *site, void *data, const struct config_item *item,
    struct diag *d)
{
	struct eleventy *own = data;

	if (item->kind == CONTENTS_FILE)
		add_layout(site, own, item, d);
	return !arena_list_has(&own->outside, item->path);
}

/* If two files are for the same, `.11tydata`, which sorts first, wins. */
static int
compare_data(const void *left, const void *right)
{
	const struct eleventy_data *const *a = left, *const *b = right;
	int order = strcmp((*a)->path, (*b)->path);

	return order != 0 ? order : strcmp((*a)->map->file, (*b)->map->file);
}

void
eleventy_read_data(struct site *site, struct eleventy *own, struct diag *d)
{
	config_walk(site, own->input, visit, own, d);
	config_walk(site, own->layout_folder, visit_layouts, own, d);
	arena_list_sort(&own->data, compare_data);
}

static int
compare_path(const void *data, const void *path)
{
	return strcmp(((const struct eleventy_data *)data)->path, path);
}

/* Cut a path to its parent, finally ""; false if it has none. */
static bool
cut_last(char *path)
{
	bool is_inside = *path != '\0';
	char *slash = strrchr(path, '/');

	*(slash == NULL ? path : slash) = '\0';
	return is_inside;
}

/* The data for a post and the folders around it, innermost first. */
static struct arena_list
data_around(const struct eleventy *own, struct post *post)
{
	const struct arena_list *all = &own->data;
	struct arena *a = &post->arena;
	char *path = arena_strdup(a, paths_stem(a, post->inside));
	struct arena_list found = { 0 };
	size_t i;

	do {
		for (i = arena_list_search(all, path, compare_path);
		    i < all->count && compare_path(all->items[i], path) == 0;
		    i++)
			arena_list_add(a, &found, all->items[i]);
	} while (cut_last(path));
	return found;
}

static void
add_tags(struct arena *a, struct arena_list *list,
    const struct p2f_value *tags)
{
	size_t i;

	if (tags->kind == P2F_TEXT)
		arena_list_add(a, list, tags);
	for (i = 0; tags->kind == P2F_LIST && tags->items[i] != NULL; i++)
		arena_list_add(a, list, tags->items[i]);
}

const struct p2f_value *
eleventy_with_tags(struct arena *a, const struct p2f_value *map,
    const struct p2f_value *other)
{
	const struct p2f_value *tags = value_get(map, "tags");
	const struct p2f_value *more = value_get(other, "tags");
	struct arena_list items = { 0 };

	if (tags == NULL || more == NULL)
		return map;
	add_tags(a, &items, more);
	add_tags(a, &items, tags);
	return value_overlay(a, value_map_of(a, value_of_items(a, P2F_LIST,
	    &items, tags)), map);
}

const struct p2f_value *
eleventy_join(struct arena *a, const struct p2f_value *map,
    const struct p2f_value *other)
{
	return value_overlay(a, eleventy_with_tags(a, map, other), other);
}

const struct p2f_value *
eleventy_data_of(const struct eleventy *own, struct post *post)
{
	const struct p2f_value *map = value_empty_map(&post->arena);
	const struct arena_list all = data_around(own, post);
	const struct eleventy_data *data;
	size_t i;

	for (i = 0; i < all.count; i++) {
		data = all.items[i];
		map = map->items[0] == NULL ? data->map :
		    eleventy_join(&post->arena, map, data->map);
	}
	return map;
}

bool
eleventy_note_code(const struct eleventy *own, struct post *post,
    const struct p2f_value *v)
{
	const struct arena_list all = data_around(own, post);
	const struct eleventy_data *data;
	size_t i;

	for (i = 0; i < all.count; i++) {
		data = all.items[i];
		if (eleventy_permalink(data->map) != v)
			continue;
		atomic_store(data->is_unknown, true);
		return true;
	}
	return false;
}
