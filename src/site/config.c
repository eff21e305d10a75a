#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "site/config.h"
#include "site/source.h"

/* Larger list indices are not looked up. */
#define ITEMS_MAX 1000

static const char *
path_below(struct arena *a, const char *folder, const char *name)
{
	if (strcmp(folder, ".") == 0)
		return name;
	return arena_printf(a, "%s%s%s", folder,
	    folder[strlen(folder) - 1] == '/' ? "" : "/", name);
}

const char *
config_path(struct arena *a, const struct site *site, const char *name)
{
	return path_below(a, site->root, name);
}

bool
config_exists(const char *folder, const char *name)
{
	const char *const names[] = { name, NULL };

	return config_first(folder, names) != NULL;
}

/*
 * Asks for existence only, since opening a FIFO to read settings would block.
 * Some forty names are checked in each folder, and nearly all are missing.
 */
const char *
config_first(const char *folder, const char *const *names)
{
	struct buf path = { 0 };
	size_t n;

	if (strcmp(folder, ".") != 0)
		buf_puts(&path, folder);
	if (path.length > 0 && path.bytes[path.length - 1] != '/')
		buf_putc(&path, '/');
	for (n = path.length; *names != NULL; names++) {
		path.length = n;
		buf_puts(&path, *names);
		if (seen_exists(path.bytes))
			break;
	}
	buf_release(&path);
	return *names;
}

static bool
begins_line(const char *s, const char *const *texts)
{
	const char *p, *line;

	for (p = s; (p = strstr(p, *texts)) != NULL; p++) {
		line = text_cut_blanks(s, p);
		if (line == s || line[-1] == '\n')
			return true;
	}
	return false;
}

static bool
test_text(bool (*test)(const char *, const char *const *), const char *path,
    const char *const *texts)
{
	struct diag d = { .options = &diag_quiet };
	struct buf file = { 0 };
	bool result = file_read(path, &file, &d);

	buf_puts(&file, "");
	result = result && test(file.bytes, texts);
	buf_release(&file);
	diag_discard(&d);
	return result;
}

static bool
test_file(bool (*test)(const char *, const char *const *), const char *folder,
    const char *name, const char *const *texts)
{
	struct arena scratch = { 0 };
	bool result;

	if (name == NULL || !config_exists(folder, name))
		return false;
	result = test_text(test, path_below(&scratch, folder, name), texts);
	arena_release(&scratch);
	return result;
}

bool
config_mentions(const char *folder, const char *name, const char *text)
{
	return test_file(text_holds_any, folder, name,
	    (const char *const []){ text, NULL });
}

bool
config_mentions_any(const char *folder, const char *name,
    const char *const *texts)
{
	return test_file(text_holds_any, folder, name, texts);
}

bool
config_begins_line(const char *folder, const char *name, const char *text)
{
	return test_file(begins_line, folder, name,
	    (const char *const []){ text, NULL });
}

const char *
config_read_text(struct site *site, const char *name, struct diag *d)
{
	const char *path = config_path(&site->arena, site, name);
	struct buf text = { 0 };
	bool ok = config_exists(site->root, name) &&
	    file_read_text(path, &text, d);

	if (ok)
		return arena_take(&site->arena, &text);
	buf_release(&text);
	return NULL;
}

/* The path is relative to the site; "" is its top. */
static bool
read_contents(struct contents *all, struct site *site, const char *folder)
{
	return contents_read(all, &site->arena, *folder == '\0' ? site->root :
	    config_path(&site->arena, site, folder));
}

struct arena_list
config_list(struct site *site, const char *folder)
{
	struct arena_list names = { 0 };
	struct contents all;
	const char *name;
	size_t i;

	if (!read_contents(&all, site, folder))
		return names;
	for (i = 0; i < all.count; i++) {
		name = file_base_name(all.items[i].path);
		if (*name != '.')
			arena_list_add(&site->arena, &names, name);
	}
	contents_release(&all);
	return names;
}

static void
walk(struct site *site, const char *folder, unsigned depth,
    config_visitor *visit, void *own, struct diag *d)
{
	struct config_item item = { .folder = folder };
	struct contents all;
	size_t i;

	if (!read_contents(&all, site, folder))
		return;
	for (i = 0; i < all.count; i++) {
		item.name = file_base_name(all.items[i].path);
		if (*item.name == '.')
			continue;
		item.path = path_join(&site->arena, folder, item.name);
		item.kind = contents_kind_itself(&all.items[i]);
		if (visit(site, own, &item, d) &&
		    item.kind == CONTENTS_FOLDER && depth < SOURCE_MAX_DEPTH)
			walk(site, item.path, depth + 1, visit, own, d);
	}
	contents_release(&all);
}

void
config_walk(struct site *site, const char *folder, config_visitor *visit,
    void *own, struct diag *d)
{
	walk(site, folder, 0, visit, own, d);
}

/* The item of a list at an index, counted from 0. */
static const struct p2f_value *
item_at(const struct p2f_value *list, const char *number)
{
	const char *p = number;
	unsigned i, n = 0;

	for (; ascii_is_digit(*number) && n < ITEMS_MAX; number++)
		n = n * 10 + (unsigned)(*number - '0');
	if (p == number || *number != '\0')
		return NULL;
	for (i = 0; i < n && list->items[i] != NULL; i++)
		continue;
	return list->items[i];
}

const struct p2f_value *
config_find(const struct p2f_value *map, const char *path)
{
	char key[64];
	size_t n;

	while (map != NULL && (map->kind == P2F_MAP ||
	    map->kind == P2F_LIST)) {
		n = strcspn(path, ".");
		if (n >= sizeof key)
			return NULL;
		memcpy(key, path, n);
		key[n] = '\0';
		map = map->kind == P2F_MAP ? value_get(map, key) :
		    item_at(map, key);
		if (path[n] == '\0')
			return map;
		path += n + 1;
	}
	return NULL;
}

const struct p2f_value *
config_get(const struct p2f_value *map, const char *path)
{
	const struct p2f_value *v = config_find(map, path);

	return v != NULL && v->kind == P2F_NULL ? NULL : v;
}

const char *
config_text(struct arena *a, const struct p2f_value *map, const char *path)
{
	return value_trimmed(a, config_get(map, path));
}

const char *
config_text_or(struct arena *a, const struct p2f_value *map,
    const char *path, const char *otherwise)
{
	const char *text = config_text(a, map, path);

	return text != NULL ? text : otherwise;
}

bool
config_is_true(const struct p2f_value *map, const char *path)
{
	return value_is_true(config_get(map, path));
}

bool
config_is_false(const struct p2f_value *map, const char *path)
{
	return value_is_false(config_get(map, path));
}

void
config_set(struct site *site, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	if (v == NULL || v->kind == P2F_NULL || (v->kind == P2F_TEXT &&
	    value_trimmed(&site->arena, v) == NULL))
		return;
	site_default(site, site_find_setting(setting), v, d);
}

void
config_set_keys(struct site *site, const struct p2f_value *map,
    const struct config_key *keys, struct diag *d)
{
	for (; keys->setting != NULL; keys++)
		config_set(site, keys->setting, config_get(map, keys->path), d);
}

void
config_replace(struct site *site, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	const char *made_in = site_place(site, setting).path;

	if (v == NULL || v->kind == P2F_NULL || v->file == NULL ||
	    (site_is_set(site, setting) && (made_in == NULL ||
	    strcmp(made_in, v->file) != 0)))
		return;
	site_replace(site, site_find_setting(setting), v, d);
}

void
config_set_text(struct site *site, const char *setting, const char *text,
    const struct p2f_value *v, struct diag *d)
{
	const char *key = v == NULL || v->key == NULL ? setting : v->key;

	if (text != NULL)
		config_set(site, setting, value_new_text(&site->arena, key,
		    text, v), d);
}

const struct p2f_value *
config_url_of_cname(struct site *site, const char *file, struct diag *d)
{
	struct arena *a = &site->arena;
	const char *name = config_read_text(site, file, d);
	struct p2f_value place = { .file = config_path(a, site, file),
	    .line = 1, .column = 1 };

	if (name != NULL)
		name = text_trim_copy(a, name, name + strcspn(name, "\n"));
	if (name == NULL || strcspn(name, "/:@?# \t") < strlen(name))
		return NULL;
	return value_new_text(a, "url", arena_printf(a, "https://%s", name),
	    &place);
}
