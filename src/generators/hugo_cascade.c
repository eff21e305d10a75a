/*
 * What a page of Hugo inherits: `cascade` in the front matter of the _index
 * files above it, nearest first, and in the settings of the site.
 */
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/hugo.h"

static bool
fits(const struct p2f_value *target, const char *key, const char *text)
{
	const char *pattern = value_text(hugo_get(target, key));

	return pattern == NULL || glob_match(GLOB_GO, pattern, text);
}

/*
 * Up to Hugo 0.122, the path of a page was that of its file, with extension;
 * since then without it, and that of a bundle is its folder's.
 */
static bool
fits_path(struct arena *a, const struct p2f_value *target,
    const struct hugo_page *page)
{
	const char *pattern = value_text(hugo_get(target, "path"));
	const char *older, *newer;

	if (pattern == NULL)
		return true;
	pattern = unicode_lower_text(a, pattern);
	older = text_clean_name(a, arena_printf(a, "/%s", page->inside));
	newer = text_clean_name(a, arena_printf(a, "/%s", path_join(a,
	    page->folder, page->name)));
	return glob_match(GLOB_GO, pattern, unicode_lower_text(a, older)) ||
	    glob_match(GLOB_GO, pattern, unicode_lower_text(a, newer));
}

bool
hugo_is_target(struct arena *a, const struct p2f_value *target,
    const struct hugo_page *page)
{
	return target == NULL || (fits_path(a, target, page) &&
	    fits(target, "kind", "page") &&
	    fits(target, "lang", page->language->key) &&
	    fits(target, "environment", "production"));
}

/* A page that inherits. */
struct heir {
	struct arena	*arena;
	const struct hugo_page *page;
};

/* Keys that describe the position of a page in the tree are not inherited. */
static bool
is_inherited(const char *key)
{
	static const char *const others[] = {
		"target", "_target", "params", "kind", "path", "lang", NULL
	};

	return !ascii_is_any(key, others);
}

static const struct p2f_value *
inherited_part(struct arena *a, const struct p2f_value *map)
{
	struct arena_list items = { 0 };
	size_t i;

	for (i = 0; map->items[i] != NULL; i++)
		if (is_inherited(map->items[i]->key))
			arena_list_add(a, &items, map->items[i]);
	return value_of_items(a, P2F_MAP, &items, map);
}

static const struct p2f_value *
add(struct arena *a, const struct p2f_value *map, const struct p2f_value *more)
{
	if (more == NULL || more->kind != P2F_MAP)
		return map;
	return map == NULL ? more : value_overlay(a, map, more);
}

/* An item of a cascade, or a list of them. */
static const struct p2f_value *
inherit(const struct heir *heir, const struct p2f_value *map,
    const struct p2f_value *cascade)
{
	const struct p2f_value *const *item = value_items(cascade, P2F_LIST);
	const struct p2f_value *target;

	for (; *item != NULL; item++)
		if ((*item)->kind == P2F_MAP)
			map = inherit(heir, map, *item);
	if (cascade == NULL || cascade->kind != P2F_MAP)
		return map;
	target = hugo_get(cascade, "target");
	if (target == NULL)
		target = hugo_get(cascade, "_target");
	if (!hugo_is_target(heir->arena, target, heir->page))
		return map;
	map = add(heir->arena, map, inherited_part(heir->arena, cascade));
	return add(heir->arena, map, hugo_get(cascade, "params"));
}

/*
 * The audio file of an episode in the theme Castanet, which has the file name
 * in the post and the folder of all of them in the settings.
 */
static const struct p2f_value *
recording(struct arena *a, const struct hugo *hugo,
    const struct p2f_value *meta)
{
	const struct p2f_value *file = hugo_get(meta, "podcast_file");
	const char *name = value_text(file), *folder;

	if (name == NULL || *name == '\0')
		return NULL;
	folder = value_text(hugo_get(hugo_get(hugo->config, "params"),
	    "media_prefix"));
	return value_map_of(a, value_new_text(a, "enclosure", arena_printf(a,
	    "%s%s", folder == NULL ? "" : folder, name), file));
}

const struct p2f_value *
hugo_defaults(const struct site *site, struct post *post)
{
	const struct hugo *hugo = site->own;
	struct arena *a = &post->arena;
	const struct p2f_value *map = NULL;
	struct arena_list sections;
	struct hugo_page page;
	const struct heir heir = { a, &page };
	size_t i;

	if (!hugo_page_of(a, hugo, post->inside, &page))
		return NULL;
	/* In newer front matter, keys that are not Hugo's own are in a map. */
	map = add(a, map, hugo_get(post->meta, "params"));
	map = add(a, map, recording(a, hugo, post->meta));
	sections = hugo_sections_above(a, hugo, &page);
	for (i = 0; i < sections.count; i++)
		map = inherit(&heir, map, hugo_get(((const struct hugo_index *)
		    sections.items[i])->meta, "cascade"));
	return inherit(&heir, map, hugo_get(hugo->config, "cascade"));
}
