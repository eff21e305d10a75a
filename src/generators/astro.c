/*
 * Astro
 *
 * Posts lie in collections, src/content/NAME/, and are shown at /NAME/ID/,
 * which is what nearly all sites do, although their code could do otherwise;
 * pages in src/pages have the URL of their path.
 */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/unicode.h"
#include "body/template.h"
#include "generators/generators.h"
#include "generators/paths.h"
#include "site/assignments.h"
#include "site/config.h"

#define CONTENT "src/content"
#define PAGES "src/pages"

struct astro {
	bool	 no_slash;		/* at the end of URLs */
	bool	 is_file;		/* URLs are those of files: x.html */
};

static const char *const names[] = {
	"astro.config.mjs", "astro.config.ts", "astro.config.js",
	"astro.config.cjs", "astro.config.mts", NULL
};

static bool
is_top(const char *folder)
{
	return config_first(folder, names) != NULL;
}

static bool
owns(const char *name)
{
	return ascii_has_prefix(name, "astro.config.");
}

/* Where templates and themes keep the names of a site. */
static void
read_constants(struct site *site, struct diag *d)
{
	static const char *const files[] = { "src/consts.ts", "src/consts.js",
	    "src/config.ts", "src/config.js", NULL };
	static const char *const keys[][2] = {
		{ "title", "SITE_TITLE" },
		{ "description", "SITE_DESCRIPTION" },
		{ "title", "SITE.title" }, { "description", "SITE.desc" },
		{ "description", "SITE.description" },
		{ "author", "SITE.author" }, { "language", "SITE.lang" }
	};
	const char *name = config_first(site->root, files);
	const struct p2f_value *map = name == NULL ? NULL :
	    config_read(site, name, d);
	size_t i;

	for (i = 0; map != NULL && i < sizeof keys / sizeof *keys; i++)
		config_set(site, keys[i][0], config_get(map, keys[i][1]), d);
}

static void
read_settings(struct site *site, struct astro *own,
    const struct p2f_value *map, struct diag *d)
{
	const struct p2f_value *top = assignments_holder(map, "site");
	const char *url, *base;

	if (top == NULL)
		top = map;
	config_set(site, "language", config_get(top, "i18n.defaultLocale"),
	    d);
	url = config_text(&site->arena, top, "site");
	base = config_text(&site->arena, top, "base");
	if (url != NULL)
		config_set_text(site, "url", paths_join_base(&site->arena,
		    url, base == NULL ? "" : base), config_get(top, "site"),
		    d);
	own->no_slash = value_text(config_get(top, "trailingSlash")) != NULL
	    && strcmp(config_get(top, "trailingSlash")->text, "never") == 0;
	own->is_file = value_text(config_get(top, "build.format")) != NULL &&
	    strcmp(config_get(top, "build.format")->text, "file") == 0;
}

static void
configure(struct site *site, struct diag *d)
{
	struct astro *own = arena_alloc(&site->arena, sizeof *own);
	const char *name = config_first(site->root, names);
	const struct p2f_value *map = name == NULL ? NULL :
	    config_read(site, name, d);

	site->own = own;
	read_constants(site, d);
	if (map != NULL)
		read_settings(site, own, map, d);
}

static const char *
passes_over(const struct site *site, const char *path, bool is_folder)
{
	const char *rest = paths_below(path, CONTENT);

	(void)site;
	if (is_folder && (paths_is_around(path, CONTENT) ||
	    paths_is_around(path, PAGES)))
		return NULL;
	if (rest == NULL)
		rest = paths_below(path, PAGES);
	else if (!is_folder && strchr(rest, '/') == NULL)
		return "in no collection";
	if (rest == NULL)
		return "neither in " CONTENT " nor in " PAGES;
	if (paths_has_hidden_part(rest))
		return "Astro passes over names that begin with _";
	return NULL;
}

/* As github-slugger does: what is no word goes, blanks become dashes. */
static void
put_slug(struct buf *out, struct arena *a, const char *text)
{
	unsigned c;

	for (text = unicode_lower_text(a, text); *text != '\0'; ) {
		c = utf8_next(&text);
		if (c == ' ')
			buf_putc(out, '-');
		else if (c == '-' || c == '_' || c == '/' ||
		    unicode_is_letter(c) || unicode_is_mark(c) ||
		    unicode_is_digit(c))
			buf_put_utf8(out, c);
	}
}

static const char *
slug_path(struct arena *a, const char *path)
{
	struct buf out = { 0 };
	const char *slug;

	put_slug(&out, a, path);
	buf_puts(&out, "");
	slug = arena_strdup(a, out.bytes);
	buf_release(&out);
	return paths_without_index(a, slug);
}

/* The path below the site's URL, with a slash at its end. */
static const char *
path_of(struct post *post)
{
	const struct p2f_value *slug = value_get(post->meta, "slug");
	const char *rest = paths_below(post->inside, CONTENT), *slash, *name;
	struct arena *a = &post->arena;

	if (rest == NULL) {
		rest = paths_below(post->inside, PAGES);
		return paths_without_index(a, paths_stem(a, rest == NULL ?
		    post->inside : rest));
	}
	/* The name of the collection is taken as it stands. */
	slash = strchr(rest, '/');
	name = slash == NULL ? rest : slash + 1;
	return arena_printf(a, "%.*s%s", (int)(name - rest), rest,
	    value_text(slug) != NULL ? paths_trim(a, slug->text) :
	    slug_path(a, paths_stem(a, name)));
}

static const char *
make_url(struct post *post, const struct site *site, struct diag *d)
{
	const struct astro *own = site->own;
	const char *path = path_of(post), *end = "/";

	(void)d;
	if (own->is_file)
		end = ".html";
	else if (own->no_slash)
		end = "";
	return paths_url(&post->arena, site, *path == '\0' ? "" :
	    arena_printf(&post->arena, "%s%s", path, end));
}

static const char *const published[] = { "public", NULL };

const struct generator generator_astro = {
	.name = "astro",
	.title = "Astro",
	.dialects = TEMPLATE_JSX,
	.published = published,
	.bundles = true,
	.wants_date = true,
	.is_top = is_top,
	.owns = owns,
	.configure = configure,
	.passes_over = passes_over,
	.url = make_url
};
