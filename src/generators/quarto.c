/*
 * Quarto
 *
 * Every document of the project is a page, whose URL is its path.  Those with
 * a date are posts.
 */
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "generators/quarto.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

static const char *const names[] = { "_quarto.yml", "_quarto.yaml", NULL };

/* Books and single documents have such a file, too. */
static bool
is_top(const char *folder)
{
	static const char *const words[] = { "site:", "type: website", NULL };

	return config_mentions_any(folder, config_first(folder, names),
	    words);
}

static void
add_texts(struct arena *a, struct arena_list *list,
    const struct p2f_value *v)
{
	const struct p2f_value *const *item = value_items(v, P2F_LIST);

	if (value_text(v) != NULL)
		arena_list_add(a, list, v->text);
	for (; *item != NULL; item++)
		add_texts(a, list, *item);
}

/* A file of the site only has a URL if that of the site is known. */
static void
set_image(struct site *site, const char *setting,
    const struct p2f_value *v, struct diag *d)
{
	const char *text = value_text(v);

	if (text != NULL && (site->url != NULL || strstr(text, "://") != NULL))
		config_set_text(site, setting, permalink_of_file(&site->arena,
		    site, text), v, d);
}

static void
set_facts(struct site *site, const struct p2f_value *map, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "language", "lang" }, { "author", "author" },
		{ "title", "project.title" }, { NULL, NULL }
	}, website_keys[] = {
		{ "title", "title" }, { "description", "description" },
		{ "url", "site-url" }, { NULL, NULL }
	};
	const struct p2f_value *website = config_get(map, "website");

	/* The older name. */
	if (website == NULL)
		website = config_get(map, "site");
	config_set_keys(site, map, keys, d);
	config_set_keys(site, website, website_keys, d);
	set_image(site, "logo", config_get(website, "image"), d);
	set_image(site, "icon", config_get(website, "favicon"), d);
}

static void
configure(struct site *site, struct diag *d)
{
	struct quarto *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d);

	site->own = own;
	site->is_root = true;
	set_facts(site, map, d);
	add_texts(&site->arena, &own->render, config_get(map,
	    "project.render"));
	own->drafts = config_get(map, "website.drafts");
	own->output = paths_setting(&site->arena, map, "project.output-dir",
	    "_site");
	quarto_read_metadata(site, own, map, d);
}

/*
 * A pattern matches in any folder, unless it begins with a slash, and matches
 * everything inside a folder of that name.  One without a wildcard is a path,
 * but still matches in any folder if it excludes.
 */
static bool
is_of_pattern(struct arena *a, const char *pattern, const char *path,
    bool leaves_out)
{
	const char *clean = paths_trim(a, pattern);

	if (strpbrk(clean, "*?[{") == NULL) {
		if (*clean == '\0' || paths_is_around(clean, path))
			return true;
		if (!leaves_out)
			return false;
	}
	if (*pattern != '/' && strncmp(pattern, "./", 2) != 0)
		clean = arena_printf(a, "**/%s", clean);
	return glob_match(GLOB_MICROMATCH, clean, path) ||
	    glob_match(GLOB_MICROMATCH, arena_printf(a, "%s/**/*", clean),
	    path);
}

static bool
is_rendered(const struct quarto *own, const char *path)
{
	struct arena scratch = { 0 };
	bool is_taken = false, is_out = false, takes = false;
	const char *pattern;
	size_t i;

	for (i = 0; i < own->render.count && !is_out; i++) {
		pattern = own->render.items[i];
		if (*pattern == '!') {
			is_out = is_of_pattern(&scratch, pattern + 1, path,
			    true);
			continue;
		}
		takes = true;
		is_taken = is_taken || is_of_pattern(&scratch, pattern, path,
		    false);
	}
	arena_release(&scratch);
	return (is_taken || !takes) && !is_out;
}

/* Copies of a document that Quarto leaves next to it. */
static bool
is_intermediate(const char *path)
{
	return text_has_suffix(path, ".html.md") ||
	    text_has_suffix(path, ".knit.md") ||
	    text_has_suffix(path, ".utf8.md");
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const char *extension = file_extension(path);

	if (is_folder)
		return quarto_is_outside(site->own, path) ?
		    "not a folder of Quarto documents" : NULL;
	if (!ascii_equal(extension, ".qmd") && !ascii_equal(extension, ".md")
	    && !ascii_equal(extension, ".markdown"))
		return "not a Quarto document";
	if (is_intermediate(path))
		return "Quarto's copy of a document";
	return is_rendered(site->own, path) ? NULL :
	    "left out by project.render";
}

/* The settings can also name drafts. */
static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct quarto *own = site->own;
	const struct p2f_value *const *v = value_items(own->drafts, P2F_LIST);

	(void)d;
	for (; *v != NULL; v++)
		if (value_text(*v) != NULL &&
		    strcmp((*v)->text, post->inside) == 0)
			post->facts.draft = value_with_key(&post->arena,
			    "drafts", *v);
}

/* The path of a page without `.html`, by its `output-file` or its file. */
static const char *
page_of(struct post *post)
{
	struct arena *a = &post->arena;
	const char *name = config_text(a, post->meta,
	    "format.html.output-file");
	const char *stem = paths_stem(a, post->inside);

	if (name == NULL)
		name = config_text(a, post->meta, "output-file");
	if (name == NULL)
		return stem;
	if (text_has_suffix(name, ".html"))
		name = paths_stem(a, name);
	return path_join(a, path_folder(a, stem), name);
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	(void)d;
	return paths_stem_url(&post->arena, site, page_of(post), ".html");
}

/* Links refer to the files that pages are made from, posts or not. */
static const char *
page_url(struct arena *a, const struct site *site, const char *path)
{
	const char *extension = file_extension(path);

	if ((!ascii_equal(extension, ".qmd") &&
	    !ascii_equal(extension, ".ipynb")) ||
	    strncmp(path, "../", 3) == 0 || paths_has_hidden_part(path) ||
	    !is_rendered(site->own, path) ||
	    !config_exists(site->root, path))
		return NULL;
	return paths_stem_url(a, site, paths_stem(a, path), ".html");
}

const struct generator generator_quarto = {
	.name = "quarto",
	.title = "Quarto",
	.dialects = TEMPLATE_QMD | TEMPLATE_CODE_TITLES,
	.markdown = MARKDOWN_PANDOC,
	.needs_date = true,
	.takes_qmd = true,
	.files = names,
	.is_top = is_top,
	.configure = configure,
	.skip_reason = skip_reason,
	.defaults = quarto_defaults,
	.complete = complete,
	.url = make_url,
	.page_url = page_url
};
