/*
 * Gatsby
 *
 * The URL of a post is made by the site's own code.  Most of it calls
 * createFilePath(), which makes it of the path; else the front matter must
 * have it.
 */
#include <stdatomic.h>
#include <string.h>

#include "base/url.h"
#include "front/assignments.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

struct gatsby {
	bool	 by_path;		/* URLs are made by createFilePath() */
	atomic_bool *is_unknown;	/* that of a post cannot be known */
};

static const char *const names[] = {
	"gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs", NULL
};

static void
read_settings(struct site *site, const struct p2f_value *map,
    struct diag *d)
{
	static const char *const keys[][2] = {
		{ "title", "title" }, { "description", "description" },
		{ "url", "siteUrl" }, { "url", "url" },
		{ "language", "language" }, { "language", "lang" },
		{ "author", "author" }, { "author", "author.name" }
	};
	const struct p2f_value *meta = assignments_find(map,
	    "siteMetadata"), *v;
	size_t i;

	for (i = 0; meta != NULL && i < sizeof keys / sizeof *keys; i++) {
		v = config_get(meta, keys[i][1]);
		/* The first one of two names for it counts. */
		if (v != NULL && v->kind == P2F_TEXT &&
		    (i == 0 || strcmp(keys[i][0], keys[i - 1][0]) != 0 ||
		    value_text(config_get(meta, keys[i - 1][1])) == NULL))
			config_set(site, keys[i][0], v, d);
	}
}

/* A path of the site's own in front, `/blog${slug}`, makes it another. */
static bool
makes_urls_by_path(const char *root)
{
	static const char *const files[] = { "gatsby-node.js",
	    "gatsby-node.ts", "gatsby-node.mjs", NULL };
	const char *name = config_first(root, files);

	return name != NULL && config_mentions(root, name,
	    "createFilePath") && !config_mentions(root, name, "`/");
}

static void
configure(struct site *site, struct diag *d)
{
	struct gatsby *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d);

	own->is_unknown = arena_alloc(&site->arena,
	    sizeof *own->is_unknown);
	atomic_init(own->is_unknown, false);
	own->by_path = makes_urls_by_path(site->root);
	site->own = own;
	if (map != NULL) {
		read_settings(site, map, d);
		/* Of the plugin that reads Markdown. */
		config_set(site, "excerpt-separator", assignments_find(map,
		    "excerpt_separator"), d);
	}
	site->people = config_read(site, "content/authors.yml", d);
}

/* Folders that the starters and most sites read posts from. */
static const char *const folders[] = {
	"content/blog", "content/posts", "content", "src/pages", "src/posts",
	"blog", "posts"
};

#define FOLDERS (sizeof folders / sizeof *folders)

static const char *
passes_over(const struct site *site, const char *path, bool is_folder)
{
	size_t i;

	(void)site;
	for (i = 0; i < FOLDERS; i++)
		if (paths_below(path, folders[i]) != NULL || (is_folder &&
		    paths_is_around(path, folders[i])))
			return NULL;
	return "not in a folder of posts";
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct gatsby *own = site->own;
	const struct p2f_value *v = post->facts.permalink;
	struct arena *a = &post->arena;
	const char *rest = NULL, *path;
	size_t i;

	(void)d;
	if (v != NULL)
		return url_is_absolute(v->text) ? url_encode(a, v->text) :
		    permalink_join(a, site, v->text);
	for (i = 0; i < FOLDERS && rest == NULL; i++)
		rest = paths_below(post->inside, folders[i]);
	if (!own->by_path || rest == NULL) {
		atomic_store(own->is_unknown, true);
		return NULL;
	}
	path = paths_without_index(a, paths_stem(a, rest));
	return paths_url(a, site, *path == '\0' ? "" :
	    arena_printf(a, "%s/", path));
}

static void
conclude(const struct site *site, struct diag *d)
{
	const struct gatsby *own = site->own;

	if (atomic_load(own->is_unknown))
		diag_report(d, DIAG_PERMALINK, (struct place){ .path =
		    site->root }, "the URLs of posts without a path: in their "
		    "front matter are made by the code of the site, "
		    "gatsby-node, and cannot be known (--permalink, or "
		    "permalink: in " SITE_FILE ", would give a pattern)");
}

static const char *const published[] = { "static", NULL };

const struct generator generator_gatsby = {
	.name = "gatsby",
	.title = "Gatsby",
	.dialects = TEMPLATE_JSX,
	.published = published,
	.bundles = true,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.passes_over = passes_over,
	.url = make_url,
	.conclude = conclude
};
