/*
 * Eleventy
 *
 * Every template in the input folder is a page; those with a date are posts.
 * The site's name is in a data file whose name the author chooses, usually
 * `metadata` or `site`.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "front/assignments.h"
#include "generators/eleventy.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

static const char *const names[] = {
	".eleventy.js", "eleventy.config.js", "eleventy.config.mjs",
	"eleventy.config.cjs", NULL
};

/* The first of some keys whose value is text. */
static const struct p2f_value *
first_text(const struct p2f_value *map, const char *const *keys)
{
	const struct p2f_value *v = NULL;

	for (; *keys != NULL && value_text(v) == NULL; keys++)
		v = config_get(map, *keys);
	return value_text(v) == NULL ? NULL : v;
}

static void
set_author(struct site *site, const struct p2f_value *map, struct diag *d)
{
	static const char *const keys[] = { "author.name", "author",
	    "authorName", NULL };
	const struct p2f_value *name = first_text(map, keys);
	const char *mail = config_text(&site->arena, map, "author.email");

	if (name != NULL && mail != NULL)
		config_set_text(site, "author", arena_printf(&site->arena,
		    "%s <%s>", name->text, mail), name, d);
	else
		config_set(site, "author", name, d);
}

static void
set_url(struct site *site, const struct p2f_value *map, const char *prefix,
    struct diag *d)
{
	static const char *const keys[] = { "url", "host", "base_url",
	    "site_url", "siteurl", NULL };
	const struct p2f_value *v = first_text(map, keys);
	const struct p2f_value *base = config_get(map, "base");
	const char *text;

	/* To the feed plugin it is the URL; elsewhere it is often a path. */
	if (v == NULL && value_text(base) != NULL && url_is_web(base->text))
		v = base;
	text = value_trimmed(&site->arena, v);
	if (text == NULL)
		return;
	/* Often the URL already has the path of the site. */
	if (prefix != NULL && paths_is_host(text))
		text = paths_join_base(&site->arena, text, prefix);
	config_set_text(site, "url", text, v, d);
}

static void
set_facts(struct site *site, const struct p2f_value *map,
    const char *prefix, struct diag *d)
{
	static const char *const titles[] = { "title", "name", "site_name",
	    "site_title", NULL };
	static const char *const descriptions[] = { "description", "subtitle",
	    "site_description", NULL };
	static const char *const languages[] = { "language", "lang",
	    "locale", NULL };

	config_set(site, "title", first_text(map, titles), d);
	config_set(site, "description", first_text(map, descriptions), d);
	config_set(site, "language", first_text(map, languages), d);
	set_author(site, map, d);
	set_url(site, map, prefix, d);
}

const char *const eleventy_site_names[] = { "metadata", "site", "meta", NULL };

/* Read the data file that names the site, in any format. */
static void
read_site_data(struct site *site, struct eleventy *own, const char *folder,
    const char *prefix, struct diag *d)
{
	static const char *const ends[] = { ".json", ".js", ".cjs", ".mjs",
	    ".yaml", ".yml", ".toml" };
	const struct p2f_value *map, *top;
	const char *const *stem, *name;
	size_t k;

	for (stem = eleventy_site_names; *stem != NULL; stem++)
		for (k = 0; k < sizeof ends / sizeof *ends; k++) {
			name = arena_printf(&site->arena, "%s/%s%s", folder,
			    *stem, ends[k]);
			map = config_exists(site->root, name) ?
			    config_read(site, name, d) : NULL;
			if (map == NULL)
				continue;
			top = assignments_holder(map, "title");
			own->site_name = *stem;
			own->site_data = top == NULL ? map : top;
			set_facts(site, own->site_data, prefix, d);
			return;
		}
}

/* Read a table of authors, which many sites have next to it. */
static void
read_people(struct site *site, const char *folder, struct diag *d)
{
	site->people = config_read_table(site, arena_printf(&site->arena,
	    "%s/authors", folder), d);
}

/* ---- folders ---- */

/* Folders that are set in `dir` of the settings, or by a call. */
static const struct folder {
	const char	*key, *call;
	const char	*name;		/* default */
} folders[] = {
	{ "includes", "setIncludesDirectory", "_includes" },
	{ "layouts", "setLayoutsDirectory", "" },
	{ "data", "setDataDirectory", "_data" },
	{ "output", "setOutputDirectory", "_site" }
};

#define FOLDERS (sizeof folders / sizeof *folders)

/* The name of a folder without slashes at its ends; "" if there is none. */
static const char *
name_of(struct site *site, const struct eleventy *own,
    const struct folder *folder)
{
	const char *p = own->program;
	const char *name = eleventy_argument(&site->arena, &p,
	    folder->call);

	if (name == NULL && own->dir != NULL)
		name = config_text(&site->arena, own->dir, folder->key);
	return paths_trim(&site->arena, name == NULL ? folder->name : name);
}

static const char *
folder_of(struct site *site, const struct eleventy *own, const char *key)
{
	const char *name;
	size_t i = 0;

	while (strcmp(folders[i].key, key) != 0)
		i++;
	name = name_of(site, own, &folders[i]);
	return *name == '\0' || strcmp(key, "output") == 0 ? name :
	    path_join(&site->arena, own->input, name);
}

static void
read_folders(struct site *site, struct eleventy *own)
{
	static const struct folder input = { "input", "setInputDirectory",
	    "" };
	const char *folder;
	size_t i;

	own->input = name_of(site, own, &input);
	for (i = 0; i < FOLDERS; i++) {
		folder = folder_of(site, own, folders[i].key);
		if (*folder != '\0')
			arena_list_add(&site->arena, &own->outside, folder);
	}
	arena_list_add(&site->arena, &own->outside, "node_modules");
	own->layout_folder = folder_of(site, own, "layouts");
	if (*own->layout_folder == '\0')
		own->layout_folder = folder_of(site, own, "includes");
}

/* Add a pattern that is relative to a folder. */
static void
add_pattern(struct site *site, struct eleventy *own, const char *folder,
    const char *pattern)
{
	arena_list_add(&site->arena, &own->ignored, path_join(&site->arena,
	    folder, paths_trim(&site->arena, pattern)));
}

/* Read lines of .eleventyignore in a folder; "!" is not supported. */
static void
read_ignored(struct site *site, struct eleventy *own, const char *folder,
    struct diag *d)
{
	const char *name = path_join(&site->arena, folder,
	    ".eleventyignore");
	const char *p = config_read_text(site, name, d), *pattern;
	size_t n;

	for (; p != NULL && *p != '\0'; p += n + (p[n] == '\n')) {
		n = strcspn(p, "\n");
		pattern = text_trim(&site->arena,
		    arena_strndup(&site->arena, p, n));
		if (pattern != NULL && strchr("#!", *pattern) == NULL)
			add_pattern(site, own, folder, pattern);
	}
}

static void
read_all_ignored(struct site *site, struct eleventy *own, struct diag *d)
{
	const char *p = own->program, *pattern;

	read_ignored(site, own, "", d);
	if (*own->input != '\0')
		read_ignored(site, own, own->input, d);
	while ((pattern = eleventy_argument(&site->arena, &p,
	    "ignores.add")) != NULL)
		add_pattern(site, own, "", pattern);
}

/* Options of markdown-it count if that instance renders posts. */
static void
set_breaks(struct site *site, const struct eleventy *own,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *v = assignments_find(map, "breaks");

	if (value_is_true(v) && (strstr(own->program, "setLibrary(") != NULL ||
	    strstr(own->program, "amendLibrary(") != NULL))
		config_set(site, "hard-wraps", v, d);
}

/*
 * Whether indented code is disabled, as in version 2 unless it was enabled
 * again; version 1 is recognized by its package.
 */
static bool
is_flat(const struct eleventy *own, const char *package)
{
	static const char name[] = "\"@11ty/eleventy\"";
	const char *p = strstr(package, name);

	if (p != NULL)
		p += sizeof name - 1 + strspn(p + sizeof name - 1,
		    " \t\n:\"^~=>v");
	return (p == NULL || (*p != '0' && *p != '1') || p[1] != '.') &&
	    strstr(own->program, "enable(\"code\")") == NULL &&
	    strstr(own->program, "enable('code')") == NULL;
}

/* Which Markdown a site uses depends on its packages. */
static void
read_package(struct site *site, const struct eleventy *own, struct diag *d)
{
	const char *text = config_read_text(site, "package.json", d);

	if (text == NULL)
		text = "";
	if (is_flat(own, text)) {
		site->markdown |= MARKDOWN_FLAT;
		site->dialects |= TEMPLATE_FLAT;
	}
	if (strstr(text, "\"markdown-it-container\"") != NULL)
		site->dialects |= TEMPLATE_DIRECTIVES;
	if (strstr(text, "\"markdown-it-emoji\"") != NULL)
		site->markdown |= MARKDOWN_EMOJI;
	if (strstr(text, "\"markdown-it-mark\"") != NULL)
		site->dialects |= TEMPLATE_MARK;
}

/* If there is no data file, the settings may name the site. */
static void
read_site_calls(struct site *site, struct eleventy *own,
    const struct p2f_value *map, const char *prefix, struct diag *d)
{
	eleventy_read_site_calls(site, own, map);
	/* Or the options of the feed plugin. */
	map = own->site_data != NULL ? own->site_data :
	    assignments_find(map, "metadata");
	if (map != NULL && map->kind == P2F_MAP)
		set_facts(site, map, prefix, d);
}

static void
configure(struct site *site, struct diag *d)
{
	struct eleventy *own = arena_alloc(&site->arena, sizeof *own);
	const char *name = config_first(site->root, names);
	const struct p2f_value *map = name == NULL ? NULL :
	    config_read(site, name, d), *prefix = NULL;
	const char *text = map == NULL ? NULL :
	    config_read_text(site, name, d);

	site->own = own;
	own->program = text == NULL ? "" : text;
	read_package(site, own, d);
	if (map != NULL) {
		own->dir = assignments_find(map, "dir");
		prefix = assignments_find(map, "pathPrefix");
		/* Of setFrontMatterParsingOptions(). */
		config_set(site, "excerpt-separator", assignments_find(map,
		    "excerpt_separator"), d);
		set_breaks(site, own, map, d);
	}
	read_folders(site, own);
	read_all_ignored(site, own, d);
	read_site_data(site, own, folder_of(site, own, "data"),
	    value_text(prefix), d);
	read_people(site, folder_of(site, own, "data"), d);
	if (map != NULL)
		eleventy_read_calls(site, own, map);
	eleventy_read_data(site, own, d);
	if (own->site_data == NULL && map != NULL)
		read_site_calls(site, own, map, value_text(prefix), d);
}

/* Match `*`, `?` and `**`, backtracking only to the last star of each kind. */
static bool
is_match(const char *p, const char *s)
{
	const char *star = NULL, *star_at = NULL, *deep = NULL,
	    *deep_at = NULL;

	while (*s != '\0') {
		if (p[0] == '*' && p[1] == '*') {
			deep = p + 2 + (p[2] == '/');
			deep_at = s;
			star = NULL;
			p = deep;
		} else if (*p == '*') {
			star = ++p;
			star_at = s;
		} else if (*p == *s || (*p == '?' && *s != '/')) {
			p++;
			s++;
		} else if (star != NULL && *star_at != '/') {
			p = star;
			s = ++star_at;
		} else if (deep != NULL) {
			p = deep;
			s = ++deep_at;
			star = NULL;
		} else {
			return false;
		}
	}
	return p[strspn(p, "*")] == '\0';
}

static bool
is_ignored(const struct eleventy *own, const char *path)
{
	size_t i;

	for (i = 0; i < own->ignored.count; i++)
		if (is_match(own->ignored.items[i], path))
			return true;
	return false;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct eleventy *own = site->own;
	size_t i;

	for (i = 0; i < own->outside.count; i++)
		if (paths_is_around(own->outside.items[i], path))
			return "not a folder of posts";
	if (is_ignored(own, path))
		return "ignored by Eleventy";
	if (paths_below(path, own->input) == NULL && !(is_folder &&
	    paths_is_around(path, own->input)))
		return "not in the input folder";
	return NULL;
}

/* Tags that only collect posts, and are not displayed. */
static bool
is_structural(const char *term)
{
	static const char *const terms[] = { "all", "nav", "post", "posts",
	    NULL };

	return text_is_any(term, terms);
}

static void
drop_structural_tags(struct post *post)
{
	struct arena_list kept = { 0 };
	const struct p2f_category *tag;
	size_t i;

	for (i = 0; i < post->facts.tags.count; i++) {
		tag = post->facts.tags.items[i];
		if (!is_structural(tag->term))
			arena_list_add(&post->arena, &kept, tag);
	}
	post->facts.tags = kept;
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *v = value_get(post->meta, "permalink");
	const char *start;
	struct civil day;

	(void)site;
	(void)d;
	drop_structural_tags(post);
	/* A page that is not written has no URL, and is in no feed. */
	if (v != NULL && v->kind == P2F_TEXT && v->plain &&
	    value_is_false(v) && post->facts.hidden == NULL)
		post->facts.hidden = v;
	if (post->facts.date != NULL ||
	    paths_find_day(post->inside, &start, &day) == 0)
		return;
	post->published = date_from_civil(&post->arena, &day, zone_utc());
	post_settle_updated(post);
}

const struct generator generator_eleventy = {
	.name = "eleventy",
	.title = "Eleventy",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN |
	    TEMPLATE_RAW_CODE,
	.markdown = MARKDOWN_IT,
	.published = (const char *const []){ ".", "public", "static", NULL },
	.split = SPLIT_NOTHING,
	.needs_date = true,
	.templates = true,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.skip_reason = skip_reason,
	.defaults = eleventy_defaults,
	.complete = complete,
	.url = eleventy_url,
	.conclude = eleventy_conclude
};
