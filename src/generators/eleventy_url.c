/*
 * Where Eleventy writes a post: by its permalink, which may be a template, or
 * else by its path.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "generators/eleventy.h"
#include "generators/paths.h"
#include "generators/url_template.h"
#include "site/config.h"
#include "site/permalink.h"

/* The data of a template. */
struct page {
	struct post		*post;
	const struct eleventy	*own;
};

/* Strip a date and what precedes it: "2024-05-31-a" is "a". */
static const char *
without_day(const char *name)
{
	const char *start;
	struct civil day;
	size_t n = paths_find_day(name, &start, &day);

	return n > 0 && start[n] == '-' ? start + n + 1 : name;
}

static const char *
path_in_input(const struct page *page)
{
	const char *rest = paths_below(page->post->inside, page->own->input);

	return paths_stem(&page->post->arena, rest == NULL ?
	    page->post->inside : rest);
}

static const char *
file_slug(const struct page *page)
{
	struct arena *a = &page->post->arena;
	const char *stem = path_in_input(page);
	const char *slug = without_day(file_base_name(stem));

	if (strcmp(slug, "index") != 0)
		return slug;
	return without_day(file_base_name(path_folder(a, stem)));
}

static const char *
file_path_stem(const struct page *page)
{
	const char *stem = path_in_input(page), *name = file_base_name(stem);

	return arena_printf(&page->post->arena, "/%.*s%s",
	    (int)(name - stem), stem, without_day(name));
}

/* The path of `metadata.language` in the data of the site; or NULL. */
static const char *
in_site_data(const struct eleventy *own, const char *name)
{
	const char *rest = own->site_data == NULL ||
	    *own->site_name == '\0' ? NULL :
	    text_after(name, own->site_name);

	return rest != NULL && *rest == '.' ? rest + 1 : NULL;
}

static const char *
text_of(void *data, const char *name)
{
	const struct page *page = data;
	const char *text, *rest;

	if (strcmp(name, "page.fileSlug") == 0)
		return file_slug(page);
	if (strcmp(name, "page.filePathStem") == 0)
		return file_path_stem(page);
	text = value_text(config_get(page->post->meta, name));
	rest = text != NULL ? NULL : in_site_data(page->own, name);
	return rest == NULL ? text : value_text(config_get(
	    page->own->site_data, rest));
}

static bool
date_of(void *data, const char *name, struct civil *civil)
{
	const struct page *page = data;

	return (strcmp(name, "page.date") == 0 ||
	    strcmp(name, "date") == 0) && page->post->published != NULL &&
	    civil_of_seconds(civil, page->post->published->seconds);
}

static const char *
without_suffix(struct arena *a, const char *path)
{
	static const char *const ends[] = { "/index.html", "/index/",
	    "/index" };
	size_t i;

	for (i = 0; i < sizeof ends / sizeof *ends; i++)
		if (text_has_suffix(path, ends[i]))
			return arena_printf(a, "%.*s/", (int)(strlen(path) -
			    strlen(ends[i])), path);
	return path;
}

static void
report(const struct p2f_value *v, struct place place, const char *problem,
    const char *whose, struct diag *d)
{
	diag_report(d, DIAG_PERMALINK, place, "the permalink %s cannot be "
	    "computed: %s; the URL of %s is unknown (set --permalink, or "
	    "permalink: in " SITE_FILE ", to a pattern such as "
	    "/:year/:month/:day/:slug/)", strcmp(v->text, ELEVENTY_CODE) == 0 ?
	    "of this file" : quote(v->text).text, problem == NULL ?
	    "its result is empty" : problem, whose);
}

/* If the permalink of a data file works for no post, that is reported once, at
   the end. */
static void
report_of_post(const struct page *page, const struct p2f_value *v,
    const char *problem, struct diag *d)
{
	struct post *post = page->post;

	if (v->file == NULL)
		report(v, value_place(post->path, v), problem, "the post", d);
	else if (url_template_problem(&post->arena, v->text) == NULL ||
	    !eleventy_note_code(page->own, post, v))
		report(v, (struct place){ .path = post->path }, problem,
		    "the post", d);
}

void
eleventy_conclude(const struct site *site, struct diag *d)
{
	const struct eleventy *own = site->own;
	const struct eleventy_data *data;
	struct arena scratch = { 0 };
	const struct p2f_value *v;
	size_t i;

	for (i = 0; i < own->data.count; i++) {
		data = own->data.items[i];
		v = eleventy_permalink(data->map);
		if (v != NULL && atomic_load(data->is_unknown))
			report(v, value_place(NULL, v), url_template_problem(
			    &scratch, v->text), "each post that it applies to",
			    d);
	}
	arena_release(&scratch);
}

/* The URL by the permalink; NULL if it cannot be computed. */
static const char *
by_permalink(struct page *page, const struct site *site, struct diag *d)
{
	const struct url_template_names names = { text_of, date_of, page };
	const struct p2f_value *v = page->post->facts.permalink;
	struct arena *a = &page->post->arena;
	const char *problem = NULL, *path;

	path = url_template_expand(a, v->text, &names, &problem);
	if (path != NULL)
		path = text_trim(a, path);
	if (path != NULL)
		return permalink_join(a, site, without_suffix(a,
		    arena_printf(a, "/%s", path)));
	report_of_post(page, v, problem, d);
	return NULL;
}

/* A file with the same name as its folder is the folder's index. */
static const char *
by_path(const struct page *page, const struct site *site)
{
	struct arena *a = &page->post->arena;
	const char *path = path_in_input(page);
	const char *name = file_base_name(path);
	size_t n = (size_t)(name - path), length = strlen(name);

	if (strcmp(name, "index") == 0 || (n > length &&
	    memcmp(name - 1 - length, name, length) == 0 &&
	    (n == length + 1 || name[-2 - (int)length] == '/')))
		return paths_url(a, site, arena_strndup(a, path, n));
	return paths_url(a, site, arena_printf(a, "%s/", path));
}

const char *
eleventy_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *v = post->facts.permalink;
	struct page page = { post, site->own };

	if (v != NULL && value_key_equal(v->key, "permalink"))
		return by_permalink(&page, site, d);
	return by_path(&page, site);
}
