/*
 * Settings in files of their own, including what programs import from one
 * another.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "front/assignments.h"
#include "front/defs.h"
#include "front/front.h"
#include "front/imports.h"
#include "front/json.h"
#include "front/literal.h"
#include "front/toml.h"
#include "front/yaml.h"
#include "site/config.h"

/* At most so many modules are read for one file, ... */
#define MODULES_MAX 32
/* ... through at most so many levels of imports, ... */
#define MODULES_DEPTH 3
/* ... and with at most so many lookups of names. */
#define STEPS_MAX 500

/* A file whose names others may import. */
struct module {
	const char	*path;		/* as imported, without its extension */
	const char	*name;		/* of the file in the site; or NULL */
	const struct p2f_value *map;	/* NULL: none, or not yet read */
	struct imports	 imports;
};

struct loader {
	struct site	*site;
	struct diag	*diag;
	struct arena_list modules;	/* except the file that was asked for */
	unsigned	 depth, steps;
};

/* The module that looks up a name. */
struct asker {
	struct loader	*loader;
	const struct module *module;
};

/* Dialects by the extension of the file. */
static const struct format {
	const char	*extension;
	const struct p2f_value *(*read)(struct arena *, const struct block *,
			    struct diag *);
} formats[] = {
	{ ".yml", yaml_read },
	{ ".yaml", yaml_read },
	{ ".toml", toml_read },
	{ ".json", json_read },
	{ ".md", defs_read_anywhere },
	{ ".py", assignments_python },
	{ ".js", assignments_script },
	{ ".cjs", assignments_script },
	{ ".mjs", assignments_script },
	{ ".ts", assignments_script },
	{ ".cts", assignments_script },
	{ ".mts", assignments_script }
};

static const struct format *
format_of(const char *name)
{
	const char *extension = file_extension(name);
	size_t i;

	for (i = 0; i < sizeof formats / sizeof *formats; i++)
		if (ascii_equal(extension, formats[i].extension))
			return &formats[i];
	return NULL;
}

/*
 * A settings file may begin with a line `---`.  It is replaced by spaces, so
 * that positions do not change.
 */
static void
blank_fence(struct buf *text)
{
	size_t start = strspn(text->bytes, " \t\n");
	size_t n = strspn(text->bytes + start, "-");

	if (n == 3 && text->bytes[start + n] == '\n')
		memset(text->bytes + start, ' ', n);
}

static const struct p2f_value *ask(struct loader *, const struct module *,
	    const char *);

static const struct p2f_value *
find(void *data, const char *name)
{
	const struct asker *asker = data;

	return ask(asker->loader, asker->module, name);
}

static const struct p2f_value *
parse(struct loader *l, struct module *m, const struct format *format,
    const struct block *block)
{
	struct asker asker = { l, m };
	const struct literal_imports imports = { find, &asker };
	struct arena *a = &l->site->arena;

	if (format->read != assignments_script)
		return format->read(a, block, l->diag);
	m->imports = imports_read(a, block->text);
	return assignments_importing(a, block, &imports);
}

/* Read a module whose file name is set. */
static void
load(struct loader *l, struct module *m)
{
	struct arena *a = &l->site->arena;
	const char *path = config_path(a, l->site, m->name);
	struct block block = { .path = path, .line = 1, .is_file = true };
	const struct p2f_value *map = NULL;
	struct buf text = { 0 };

	if (file_read_text(path, &text, l->diag)) {
		buf_puts(&text, "");
		blank_fence(&text);
		block.text = text.bytes;
		block.length = text.length;
		map = parse(l, m, format_of(m->name), &block);
	}
	buf_release(&text);
	if (map != NULL)
		m->map = value_in_file(a, map, file_clean_name(a, path));
}

/* The file that a path refers to; NULL if it does not exist or is not
   readable. */
static const char *
file_of(const struct site *site, struct arena *a, const char *path)
{
	static const char endings[][12] = { "", ".ts", ".mts", ".js", ".mjs",
	    ".cjs", ".json", "/index.ts", "/index.js" };
	const char *name;
	size_t i;

	/* TypeScript is imported by the name of its output. */
	if (text_has_suffix(path, "js") && !config_exists(site->root, path))
		path = arena_printf(a, "%.*sts", (int)strlen(path) - 2, path);

	for (i = 0; i < sizeof endings / sizeof *endings; i++) {
		name = arena_printf(a, "%s%s", path, endings[i]);
		if (format_of(name) != NULL && config_exists(site->root,
		    name))
			return name;
	}
	return NULL;
}

/* The module that another one imports by a path; NULL if it is not in the
   site. */
static const struct module *
module_of(struct loader *l, const struct module *from, const char *path)
{
	struct arena *a = &l->site->arena;
	const struct module *old;
	struct module *m;
	size_t i;

	path = path_beside(a, from->name, path);
	for (i = 0; i < l->modules.count; i++) {
		old = l->modules.items[i];
		if (strcmp(old->path, path) == 0)
			return old;
	}
	if (text_has_prefix(path, "..") || l->depth == MODULES_DEPTH ||
	    l->modules.count == MODULES_MAX)
		return NULL;
	m = arena_alloc(a, sizeof *m);
	*m = (struct module){ .path = path, .name = file_of(l->site, a, path) };
	arena_list_add(a, &l->modules, m);
	if (m->name != NULL) {
		l->depth++;
		load(l, m);
		l->depth--;
	}
	return m;
}

/* The value that a module exports by a name, or for NULL all that it
   exports. */
static const struct p2f_value *
member_of(struct loader *l, const struct module *m, const char *name)
{
	const struct p2f_value *all, *exports, *v;

	if (m == NULL || m->map == NULL || l->steps++ >= STEPS_MAX)
		return NULL;
	all = m->map;
	exports = format_of(m->name)->read != assignments_script ? NULL :
	    value_get_exact(all, "exports");
	if (exports != NULL && exports->kind == P2F_MAP)
		all = exports;
	if (name != NULL && strcmp(name, IMPORTS_DEFAULT) == 0 &&
	    m->imports.whole != NULL)
		name = m->imports.whole;
	if (name == NULL)
		return all;
	v = value_get_exact(all, name);
	if (v == NULL)
		v = value_get_exact(m->map, name);
	if (v == NULL)
		v = ask(l, m, name);
	if (v == NULL && strcmp(name, IMPORTS_DEFAULT) == 0)
		return all;
	/* For the result of a call, the map is what its braces contain. */
	return v == NULL && arena_list_has(&m->imports.calls, name) ? m->map :
	    v;
}

/* The value of a name that a module imports, or of another file by its path;
   NULL if there is none. */
static const struct p2f_value *
ask(struct loader *l, const struct module *m, const char *name)
{
	const struct p2f_value *v = NULL;
	const struct imports_name *i;
	size_t n;

	if (*name == '.')
		return member_of(l, module_of(l, m, name), IMPORTS_DEFAULT);
	for (n = 0; v == NULL && n < m->imports.names.count; n++) {
		i = m->imports.names.items[n];
		if (strcmp(i->name, "*") == 0 &&
		    strcmp(name, IMPORTS_DEFAULT) != 0)
			v = member_of(l, module_of(l, m, i->path), name);
		else if (strcmp(i->name, name) == 0)
			v = member_of(l, module_of(l, m, i->path), i->member);
	}
	return v;
}

const struct p2f_value *
config_read(struct site *site, const char *name, struct diag *d)
{
	struct loader loader = { .site = site, .diag = d };
	struct module m = { .name = name };

	if (format_of(name) == NULL || !config_exists(site->root, name))
		return NULL;
	load(&loader, &m);
	/* The main file is always read first. */
	if (site->settings == NULL)
		site->settings = m.map;
	return m.map;
}

const struct p2f_value *
config_read_first(struct site *site, const char *const *names,
    struct diag *d)
{
	const char *name = config_first(site->root, names);

	return name == NULL ? NULL : config_read(site, name, d);
}

const struct p2f_value *
config_read_each(struct site *site, const char *folder,
    config_reader *reader, struct diag *d)
{
	const struct arena_list names = config_list(site, folder);
	struct arena *a = &site->arena;
	struct arena_list items = { 0 };
	const struct p2f_value *v;
	size_t i;

	for (i = 0; i < names.count; i++) {
		v = reader(site, path_join(a, folder, names.items[i]), d);
		if (v != NULL)
			arena_list_add(a, &items, value_with_key(a,
			    file_stem(a, names.items[i]), v));
	}
	return value_of_items(a, P2F_MAP, &items, NULL);
}

const struct p2f_value *
config_read_table(struct site *site, const char *name, struct diag *d)
{
	static const char *const extensions[] = {
		"yml", "yaml", "json", "toml"
	};
	const struct p2f_value *table = NULL;
	size_t i;

	for (i = 0; table == NULL &&
	    i < sizeof extensions / sizeof *extensions; i++)
		table = config_read(site, arena_printf(&site->arena, "%s.%s",
		    name, extensions[i]), d);
	if (table != NULL)
		return table;
	table = config_read_each(site, name, config_read, d);
	return table->items[0] == NULL ? NULL : table;
}

const struct p2f_value *
config_read_front(struct arena *a, const char *path, struct diag *d)
{
	struct block block = { .path = path, .line = 1 };
	const struct p2f_value *meta = NULL;
	struct buf text = { 0 };
	struct front front;

	if (file_read_text(path, &text, d)) {
		block.text = text.bytes;
		block.length = text.length;
		front_split(&block, &front, d);
		meta = front_read(a, &block, &front, d);
	}
	buf_release(&text);
	return meta == NULL ? value_empty_map(a) :
	    value_in_file(a, meta, path);
}

const struct p2f_value *
config_read_page(struct site *site, const char *name, struct diag *d)
{
	const char *extension = file_extension(name);

	return file_is_post_extension(extension, strlen(extension)) ?
	    config_read_front(&site->arena, config_path(&site->arena, site,
	    name), d) : NULL;
}
