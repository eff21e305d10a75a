#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "front/recover.h"
#include "front/yaml.h"
#include "site/site.h"

/* All settings are made here. */
static bool
set_from(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct place place, struct diag *d)
{
	const struct given given = { site, setting, v, place, d };

	if (!setting->set(&given))
		return false;
	site->places[setting - site_settings] = place;
	site->is_set[setting - site_settings] = true;
	return true;
}

void
site_init(struct site *site)
{
	static const struct generator none = { .name = "none",
	    .title = "no generator" };

	*site = (struct site){ .zone = zone_utc(), .generator = &none,
	    .bad_setting = DIAG_SITE };
}

void
site_release(struct site *site)
{
	if (site->generator->release != NULL)
		site->generator->release(site);
	arena_release(&site->arena);
}

struct place
site_place(const struct site *site, const char *key)
{
	return site->places[site_find_setting(key) - site_settings];
}

bool
site_is_set(const struct site *site, const char *key)
{
	return site->is_set[site_find_setting(key) - site_settings];
}

static void
empty_list(struct site *site, const struct setting *setting)
{
	*(struct arena_list *)(void *)((char *)site + setting->offset) =
	    (struct arena_list){ 0 };
}

static void
report_unknown(const struct p2f_value *v, struct place place, struct diag *d)
{
	const struct setting *meant = site_similar_setting(v->key);

	diag_report(d, DIAG_KEY, place, "unknown setting %s; "
	    "ignored%s%s%s", quote(v->key).text, meant == NULL ? "" :
	    " (did you mean \"", meant == NULL ? "" : meant->key,
	    meant == NULL ? "" : "\"?)");
}

static bool
fill_entry(struct site *site, const struct p2f_value *v, const char *path,
    struct diag *d)
{
	const struct setting *setting = site_find_setting(v->key);
	struct place place = value_place(path, v);

	/* It was applied before all others, see site_read(). */
	if (value_key_equal(v->key, "generator"))
		return true;
	if (setting == NULL) {
		report_unknown(v, place, d);
		return true;
	}
	if (v->kind == P2F_NULL)
		return true;
	/* Replaces the whole list that the generator set. */
	if (setting->is_list)
		empty_list(site, setting);
	return set_from(site, setting, v, place, d);
}

const struct p2f_value *
site_read(struct site *site, const char *path, struct diag *d)
{
	const struct p2f_value *map;
	struct yaml_problem problem;
	struct buf text = { 0 };
	struct block block;

	if (!file_read_text(path, &text, d)) {
		buf_release(&text);
		return NULL;
	}
	block = (struct block){ .path = path, .text = text.bytes,
	    .length = text.length, .line = 1, .is_file = true };
	map = yaml_parse(&site->arena, &block, d, &problem);
	buf_release(&text);
	if (map == NULL) {
		diag_report(d, DIAG_SITE, (struct place){ path,
		    problem.line, problem.column }, "%s (%s)",
		    recover_words(&problem), recover_hint(&problem));
	} else if (map->kind != P2F_MAP) {
		diag_report(d, DIAG_SITE, (struct place){ path, 1, 1 },
		    "expected lines of the form `title: My Site`");
		map = NULL;
	}
	return map;
}

bool
site_fill(struct site *site, const struct p2f_value *map, const char *path,
    struct diag *d)
{
	bool ok = true;
	size_t i;

	for (i = 0; map->items[i] != NULL; i++)
		ok = fill_entry(site, map->items[i], path, d) && ok;
	return ok;
}

void
site_default(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct diag *d)
{
	site->bad_setting = DIAG_CONFIG;
	set_from(site, setting, v, value_place(NULL, v), d);
	site->bad_setting = DIAG_SITE;
}

void
site_replace(struct site *site, const struct setting *setting,
    const struct p2f_value *v, struct diag *d)
{
	if (setting->is_list)
		empty_list(site, setting);
	site_default(site, setting, v, d);
}

bool
site_set(struct site *site, const struct setting *setting, const char *text,
    bool is_first, struct diag *d)
{
	const struct p2f_value v = { .kind = P2F_TEXT, .key = setting->key,
	    .text = text };

	if (is_first && setting->is_list)
		empty_list(site, setting);
	return set_from(site, setting, &v, (struct place){ .path = NULL }, d);
}

struct post_rules
site_post_rules(const struct site *site)
{
	return (struct post_rules){
		.zone = site->zone,
		.timestamp_zone = site->timestamp_zone,
		.people = site->people,
		.split = site->generator->split,
		.templates = site->generator->templates,
		.takes_tabs = site->generator->takes_tabs,
		.loose_headers = site->generator->loose_headers,
		.site = site,
		.defaults = site->generator->defaults,
		.complete = site->generator->complete
	};
}

const char *
site_inside(const struct site *site, const char *path)
{
	size_t n;

	if (site->root == NULL)
		return NULL;
	if (strcmp(site->root, path) == 0)
		return "";
	if (strcmp(site->root, ".") == 0)
		return path[0] == '/' || strcmp(path, "..") == 0 ||
		    text_has_prefix(path, "../") ? NULL : path;
	n = strlen(site->root);
	if (strncmp(site->root, path, n) != 0)
		return NULL;
	return site->root[n - 1] == '/' ? path + n :
	    path[n] == '/' ? path + n + 1 : NULL;
}
