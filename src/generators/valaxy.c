/*
 * Valaxy
 *
 * Posts are the pages in pages/posts, each at the URL of its path.
 */
#include <string.h>

#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "markdown/markdown.h"
#include "site/config.h"
#include "template/template.h"

#define PAGES "pages"
#define POSTS PAGES "/posts"

static const char *const names[] = {
	"valaxy.config.ts", "valaxy.config.js", "valaxy.config.mts",
	"valaxy.config.mjs", NULL
};

/* Settings of the site, unless they are in `siteConfig` of the others. */
static const char *const site_names[] = {
	"site.config.ts", "site.config.js", "site.config.mts",
	"site.config.mjs", NULL
};

static void
configure(struct site *site, struct diag *d)
{
	static const struct config_key keys[] = {
		{ "title", "title" }, { "description", "description" },
		{ "url", "url" }, { "language", "lang" },
		{ "author", "author" }, { "timezone", "timezone" },
		{ NULL, NULL }
	};
	const struct p2f_value *map = config_read_first(site, site_names, d);

	if (map == NULL)
		map = assignments_find(config_read_first(site, names, d),
		    "siteConfig");
	else
		map = assignments_holder(map, "title");
	if (map != NULL)
		config_set_keys(site, map, keys, d);
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	(void)site;
	return paths_leads_to(path, is_folder, POSTS) ? NULL :
	    "Valaxy posts are in " POSTS;
}

/* `hide: index` and `all` limit where a post is listed; neither is boolean. */
static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *hide = value_get(post->meta, "hide");
	const char *text = value_text(hide);

	(void)site;
	(void)d;
	if (text != NULL && (strcmp(text, "index") == 0 ||
	    strcmp(text, "all") == 0))
		post->facts.hidden = hide;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	struct arena *a = &post->arena;

	(void)d;
	return paths_stem_url(a, site, paths_stem(a, paths_inside(
	    post->inside, PAGES)), "");
}

const struct generator generator_valaxy = {
	.name = "valaxy",
	.title = "Valaxy",
	.dialects = TEMPLATE_LIQUID | TEMPLATE_KRAMDOWN | TEMPLATE_DIRECTIVES |
	    TEMPLATE_VUE,
	.markdown = MARKDOWN_IT | MARKDOWN_EMOJI,
	.published = (const char *const []){ "public", NULL },
	.bundles = true,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url
};
