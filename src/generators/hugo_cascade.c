/*
 * What a page of Hugo inherits: `cascade` in the front matter of the _index
 * files above it, the nearest first, and in the settings of the site.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "generators/hugo.h"

/* A pattern can be made to try more ways than there is time for, and one in
   another to be copied as often. */
#define MAX_STEPS 100000
#define MAX_LENGTH 1000

struct matching {
	struct arena	 arena;		/* of alternatives, spelled out */
	unsigned	 steps;
};

static bool matches(struct matching *, const char *, const char *);

/* The end of a group that begins at a brace; NULL: it has none. */
static const char *
end_of_group(const char *p)
{
	unsigned depth = 0;

	for (; *p != '\0'; p++) {
		if (*p == '{')
			depth++;
		if (*p == '}' && --depth == 0)
			return p;
	}
	return NULL;
}

/* "{a,b}c" is "ac" or "bc". */
static bool
matches_group(struct matching *m, const char *pattern, const char *path)
{
	const char *end = end_of_group(pattern), *start = pattern + 1, *p;
	unsigned depth = 0;

	for (p = start; end != NULL && p <= end; p++) {
		if (depth == 0 && (*p == ',' || p == end)) {
			if (matches(m, arena_printf(&m->arena, "%.*s%s",
			    (int)(p - start), start, end + 1), path))
				return true;
			start = p + 1;
		}
		depth += *p == '{';
		depth -= *p == '}' && depth > 0;
	}
	return false;
}

/* "[a-z]" and "[!x]"; *end is set behind it, NULL: it is none. */
static bool
is_in_class(const char *pattern, char c, const char **end)
{
	bool is_negated = *++pattern == '!', found = false;

	*end = NULL;
	if (is_negated)
		pattern++;
	for (; *pattern != '\0' && *pattern != ']'; pattern++) {
		char first = *pattern;

		if (pattern[1] == '-' && pattern[2] != '\0' &&
		    pattern[2] != ']')
			pattern += 2;
		found = found || ((unsigned char)first <= (unsigned char)c &&
		    (unsigned char)c <= (unsigned char)*pattern);
	}
	if (*pattern == ']')
		*end = pattern + 1;
	return found != is_negated;
}

/* "*" matches within a part of the path, "**" across parts. */
static bool
matches_star(struct matching *m, const char *pattern, const char *path)
{
	bool crosses = pattern[1] == '*';

	for (pattern += crosses ? 2 : 1; ; path++) {
		if (matches(m, pattern, path))
			return true;
		if (*path == '\0' || (*path == '/' && !crosses))
			return false;
	}
}

static bool
matches(struct matching *m, const char *pattern, const char *path)
{
	const char *end;

	for (; *pattern != '\0'; path++) {
		if (++m->steps > MAX_STEPS)
			return false;
		if (*pattern == '*')
			return matches_star(m, pattern, path);
		if (*pattern == '{')
			return matches_group(m, pattern, path);
		if (*path == '\0')
			return false;
		if (*pattern == '[') {
			if (!is_in_class(pattern, *path, &end) || end == NULL)
				return false;
			pattern = end;
			continue;
		}
		if (*pattern == '\\' && pattern[1] != '\0')
			pattern++;
		else if (*pattern == '?' && *path != '/') {
			pattern++;
			continue;
		}
		if (*pattern++ != *path)
			return false;
	}
	return *path == '\0';
}

bool
hugo_glob(const char *pattern, const char *path)
{
	struct matching m = { .steps = 0 };
	bool found = strlen(pattern) <= MAX_LENGTH &&
	    matches(&m, pattern, path);

	arena_release(&m.arena);
	return found;
}

static bool
fits(const struct p2f_value *target, const char *key, const char *text)
{
	const struct p2f_value *v = hugo_get(target, key);
	const char *pattern = value_text(v);

	return pattern == NULL || hugo_glob(pattern, text);
}

/*
 * The path of a page was that of its file up to Hugo 0.122, with its ending;
 * since then it has none, and that of a bundle is the folder's.
 */
static bool
fits_path(struct arena *a, const struct p2f_value *target,
    const struct hugo_page *page)
{
	const struct p2f_value *v = hugo_get(target, "path");
	const char *pattern = value_text(v);
	const char *older, *newer;

	if (pattern == NULL)
		return true;
	pattern = unicode_lower_text(a, pattern);
	older = arena_printf(a, "/%s", page->inside);
	newer = arena_printf(a, "/%s", path_join(a, page->folder,
	    page->name));
	return hugo_glob(pattern, unicode_lower_text(a, text_clean_name(a,
	    older))) || hugo_glob(pattern, unicode_lower_text(a,
	    text_clean_name(a, newer)));
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

/* Where a page is in the tree is not inherited. */
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

/* One entry of a cascade, or a list of them. */
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
 * The recording of an episode in the theme Castanet, which names the file in
 * the post and the folder of all of them in the settings.
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
	/* Newer front matter has what is not Hugo's own in a map. */
	map = add(a, map, hugo_get(post->meta, "params"));
	map = add(a, map, recording(a, hugo, post->meta));
	sections = hugo_sections_above(a, hugo, &page);
	for (i = 0; i < sections.count; i++)
		map = inherit(&heir, map, hugo_get(((const struct hugo_index *)
		    sections.items[i])->meta, "cascade"));
	return inherit(&heir, map, hugo_get(hugo->config, "cascade"));
}
