/*
 * Where Hugo has its settings: a file at the top, hugo.toml or formerly
 * config.toml, overridden by files in config/_default and config/production,
 * where params.yaml contains what is below `params`.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "generators/hugo.h"
#include "site/config.h"

const char *const hugo_files[] = {
	"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json",
	"config.toml", "config.yaml", "config.yml", "config.json", NULL
};

/* The second is for the environment that `hugo` builds by default. */
static const char *const folders[] = {
	"config/_default", "config/production", NULL
};

bool
hugo_has_config(const char *folder)
{
	static const char *const parts[] = {
		"archetypes", "themes", "layouts", NULL
	};
	static const char *const spellings[] = {
		"baseURL", "baseurl", "BaseURL", NULL
	};
	const char *name = config_first(folder, hugo_files);

	/* Only Hugo has these. */
	if ((name != NULL && ascii_has_prefix(name, "hugo.")) ||
	    config_exists(folder, "config/_default"))
		return true;
	if (name == NULL || config_mentions(folder, name, "base_url"))
		return false;
	return config_mentions_any(folder, name, spellings) ||
	    (config_exists(folder, "content") &&
	    config_first(folder, parts) != NULL);
}

/* The value of a key of n bytes. */
static const struct p2f_value *
find(const struct p2f_value *map, const char *key, size_t n)
{
	size_t i;

	for (i = 0; map->items[i] != NULL; i++)
		if (strlen(map->items[i]->key) == n &&
		    ascii_has_prefix(key, map->items[i]->key))
			return map->items[i];
	return NULL;
}

const struct p2f_value *
hugo_find(const struct p2f_value *map, const char *path)
{
	size_t n;

	while (map != NULL && map->kind == P2F_MAP) {
		n = strcspn(path, ".");
		map = find(map, path, n);
		if (path[n] == '\0')
			return map;
		path += n + 1;
	}
	return NULL;
}

const struct p2f_value *
hugo_get(const struct p2f_value *map, const char *path)
{
	const struct p2f_value *v = hugo_find(map, path);

	return v != NULL && v->kind == P2F_NULL ? NULL : v;
}

static int
compare_keys(const char *a, const char *b)
{
	while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
		a++;
		b++;
	}
	return (unsigned char)ascii_lower(*a) -
	    (unsigned char)ascii_lower(*b);
}

static int
compare_entries(const void *left, const void *right)
{
	const struct value_entry *a = left, *b = right;
	int order = compare_keys(a->value->key, b->value->key);

	if (order != 0)
		return order;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* Merge two maps; the second one overrides the first. */
static const struct p2f_value *
merge(struct arena *a, const struct p2f_value *map,
    const struct p2f_value *over)
{
	size_t n = value_count(map), total = n + value_count(over), i;
	struct value_entry *entries = arena_alloc(a, (total + 1) *
	    sizeof *entries);
	const struct p2f_value *v = NULL, *next;
	struct arena_list items = { 0 };

	for (i = 0; i < total; i++)
		entries[i] = (struct value_entry){ i < n ? map->items[i] :
		    over->items[i - n], i };
	qsort(entries, total, sizeof *entries, compare_entries);
	for (i = 0; i < total; i++) {
		next = entries[i].value;
		if (v != NULL && compare_keys(v->key, next->key) != 0) {
			arena_list_add(a, &items, v);
			v = NULL;
		}
		v = v != NULL && v->kind == P2F_MAP && next->kind == P2F_MAP ?
		    merge(a, v, next) : next;
	}
	if (v != NULL)
		arena_list_add(a, &items, v);
	return value_of_items(a, P2F_MAP, &items, over);
}

/* A map with a single key. */
static const struct p2f_value *
wrap(struct arena *a, const char *key, const struct p2f_value *v)
{
	return value_map_of(a, value_with_key(a, key, v));
}

/*
 * Expand a file in a folder of settings: "params.yaml" is below `params`,
 * "params.fr.yaml" below `languages.fr.params`, "hugo.yaml" at the top.
 */
static const struct p2f_value *
unfold(struct arena *a, const char *name, const struct p2f_value *map)
{
	const char *stem = file_stem(a, name), *language = NULL;
	const char *dot = strrchr(stem, '.');

	if (ascii_equal(stem, "hugo") || ascii_equal(stem, "config"))
		return map;
	if (dot != NULL) {
		language = dot + 1;
		stem = arena_span(a, stem, dot);
	}
	/* languages.fr.yaml is `languages.fr` itself. */
	if (language == NULL || ascii_equal(stem, "params") ||
	    ascii_equal(stem, "menus") || ascii_equal(stem, "menu"))
		map = wrap(a, stem, map);
	return language == NULL ? map :
	    wrap(a, "languages", wrap(a, language, map));
}

static const struct p2f_value *
read_folder(struct site *site, const char *folder,
    const struct p2f_value *config, struct diag *d)
{
	struct arena *a = &site->arena;
	struct arena_list names = config_list(site, folder);
	const struct p2f_value *map;
	size_t i;

	for (i = 0; i < names.count; i++) {
		map = config_read(site, arena_printf(a, "%s/%s", folder,
		    (const char *)names.items[i]), d);
		if (map == NULL)
			continue;
		map = unfold(a, names.items[i], map);
		config = config == NULL ? map : merge(a, config, map);
	}
	return config;
}

const struct p2f_value *
hugo_read_config(struct site *site, struct diag *d)
{
	const struct p2f_value *config = config_read_first(site, hugo_files,
	    d);
	const char *const *folder;

	for (folder = folders; *folder != NULL; folder++)
		config = read_folder(site, *folder, config, d);
	return config == NULL ? value_empty_map(&site->arena) : config;
}
