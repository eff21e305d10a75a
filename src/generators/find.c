/*
 * Find the site that posts belong to.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "generators/generators.h"
#include "generators/unread.h"
#include "site/config.h"
#include "template/template.h"

/* Maximum number of parents searched if the working directory is not among
   them. */
#define MAX_ASCENT 8

/* The top of a site. */
struct found {
	const char		*root;
	const struct generator	*generator;
};

static bool
is_outside(const char *folder)
{
	return strcmp(folder, ".") == 0 || strcmp(folder, "/") == 0 ||
	    strcmp(folder, "..") == 0 || text_has_suffix(folder, "/..");
}

/* The parent of a folder; NULL above the working directory. */
static const char *
outer_folder(struct arena *a, const char *folder)
{
	return is_outside(folder) ? NULL : file_folder_name(a, folder);
}

/* Visit a folder and its parents, until the visitor returns true. */
static bool
ascend(struct arena *a, const char *folder,
    bool (*visit)(void *, const char *), void *data)
{
	char here[4096];
	unsigned steps = 0;

	/* Only an absolute path can reach the working directory. */
	if (*folder != '/' || getcwd(here, sizeof here) == NULL)
		here[0] = '\0';
	for (; folder != NULL; folder = outer_folder(a, folder)) {
		if (visit(data, folder))
			return true;
		if (strcmp(folder, here) == 0 || ++steps > MAX_ASCENT)
			break;
	}
	return false;
}

static bool
is_top(const struct generator *g, const char *folder)
{
	if (g->is_top != NULL)
		return g->is_top(folder);
	return (g->folder == NULL || config_exists(folder, g->folder)) &&
	    config_first(folder, g->files) != NULL;
}

static const struct generator *
recognize(const char *folder, const struct generator *only)
{
	const struct generator *const *g;

	for (g = generators; *g != NULL; g++)
		if ((only == NULL || only == *g) && is_top(*g, folder))
			return *g;
	return NULL;
}

/* What an ascent looks for, and what it found. */
struct search {
	struct arena		*arena;
	const struct generator	*only;		/* NULL: any */
	struct found		 found;
	const char		*file;		/* post2feed.yaml */
	struct diag		*diag;
};

static bool
visit_top(void *data, const char *folder)
{
	struct search *search = data;

	search->found.root = folder;
	search->found.generator = recognize(folder, search->only);
	return search->found.generator != NULL;
}

static const char *const site_files[] = {
	SITE_FILE, SITE_FILE_SHORT, NULL
};

static bool
visit_settings(void *data, const char *folder)
{
	struct search *search = data;
	const char *name = config_first(folder, site_files);

	if (name == NULL)
		return false;
	search->file = strcmp(folder, ".") == 0 ? name :
	    arena_printf(search->arena, "%s%s%s", folder,
	    strcmp(folder, "/") == 0 ? "" : "/", name);
	return true;
}

static bool
visit_unread(void *data, const char *folder)
{
	struct site *site = data;

	site->unread = unread_title(folder);
	site->has_mdsvex = unread_has_mdsvex(folder);
	site->dialects = unread_dialects(site->unread);
	return site->unread != NULL;
}

/* Obsidian and the like keep their settings at the top of a vault. */
static bool
visit_vault(void *data, const char *folder)
{
	(void)data;
	return config_exists(folder, ".obsidian") ||
	    config_exists(folder, ".foam") ||
	    config_exists(folder, "logseq/config.edn");
}

/*
 * A repository often has its site in a folder, such as docs; it is used if
 * there is no other.
 */
static bool
find_inside(struct search *search, const struct site_hint *hint)
{
	const struct generator *generator;
	unsigned count = 0;
	const char *path;
	size_t i;

	for (i = 0; i < hint->inner.count; i++) {
		path = hint->inner.items[i];
		if (*file_base_name(path) == '.')
			continue;
		generator = recognize(path, search->only);
		if (generator != NULL && count++ == 0)
			search->found = (struct found){ path, generator };
	}
	if (count > 1 && search->file == NULL)
		diag_report(search->diag, DIAG_SITES, (struct place){ .path =
		    hint->folder }, "%u sites are in this folder, such as %s; "
		    "none is used (name the folder of one)", count,
		    search->found.root);
	return count == 1;
}

static bool
find_top(struct search *search, const struct site_hint *hint)
{
	return ascend(search->arena, hint->folder, visit_top, search) ||
	    find_inside(search, hint);
}

/*
 * -s names a file of post2feed or of a generator; in the latter case, its
 * folder is the top of the site.
 */
static bool
is_of_generator(struct search *search, const char *file)
{
	const char *folder = file_folder_name(search->arena, file);
	const char *name = file_base_name(file), *const *files;

	if (ascii_is_any(name, site_files) || !visit_top(search, folder))
		return false;
	files = search->found.generator->files;
	return files != NULL && ascii_is_any(name, files);
}

/* Read the generator named in post2feed.yaml; false if it is unknown. */
static bool
read_name(struct site_hint *hint, const struct p2f_value *map,
    const char *path, struct diag *d)
{
	const struct p2f_value *v = config_get(map, "generator");
	const char *name = value_text(v);

	if (v == NULL || hint->generator != NULL || hint->has_none)
		return true;
	hint->has_none = name != NULL && ascii_equal(name, "none");
	hint->generator = name == NULL ? NULL : generator_named(name);
	if (hint->generator != NULL || hint->has_none)
		return true;
	diag_report(d, DIAG_SITE, value_place(path, v), "generator: %s is not "
	    "a known generator (post2feed --help lists them)", name == NULL ?
	    "this" : quote(name).text);
	return false;
}

/* The host in a CNAME: on GitHub Pages with a custom domain, sites are at its
   root. */
static void
find_address(struct site *site, struct diag *d)
{
	static const char *const files[] = {
		"CNAME", "static/CNAME", "public/CNAME", "source/CNAME",
		".vuepress/public/CNAME", "src/CNAME", "content/CNAME",
		"content/extra/CNAME", "docs/CNAME", "files/CNAME"
	};
	const struct p2f_value *url = NULL;
	size_t i;

	for (i = 0; i < sizeof files / sizeof *files && url == NULL; i++)
		url = config_url_of_cname(site, files[i], d);
	config_set(site, "url", url, d);
}

static void
use(struct site *site, const struct found *found, struct diag *d)
{
	site->root = found->root;
	site->generator = found->generator;
	site->markdown = found->generator->markdown;
	diag_report(d, DIAG_SITE_FOUND, (struct place){ .path = found->root },
	    "the site is made with %s", found->generator->title);
	if (found->generator->configure != NULL)
		found->generator->configure(site, d);
	if (site->url == NULL || site->is_url_doubtful)
		find_address(site, d);
}

/* Use the named generator, although no file marks the top of its site. */
static void
assume(struct search *search, const struct site_hint *hint)
{
	search->found.generator = hint->generator;
	search->found.root = search->file != NULL ?
	    file_folder_name(search->arena, search->file) : hint->folder;
	if (search->found.root == NULL)
		search->found.root = ".";
}

/* Whether the posts in a folder are notes of Obsidian.  Its plugin Digital
   Garden copies them into a site of Eleventy. */
static bool
is_vault(struct arena *a, const struct site *site, const char *folder)
{
	return folder != NULL && (ascend(a, folder, visit_vault, NULL) ||
	    (site->root != NULL &&
	    (config_exists(site->root, "content/.obsidian") ||
	    config_mentions(site->root, ".eleventy.js",
	    "src/site/notes/"))));
}

/* The site or settings of a folder that is not in the chosen site. */
static struct place
find_other(struct search *other, const char *folder, const char **what)
{
	struct place place = { .path = NULL };

	if (ascend(other->arena, folder, visit_top, other)) {
		place.path = other->found.root;
		*what = "another site";
	} else if (ascend(other->arena, folder, visit_settings, other)) {
		place.path = other->file;
		*what = "not read";
	}
	return place;
}

/* All posts get URLs of one site, which are wrong for those of another. */
static void
check_others(const struct site *site, struct search *taken,
    const struct site_hint *hint, struct diag *d)
{
	const char *folder, *what = NULL, *last = "";
	const char *ours = taken->file != NULL ? taken->file : "";
	struct search other;
	struct place place;
	size_t i;

	for (i = 0; i < hint->others.count; i++) {
		folder = hint->others.items[i];
		if (site_inside(site, folder) != NULL ||
		    (*folder == '/') != (*hint->folder == '/'))
			continue;
		other = (struct search){ .arena = taken->arena };
		place = find_other(&other, folder, &what);
		if (place.path == NULL || strcmp(place.path, last) == 0 ||
		    strcmp(place.path, ours) == 0)
			continue;
		last = place.path;
		diag_report(d, DIAG_SITES, place, "%s; its posts get the "
		    "URLs and settings of %s, which was named first (make a "
		    "feed for each)", what, hint->folder);
	}
}

bool
generators_find_site(struct site *site, const struct site_hint *given,
    struct diag *d)
{
	struct search search = { .arena = &site->arena, .diag = d };
	struct site_hint hint = *given;
	const struct p2f_value *map = NULL;
	bool is_found = false;

	if (hint.folder == NULL)
		hint.folder = hint.file == NULL ? NULL :
		    file_folder_name(search.arena, hint.file);
	if (hint.file != NULL && is_of_generator(&search, hint.file))
		is_found = true;
	else if (hint.file != NULL)
		search.file = hint.file;
	else if (hint.folder != NULL)
		ascend(search.arena, hint.folder, visit_settings, &search);
	if (search.file != NULL) {
		map = site_read(site, search.file, d);
		if (map == NULL || !read_name(&hint, map, search.file, d))
			return false;
	}
	search.only = hint.generator;
	if (!is_found && !hint.has_none && hint.folder != NULL)
		is_found = find_top(&search, &hint);
	if (!is_found && hint.generator != NULL) {
		assume(&search, &hint);
		is_found = true;
	}
	if (!is_found && !hint.has_none && hint.folder != NULL)
		ascend(search.arena, hint.folder, visit_unread, site);
	if (is_found && !hint.has_none)
		use(site, &search.found, d);
	else if (search.file != NULL)
		site->root = file_folder_name(search.arena, search.file);
	if (given->file == NULL && hint.generator == NULL && !hint.has_none)
		check_others(site, &search, &hint, d);
	if (is_vault(search.arena, site, hint.folder))
		site->dialects |= TEMPLATE_WIKI;
	if (map != NULL && given->file == NULL)
		diag_report(d, DIAG_SITE_FOUND, (struct place){ .path =
		    search.file }, "settings are read from here");
	return map == NULL || site_fill(site, map, search.file, d);
}

const char *
generators_site_above(struct arena *a, const char *folder)
{
	struct search search = { .arena = a };
	const char *outer;
	char here[4096];

	if (folder == NULL || *folder == '/' || text_has_prefix(folder, "..") ||
	    getcwd(here, sizeof here) == NULL)
		return NULL;
	outer = file_folder_name(a, here);
	if (ascend(a, outer, visit_top, &search))
		return search.found.root;
	return ascend(a, outer, visit_settings, &search) ?
	    file_folder_name(a, search.file) : NULL;
}
