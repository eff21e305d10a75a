/*
 * Quartz
 *
 * Notes of Obsidian, in content, each at the URL of its path.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/text.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "site/config.h"
#include "template/template.h"

#define CONTENT "content"

static const char *const names[] = { "quartz.config.ts", NULL };

struct quartz {
	struct arena_list	 ignored;	/* patterns, below content */
	bool			 is_explicit;	/* what is not said to be
						   published is not */
};

/* Whether a plugin is called, and not behind `//`. */
static bool
has_plugin(struct site *site, const char *call)
{
	struct diag d = { .options = &diag_quiet };
	const char *text = config_read_text(site, names[0], &d), *p, *line;
	bool found = false;

	diag_discard(&d);
	for (p = text; p != NULL && !found && (p = strstr(p, call)) != NULL;
	    p = strchr(p, '\n')) {
		for (line = p; line > text && line[-1] != '\n'; line--)
			continue;
		found = !text_has_prefix(line + strspn(line, " \t"), "//");
	}
	return found;
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
	map = map == NULL ? NULL : assignments_holder(map, "pageTitle");
	own->is_explicit = has_plugin(site, "Plugin.ExplicitPublish(");
	if (map == NULL)
		return;
	config_set(site, "title", config_get(map, "pageTitle"), d);
	config_set(site, "language", config_get(map, "locale"), d);
	if (has_plugin(site, "Plugin.HardLineBreaks("))
		config_set_text(site, "hard-wraps", "true", map, d);
	url = config_text(&site->arena, map, "baseUrl");
	if (url != NULL)
		config_set_text(site, "url", strstr(url, "://") != NULL ?
		    url : arena_printf(&site->arena, "https://%s", url),
		    config_get(map, "baseUrl"), d);
	list = config_get(map, "ignorePatterns");
	while ((pattern = value_next_text(list, &i)) != NULL)
		arena_list_add(&site->arena, &own->ignored,
		    paths_trim(&site->arena, pattern));
}

/* A pattern that names a folder leaves out all that is in it. */
static bool
is_ignored(const struct quartz *own, const char *path)
{
	size_t i;

	for (i = 0; i < own->ignored.count; i++)
		if (glob_match(own->ignored.items[i], path))
			return true;
	return false;
}

static const char *
passes_over(const struct site *site, const char *path, bool is_folder)
{
	const struct quartz *own = site->own;
	const char *rest = paths_below(path, CONTENT);

	if (is_folder && strcmp(path, CONTENT) == 0)
		return NULL;
	if (rest == NULL)
		return "notes of Quartz lie in content";
	if (is_ignored(own, rest))
		return "ignorePatterns leave it out";
	return is_folder || strcmp(file_extension(path), ".md") == 0 ? NULL :
	    "notes of Quartz end in .md";
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct quartz *own = site->own;
	const struct p2f_value *publish = value_get(post->meta, "publish");

	(void)d;
	if (own->is_explicit && (publish == NULL || !value_is_true(publish)))
		post->facts.hidden = publish != NULL ? publish :
		    value_new_text(&post->arena, "publish", "", NULL);
}

/* What means something in a URL is spelt, blanks become dashes. */
static const char *
slug_path(struct arena *a, const char *path)
{
	struct buf out = { 0 };

	for (; *path != '\0'; path++)
		if (ascii_is_space(*path))
			buf_putc(&out, '-');
		else if (*path == '&')
			buf_puts(&out, "-and-");
		else if (*path == '%')
			buf_puts(&out, "-percent");
		else if (*path != '?' && *path != '#')
			buf_putc(&out, *path);
	return arena_take(a, &out);
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const char *path = paths_below(post->inside, CONTENT), *stem;
	struct arena *a = &post->arena;

	(void)d;
	stem = slug_path(a, paths_stem(a, path == NULL ? post->inside :
	    path));
	path = paths_without_index(a, stem);
	return paths_url(a, site, path == stem || *path == '\0' ? path :
	    arena_printf(a, "%s/", path));
}

/* ![[gauge.png]] also means a file by its path in content. */
static const char *
find_link(struct arena *a, const struct post *post, const struct site *site,
    const char *text)
{
	static const char embed[] = "{embed}";
	const char *name = text + sizeof embed - 1;

	(void)post;
	if (!ascii_has_prefix(text, embed) || strstr(name, "..") != NULL ||
	    !config_exists(site->root, arena_printf(a, CONTENT "/%s", name)))
		return NULL;
	return paths_url(a, site, slug_path(a, name));
}

static const char *const published[] = { CONTENT, NULL };

const struct generator generator_quartz = {
	.name = "quartz",
	.title = "Quartz",
	.dialects = TEMPLATE_WIKI,
	.published = published,
	.split = SPLIT_COMMAS,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.passes_over = passes_over,
	.complete = complete,
	.url = make_url,
	.link = find_link
};
