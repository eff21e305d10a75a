/*
 * Franklin
 *
 * Every Markdown file is a page, whose URL is its path.  Those with a date are
 * posts.
 */
#include <string.h>

#include "generators/generators.h"
#include "generators/paths.h"
#include "site/config.h"
#include "template/template.h"

static const char *const names[] = { "config.md", NULL };

static bool
is_top(const char *folder)
{
	return config_exists(folder, names[0]) &&
	    (config_exists(folder, "_layout") ||
	    config_exists(folder, "_css"));
}

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "website_title" },
		{ "description", "website_descr" },
		{ "description", "website_description" },
		{ "url", "website_url" }, { "author", "author" },
		{ "language", "lang" }, { NULL, NULL }
	};

	config_set_keys(site, config_read(site, names[0], d), keys, d);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	(void)site;
	if (paths_has_hidden_part(path))
		return "Franklin skips names that begin with _";
	if (is_folder && strcmp(path, "node_modules") == 0)
		return "not a folder of posts";
	if (strcmp(path, names[0]) == 0 || strcmp(path, "404.md") == 0)
		return "not a page of the site";
	return NULL;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *slug = value_get(post->meta, "slug");
	struct arena *a = &post->arena;
	const char *path;

	(void)d;
	path = value_text(slug) != NULL ? paths_trim(a, slug->text) :
	    paths_without_index(a, paths_stem(a, post->inside));
	return paths_page_url(a, site, path, "/");
}

const struct generator generator_franklin = {
	.name = "franklin",
	.title = "Franklin",
	.dialects = TEMPLATE_ANY | TEMPLATE_FRANKLIN,
	.needs_date = true,
	.files = names,
	.is_top = is_top,
	.configure = configure,
	.skip_reason = skip_reason,
	.url = make_url
};
