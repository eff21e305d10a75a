/*
 * Gatsby
 *
 * The URL of a post is made by the site's own code.  Usually that calls
 * createFilePath(), which derives it from the path; otherwise it must be in
 * the front matter.
 */
#include <stdatomic.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "front/assignments.h"
#include "generators/gatsby.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "site/config.h"
#include "site/permalink.h"
#include "template/template.h"

/* Maximum number of folders read from the settings. */
#define NAMED_MAX 32

/* Maximum number of files that a program requires. */
#define PARTS_MAX 16

/* Folders where the starters and most sites have posts. */
static const char *const folders[] = {
	"content/blog", "content/posts", "content", "src/pages", "src/posts",
	"blog", "posts", NULL
};

struct gatsby {
	struct gatsby_code code;
	bool	 no_slash;		/* at the end of URLs */
	const char *named[NAMED_MAX + 1]; /* folders in the settings */
	atomic_bool *is_unknown;	/* some post's URL is not known */
};

static const char *const names[] = {
	"gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs", NULL
};

static void
read_settings(struct site *site, const struct p2f_value *map,
    struct diag *d)
{
	static const char *const keys[][2] = {
		{ "title", "title" }, { "title", "rssMetadata.title" },
		{ "description", "description" },
		{ "description", "rssMetadata.description" },
		{ "url", "siteUrl" }, { "url", "url" },
		{ "language", "language" }, { "language", "lang" },
		{ "author", "author" }, { "author", "author.name" }
	};
	const struct p2f_value *meta = assignments_find(map,
	    "siteMetadata"), *v;
	size_t i;

	/* As in the starter Lumen. */
	config_set(site, "description", config_get(meta, "subtitle"), d);
	for (i = 0; meta != NULL && i < sizeof keys / sizeof *keys; i++) {
		v = config_get(meta, keys[i][1]);
		/* The first of two names for a setting counts. */
		if (v != NULL && v->kind == P2F_TEXT &&
		    (i == 0 || strcmp(keys[i][0], keys[i - 1][0]) != 0 ||
		    value_text(config_get(meta, keys[i - 1][1])) == NULL))
			config_set(site, keys[i][0], v, d);
	}
}

/*
 * The folder that an expression names, `${__dirname}/content/blog`; NULL if it
 * is not one of the site, or composed of several strings.
 */
static const char *
folder_of(struct arena *a, const char *p)
{
	static const char quotes[] = "`'\"", root[] = "${__dirname}";
	const char *name = p + strcspn(p, "`'\"\n:}"), *end, *next;

	if (*name == '\0' || strchr(quotes, *name) == NULL)
		return NULL;
	name++;
	if (text_has_prefix(name, root))
		name += strlen(root);
	else if (*name == '/' && text_search(p, name, "__dirname") == NULL)
		return NULL;
	end = name + strcspn(name, "`'\"\n$");
	next = end + (*end != '\0') + strspn(end + (*end != '\0'), ", ");
	if (*end == '\0' || strchr(quotes, *end) == NULL ||
	    (*next != '\0' && strchr(quotes, *next) != NULL))
		return NULL;
	return paths_trim(a, arena_span(a, name, end));
}

static void
read_folders(struct site *site, struct gatsby *own, struct diag *d)
{
	static const char key[] = "path:";
	const char *name = site->settings == NULL ? NULL :
	    config_first(site->root, names);
	const char *text = name == NULL ? NULL :
	    config_read_text(site, name, d);
	const char *p = text == NULL ? "" : text, *folder;
	size_t n = 0;

	while (n < NAMED_MAX && (p = strstr(p, key)) != NULL) {
		p += strlen(key);
		folder = folder_of(&site->arena, p);
		if (folder != NULL && *folder != '\0')
			own->named[n++] = folder;
	}
	own->named[n] = NULL;
}

/* The text of the file that a program loads by require("./x"), by its path. */
static const char *
read_required(struct site *site, const char *path, struct diag *d)
{
	static const char *const endings[] = { ".js", ".ts", ".mjs", ".cjs",
	    NULL };
	struct arena *a = &site->arena;
	const char *const files[] = {
		text_is_any(file_extension(path), endings) ? path :
		    arena_printf(a, "%s.js", path),
		arena_printf(a, "%s.ts", path),
		arena_printf(a, "%s/index.js", path),
		arena_printf(a, "%s/index.ts", path), NULL
	};
	const char *name = config_first(site->root, files);

	return name == NULL ? NULL : config_read_text(site, name, d);
}

/* A program, followed by the files that it requires. */
static const char *
with_parts(struct site *site, const char *text, struct diag *d)
{
	struct arena *a = &site->arena;
	const char *all = text, *p = text, *name, *part;
	int n = 0;

	while (n < PARTS_MAX && (p = strstr(p, "require(")) != NULL) {
		p += strlen("require(");
		if (*p == '\0' || !text_has_prefix(p + 1, "./"))
			continue;
		name = p + strlen("'./");
		part = read_required(site, arena_span(a, name,
		    name + strcspn(name, "'\"`\n")), d);
		if (part != NULL)
			all = arena_printf(a, "%s\n%s", all, part);
		n++;
	}
	return all;
}

static void
read_programs(struct site *site, struct gatsby *own, struct diag *d)
{
	static const char *const files[] = { "gatsby-node.js",
	    "gatsby-node.ts", "gatsby-node.mjs", NULL };
	const char *name = config_first(site->root, files);
	const char *text = name == NULL ? NULL :
	    config_read_text(site, name, d);

	if (text != NULL)
		gatsby_read_code(&site->arena, &own->code,
		    with_parts(site, text, d));
}

/* Read the prefix of all paths, if the site is built with it. */
static void
read_prefix(struct site *site, const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *prefix = assignments_find(map, "pathPrefix");

	if (value_text(prefix) != NULL && site->url != NULL &&
	    paths_is_host(site->url) && config_mentions(site->root,
	    "package.json", "--prefix-paths"))
		config_set_text(site, "url", paths_join_base(&site->arena,
		    site->url, prefix->text), prefix, d);
}

static void
configure(struct site *site, struct diag *d)
{
	struct gatsby *own = arena_alloc(&site->arena, sizeof *own);
	const struct p2f_value *map = config_read_first(site, names, d), *end;

	own->is_unknown = arena_alloc(&site->arena,
	    sizeof *own->is_unknown);
	atomic_init(own->is_unknown, false);
	read_folders(site, own, d);
	read_programs(site, own, d);
	site->own = own;
	if (map != NULL) {
		read_settings(site, map, d);
		read_prefix(site, map, d);
		end = assignments_find(map, "trailingSlash");
		own->no_slash = value_text(end) != NULL &&
		    strcmp(end->text, "never") == 0;
		/* For the plugin that reads Markdown. */
		config_set(site, "excerpt-separator", assignments_find(map,
		    "excerpt_separator"), d);
	}
	site->people = config_read(site, "content/authors.yml", d);
}

/* Whether a path is one of some folders, inside one, or contains one. */
static bool
is_near(const char *path, bool is_folder, const char *const *list)
{
	for (; *list != NULL; list++)
		if (paths_leads_to(path, is_folder, *list))
			return true;
	return false;
}

static const char *
skip_reason(const struct site *site, const char *path, bool is_folder)
{
	const struct gatsby *own = site->own;

	return is_near(path, is_folder, folders) ||
	    is_near(path, is_folder, own->named) ? NULL :
	    "not in a folder of posts";
}

/* The path below the innermost of some folders; NULL if it is in none. */
static const char *
rest_below(const char *path, const char *const *list)
{
	const char *found = NULL, *rest;

	for (; *list != NULL; list++) {
		rest = paths_below(path, *list);
		if (rest != NULL && (found == NULL || rest > found))
			found = rest;
	}
	return found;
}

/* The path below the folder that Gatsby reads; NULL if it is in none. */
static const char *
rest_of(const struct gatsby *own, const char *path)
{
	const char *named = rest_below(path, own->named);
	const char *usual = rest_below(path, folders);

	return named == NULL || (own->code.has_base && usual != NULL) ? usual :
	    named;
}

/*
 * The key that marks a page, as opposed to a post: in the starter Lumen
 * `template: page`, in that of Netlify CMS `templateKey: about-page`, but some
 * of those are dated posts.
 */
static const struct p2f_value *
find_page_mark(const struct post *post)
{
	const struct p2f_value *v = value_get(post->meta, "template");

	if (value_text(v) != NULL && strcmp(v->text, "page") == 0)
		return v;
	v = value_get(post->meta, "templateKey");
	return value_text(v) != NULL && text_has_suffix(v->text, "-page") &&
	    value_get(post->meta, "date") == NULL ? v : NULL;
}

static void
complete(struct post *post, const struct site *site, struct diag *d)
{
	const struct p2f_value *page = find_page_mark(post);

	(void)site;
	(void)d;
	if (page != NULL)
		post->facts.hidden = post->facts.from[FIELD_HIDDEN] = page;
}

/* NULL: it is not known. */
static const char *
path_of_slug(struct arena *a, const struct gatsby_code *code,
    const char *slug, const char *rest)
{
	if (code->in_folder && rest != NULL)
		return path_join(a, path_folder(a, rest), slug);
	if (code->slug_prefix != NULL)
		return arena_printf(a, "%s%s%s", code->slug_prefix,
		    slug + strspn(slug, "/"), code->slug_end);
	return *slug == '/' ? slug : NULL;
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct gatsby *own = site->own;
	const struct p2f_value *v = post->facts.permalink;
	const char *slug = own->code.has_slugs ?
	    value_text(value_get(post->meta, "slug")) : NULL;
	struct arena *a = &post->arena;
	const char *rest = rest_of(own, post->inside), *path;

	(void)d;
	path = v == NULL && slug != NULL ? path_of_slug(a, &own->code, slug,
	    rest_below(post->inside, own->named)) : NULL;
	if (path != NULL)
		return permalink_join(a, site, path);
	if (v != NULL)
		return url_is_absolute(v->text) ? url_encode(a, v->text) :
		    permalink_join(a, site, v->text);
	if (!own->code.by_path || rest == NULL || slug != NULL) {
		atomic_store(own->is_unknown, true);
		return NULL;
	}
	path = paths_without_index(a, paths_stem(a, rest));
	if (own->code.prefix != NULL)
		path = paths_trim(a, arena_printf(a, "%s/%s",
		    own->code.prefix, path));
	return paths_page_url(a, site, path, own->no_slash ? "" : "/");
}

static void
conclude(const struct site *site, struct diag *d)
{
	const struct gatsby *own = site->own;

	if (atomic_load(own->is_unknown))
		diag_report(d, DIAG_PERMALINK, (struct place){ .path =
		    site->root }, "the URLs of posts without path: in their "
		    "front matter come from code of the site, gatsby-node, and "
		    "are unknown (set --permalink, or permalink: in " SITE_FILE
		    ")");
}

const struct generator generator_gatsby = {
	.name = "gatsby",
	.title = "Gatsby",
	.dialects = TEMPLATE_JSX | TEMPLATE_GATSBY | TEMPLATE_CODE_TITLES,
	.published = (const char *const []){ "static", NULL },
	.bundles = true,
	.takes_underline = true,
	.files = names,
	.configure = configure,
	.skip_reason = skip_reason,
	.complete = complete,
	.url = make_url,
	.conclude = conclude
};
