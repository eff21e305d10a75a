/*
 * The data cascade of Eleventy: the front matter of a post overrides data
 * files and the front matter of its layouts, and eleventyComputed overrides
 * it.
 */
#include <string.h>

#include "generators/eleventy.h"
#include "generators/paths.h"
#include "generators/url_template.h"
#include "site/config.h"

/* Layouts may have layouts; a longer chain is a loop. */
#define MAX_LAYOUTS 16

/* The data of a layout, by its path with or without extension; or NULL. */
static const struct p2f_value *
find_layout(struct arena *a, const struct eleventy *own, const char *name)
{
	const struct eleventy_layout *layout;
	size_t i;

	for (i = 0; i < own->layouts.count; i++) {
		layout = own->layouts.items[i];
		if (strcmp(layout->path, name) == 0 ||
		    strcmp(paths_stem(a, layout->path), name) == 0)
			return layout->map;
	}
	return NULL;
}

static const char *
layout_of(struct arena *a, const struct p2f_value *map)
{
	return config_text(a, map, "layout");
}

static const struct p2f_value *
with_layouts(struct arena *a, const struct eleventy *own,
    const struct p2f_value *map, const char *name)
{
	const struct p2f_value *layout;
	unsigned i;

	for (i = 0; i < MAX_LAYOUTS && name != NULL; i++) {
		layout = find_layout(a, own, paths_trim(a, name));
		if (layout == NULL)
			break;
		map = eleventy_join(a, map, layout);
		name = layout_of(a, layout);
	}
	return map;
}

/* ---- eleventyComputed ---- */

static const char *
text_of(void *data, const char *name)
{
	return value_text(config_get(data, name));
}

static bool
date_of(void *data, const char *name, struct civil *civil)
{
	(void)data;
	(void)name;
	(void)civil;
	return false;
}

/* Expand the templates in a value with the data in `meta`. */
static const struct p2f_value *
compute(struct arena *a, const struct p2f_value *v,
    const struct p2f_value *meta)
{
	const struct url_template_names names = { text_of, date_of,
	    (void *)meta };
	struct p2f_value *computed;
	const char *problem, *text;

	/* A permalink is expanded when the URL is made. */
	if (v->kind != P2F_TEXT || strcmp(v->key, "permalink") == 0)
		return v;
	text = url_template_expand(a, v->text, &names, &problem);
	if (text == NULL)
		return NULL;
	computed = arena_alloc(a, sizeof *computed);
	*computed = *v;
	computed->text = text;
	return computed;
}

/* Values that cannot be computed are omitted. */
static const struct p2f_value *
computed_of(struct arena *a, const struct p2f_value *meta)
{
	const struct p2f_value *map = value_get(meta, "eleventyComputed"), *v;
	struct arena_list items = { 0 };
	size_t i;

	if (map == NULL || map->kind != P2F_MAP)
		return NULL;
	for (i = 0; map->items[i] != NULL; i++) {
		v = compute(a, map->items[i], meta);
		if (v != NULL)
			arena_list_add(a, &items, v);
	}
	return items.count == 0 ? NULL :
	    value_of_items(a, P2F_MAP, &items, map);
}

/* `permalink: {build: /x/}` is `/x/` for a site that is built. */
static const struct p2f_value *
build_of(struct arena *a, const struct p2f_value *meta)
{
	const struct p2f_value *v = value_get(meta, "permalink");
	const struct p2f_value *build = v == NULL || v->kind != P2F_MAP ?
	    NULL : value_get(v, "build");

	return build == NULL ? NULL : value_map_of(a, value_with_key(a,
	    "permalink", build));
}

const struct p2f_value *
eleventy_defaults(const struct site *site, struct post *post)
{
	const struct eleventy *own = site->own;
	struct arena *a = &post->arena;
	const struct p2f_value *map = eleventy_data_of(own, post);
	const struct p2f_value *computed, *build;
	const char *layout = layout_of(a, post->meta);

	map = with_layouts(a, own, map, layout != NULL ? layout :
	    layout_of(a, map));
	post->meta = eleventy_with_tags(a, post->meta, map);
	computed = computed_of(a, value_overlay(a, post->meta, map));
	if (computed != NULL)
		post->meta = value_overlay(a, computed, post->meta);
	build = build_of(a, value_overlay(a, post->meta, map));
	if (build != NULL)
		post->meta = value_overlay(a, build, post->meta);
	return map;
}
