/*
 * Next.js, for sites based on the Tailwind starter blog: its posts are in
 * data/blog, and data/siteMetadata.js describes the site.  In other sites of
 * Next.js, all is code.
 */
#include "base/text.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/numeric_date.h"
#include "generators/paths.h"
#include "site/config.h"
#include "template/template.h"

#define AUTHORS "data/authors"
#define POSTS "data/blog"

static const char *const names[] = {
	"data/siteMetadata.js", "data/siteMetadata.cjs",
	"data/siteMetadata.mjs", "data/siteMetadata.ts", NULL
};

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "title" }, { "description", "description" },
		{ "url", "siteUrl" }, { "language", "language" },
		{ "author", "author" }, { NULL, NULL }
	};
	const struct p2f_value *file = config_read_first(site, names, d);
	const struct p2f_value *map = assignments_find(file, "siteMetadata");

	/* Or it has another name, or none. */
	if (map == NULL)
		map = assignments_holder(file, "siteUrl");
	config_set_keys(site, map, keys, d);
	site->people = config_read_each(site, AUTHORS, config_read_page, d);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	(void)site;
	return paths_leads_to(path, is_folder, POSTS) ? NULL :
	    "posts of this site are in " POSTS;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	struct arena *a = &post->arena;

	(void)d;
	return paths_url(a, site, arena_printf(a, "blog/%s",
	    paths_without_index(a, paths_stem(a,
	    paths_inside(post->inside, POSTS)))));
}

const struct generator generator_next = {
	.name = "next",
	.title = "Next.js",
	.dialects = TEMPLATE_JSX | TEMPLATE_CODE_TITLES,
	.published = (const char *const []){ "public", NULL },
	.split = SPLIT_COMMAS,
	.files = names,
	.folder = POSTS,
	.configure = configure,
	.defaults = numeric_dates_of_script,
	.skip_reason = skip_reason,
	.url = make_url
};
