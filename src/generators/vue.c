#include <string.h>

#include "base/file.h"
#include "front/assignments.h"
#include "generators/facts.h"
#include "generators/paths.h"
#include "generators/vue.h"
#include "site/config.h"
#include "template/template.h"

const struct p2f_value *
vue_map_at(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *v = config_get(map, key);

	return v != NULL && v->kind == P2F_MAP ? v : NULL;
}

static size_t
count_settings(const struct p2f_value *map)
{
	static const char keys[][12] = {
		"title", "description", "lang", "locales", "base", "head",
		"theme", "themeConfig", "plugins", "markdown", "sitemap",
		"cleanUrls", "srcDir", "rewrites", "vite"
	};
	size_t i, count = 0;

	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		count += value_get(map, keys[i]) != NULL;
	return count;
}

const struct p2f_value *
vue_settings(const struct p2f_value *map)
{
	const struct p2f_value *found = map;
	size_t i, count, most = count_settings(map);

	for (i = 0; map->items[i] != NULL; i++) {
		count = count_settings(map->items[i]);
		if (count > most) {
			most = count;
			found = map->items[i];
		}
	}
	return found;
}

void
vue_set_address(struct site *site, const struct p2f_value *map,
    const struct p2f_value *host, struct diag *d)
{
	const char *base = config_text(&site->arena, map, "base");

	if (value_text(host) == NULL)
		return;
	if (paths_is_host(host->text) && paths_has_code_base(site, map))
		paths_lack_base(site, "base", host);
	config_set_text(site, "url", paths_join_base(&site->arena, host->text,
	    base == NULL || !paths_is_host(host->text) ? "" : base), host, d);
}

void
vue_set_texts(struct site *site, const struct p2f_value *map,
    const char *root, struct diag *d)
{
	static const char *const keys[] = { "title", "description", NULL };
	const struct p2f_value *locale = vue_map_at(map, "locales"), *v;
	const char *const *key;

	locale = locale == NULL ? NULL : vue_map_at(locale, root);
	for (key = keys; *key != NULL; key++) {
		v = config_get(map, *key);
		if (v == NULL && locale != NULL)
			v = config_get(locale, *key);
		config_set(site, *key, v, d);
	}
}

void
vue_set_markdown(struct site *site, const struct p2f_value *map,
    struct diag *d)
{
	const struct p2f_value *breaks = assignments_find(map, "breaks");
	const struct p2f_value *mark = assignments_find(map, "mark");

	if (value_is_true(breaks))
		config_set(site, "hard-wraps", breaks, d);
	if (value_is_true(mark))
		site->dialects |= TEMPLATE_MARK;
}

static bool
is_root(const struct p2f_value *locale, const char *root)
{
	return strcmp(locale->key, root) == 0;
}

void
vue_read_languages(struct site *site, struct vue_languages *own,
    const struct p2f_value *map, const char *root, struct diag *d)
{
	struct arena *a = &site->arena;
	const struct p2f_value *const *item;
	const char *code;

	own->locales = vue_map_at(map, "locales");
	for (item = value_items(own->locales, P2F_MAP); *item != NULL; item++)
		if (is_root(*item, root))
			own->language = config_text(a, *item, "lang");
	if (own->language == NULL)
		own->language = config_text(a, map, "lang");
	config_set_text(site, "language", own->language, map, d);
	if (own->language == NULL)
		return;
	for (item = value_items(own->locales, P2F_MAP); *item != NULL;
	    item++) {
		code = is_root(*item, root) ? own->language :
		    config_text(a, *item, "lang");
		arena_list_add(a, &site->languages,
		    code != NULL ? code : paths_trim(a, (*item)->key));
	}
}

const struct p2f_value *
vue_locale_of(struct arena *a, const struct vue_languages *own,
    const char *path)
{
	const struct p2f_value *const *item = value_items(own->locales,
	    P2F_MAP);
	const char *folder;

	for (; *item != NULL; item++) {
		folder = paths_trim(a, (*item)->key);
		if (*folder != '\0' && paths_below(path, folder) != NULL)
			break;
	}
	return *item;
}

void
vue_set_language(struct post *post, const struct site *site,
    const struct vue_languages *own, const char *path)
{
	const struct p2f_value *locale = path == NULL ? NULL :
	    vue_locale_of(&post->arena, own, path);
	const char *language = own->language;

	if (locale != NULL) {
		language = config_text(&post->arena, locale, "lang");
		if (language == NULL)
			language = paths_trim(&post->arena, locale->key);
	}
	if (site->languages.count > 1 && post->facts.language == NULL)
		facts_set_language(post, language);
}

const char *
vue_page(struct arena *a, const char *path)
{
	return *file_base_name(path) == '\0' ||
	    *file_extension(path) != '\0' ? path :
	    arena_printf(a, "%s.md", path);
}
