/*
 * Quartz
 *
 * Notes of Obsidian in `content`, each at the URL of its path.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "site/config.h"
#include "template/template.h"

#define CONTENT "content"

/* The first is for version 5, the other for version 4. */
static const char *const names[] = {
	"quartz.config.yaml", "quartz.config.ts", NULL
};

struct quartz {
	struct arena_list	 ignored;	/* patterns, below content */
	struct arena_list	 files;		/* other paths below content,
						   sorted by name */
	bool			 is_explicit;	/* only what is marked as
						   published is */
	bool			 is_fifth;	/* version 5 */
};

/* Whether a plugin is called, not in a `//` comment. */
static bool
is_called(struct site *site, const char *call)
{
	struct diag d = { .options = &diag_quiet };
	const char *text = config_read_text(site, names[1], &d), *p, *line;
	bool found = false;

	diag_discard(&d);
	for (p = text; p != NULL && !found && (p = strstr(p, call)) != NULL;
	    p = strchr(p, '\n')) {
		line = text_line_start(text, p);
		found = !text_has_prefix(line + strspn(line, " \t"), "//");
	}
	return found;
}

/* Whether a plugin is enabled: `source: github:quartz-community/NAME`. */
static bool
is_enabled(const struct p2f_value *map, const char *name)
{
	const struct p2f_value *const *items = value_items(config_get(map,
	    "plugins"), P2F_LIST), *v;
	const char *source;

	for (; (v = *items) != NULL; items++) {
		source = value_text(config_get(v, "source"));
		source = source == NULL ? NULL : strrchr(source, '/');
		if (source != NULL && config_is_true(v, "enabled") &&
		    text_span_is(source + 1, strcspn(source + 1, "#"), name))
			return true;
	}
	return false;
}

/* A pattern that matches a folder excludes everything in it. */
static bool
is_ignored(const struct quartz *own, const char *path)
{
	return glob_any(GLOB_MICROMATCH, &own->ignored, path);
}

static bool
add_file(struct site *site, void *data, const struct config_item *item,
    struct diag *d)
{
	const char *path = paths_below(item->path, CONTENT);
	struct quartz *own = data;

	(void)d;
	if (is_ignored(own, path))
		return false;
	if (item->kind == CONTENTS_FILE &&
	    strcmp(file_extension(path), ".md") != 0)
		arena_list_add(&site->arena, &own->files, path);
	return true;
}

static int
compare_names(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;

	return strcmp(file_base_name(*a), file_base_name(*b));
}

static void
read_plugins(struct site *site, struct quartz *own,
    const struct p2f_value *map, struct diag *d)
{
	own->is_explicit = own->is_fifth ?
	    is_enabled(map, "explicit-publish") :
	    is_called(site, "Plugin.ExplicitPublish(");
	if (own->is_fifth ? is_enabled(map, "hard-line-breaks") :
	    is_called(site, "Plugin.HardLineBreaks("))
		config_set_text(site, "hard-wraps", "true", map, d);
}

static void
configure(struct site *site, struct diag *d)
{
	struct quartz *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d),
	    *list;
	const char *url, *pattern;
	size_t i = 0;

	site->own = own;
	own->is_fifth = config_first(site->root, names) == names[0];
	read_plugins(site, own, map, d);
	map = assignments_holder(map, "pageTitle");
	if (map == NULL)
		return;
	config_set(site, "title", config_get(map, "pageTitle"), d);
	config_set(site, "language", config_get(map, "locale"), d);
	url = config_text(&site->arena, map, "baseUrl");
	if (url != NULL)
		config_set_text(site, "url", strstr(url, "://") != NULL ?
		    url : arena_printf(&site->arena, "https://%s", url),
		    config_get(map, "baseUrl"), d);
	list = config_get(map, "ignorePatterns");
	while ((pattern = value_next_text(list, &i)) != NULL)
		arena_list_add(&site->arena, &own->ignored,
		    paths_trim(&site->arena, pattern));
	config_walk(site, CONTENT, add_file, own, d);
	arena_list_sort(&own->files, compare_names);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct quartz *own = site->own;
	const char *rest = paths_below(path, CONTENT);

	if (is_folder && strcmp(path, CONTENT) == 0)
		return NULL;
	if (rest == NULL)
		return "Quartz notes are in content";
	if (is_ignored(own, rest))
		return "left out by ignorePatterns";
	return is_folder || strcmp(file_extension(path), ".md") == 0 ? NULL :
	    "Quartz notes end in .md";
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct quartz *own = site->own;
	const struct p2f_value *publish = value_get(post->meta, "publish");

	(void)d;
	if (own->is_explicit && !value_is_true(publish))
		post->facts.hidden = publish != NULL ? publish :
		    value_new_text(&post->arena, "publish", "", NULL);
}

/* Characters with a meaning in URLs are spelled out or dropped, and spaces
   become hyphens; the path has no extension. */
static const char *
slug_path(struct arena *a, const struct quartz *own, const char *path)
{
	struct buf out = { 0 };

	for (; *path != '\0'; path++)
		if (ascii_is_space(*path))
			buf_putc(&out, '-');
		else if (*path == '&')
			buf_puts(&out, "-and-");
		else if (*path == '%')
			buf_puts(&out, "-percent");
		else if (strchr(own->is_fifth ? "?#<>:\"|*" : "?#", *path) ==
		    NULL)
			buf_putc(&out, *path);
	path = arena_take(a, &out);
	return own->is_fifth ? unicode_lower_text(a, path) : path;
}

/* In version 5, the note rain/rain.md is the index of its folder. */
static bool
is_of_folder(const struct quartz *own, struct arena *a, const char *slug)
{
	return own->is_fifth && strchr(slug, '/') != NULL &&
	    strcmp(file_base_name(path_folder(a, slug)),
	    file_base_name(slug)) == 0;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	struct arena *a = &post->arena;
	const char *slug = slug_path(a, site->own, paths_stem(a,
	    paths_inside(post->inside, CONTENT)));

	(void)d;
	if (is_of_folder(site->own, a, slug))
		slug = path_join(a, path_folder(a, slug), "index");
	return paths_stem_url(a, site, slug, "");
}

/* The path of the only file of that name; NULL if there is none or several. */
static const char *
file_named(const struct quartz *own, const char *name)
{
	const void **first = own->files.items, **end, **found;

	if (own->files.count == 0 || strchr(name, '/') != NULL)
		return NULL;
	end = first + own->files.count;
	found = bsearch(&name, first, own->files.count, sizeof *first,
	    compare_names);
	if (found == NULL ||
	    (found > first && compare_names(found - 1, found) == 0) ||
	    (found + 1 < end && compare_names(found, found + 1) == 0))
		return NULL;
	return *found;
}

/*
 * The path in content of the file that a post refers to: relative to the post,
 * from the top, or the only one of that name.  NULL if there is none.
 */
static const char *
file_meant(struct arena *a, const struct post *post, const struct site *site,
    const char *path)
{
	const char *beside = post->inside == NULL ? path : path_beside(a,
	    paths_inside(post->inside, CONTENT), path);

	if (strstr(beside, "..") == NULL && config_exists(site->root,
	    path_join(a, CONTENT, beside)))
		return beside;
	if (strstr(path, "..") == NULL && config_exists(site->root,
	    path_join(a, CONTENT, path)))
		return path + (*path == '/');
	return file_named(site->own, path);
}

/* The URL of such a file; its extension is kept. */
static const char *
file_url(struct arena *a, const struct post *post, const struct site *site,
    const char *path)
{
	path = file_meant(a, post, site, path);
	return path == NULL ? NULL : paths_url(a, site, arena_printf(a,
	    "%s%s", slug_path(a, site->own, paths_stem(a, path)),
	    file_extension(path)));
}

static const char *
find_link(struct arena *a, const struct post *post, const struct site *site,
    const char *text)
{
	static const char embed[] = "{embed}";

	return !ascii_has_prefix(text, embed) ? NULL :
	    file_url(a, post, site, text + sizeof embed - 1);
}

static const char *
find_image(struct arena *a, const struct post *post,
    const struct site *site, const char *address)
{
	const char *path = url_decode_path(a, address);

	return *path == '\0' || url_is_absolute(address) ||
	    text_has_prefix(address, "//") ? NULL :
	    file_url(a, post, site, path);
}

const struct generator generator_quartz = {
	.name = "quartz",
	.title = "Quartz",
	.dialects = TEMPLATE_WIKI,
	.published = (const char *const []){ CONTENT, NULL },
	.split = SPLIT_COMMAS,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url,
	.link = find_link,
	.image = find_image
};
