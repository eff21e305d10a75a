/*
 * Links in Pelican's articles: `{filename}`, `{static}`, `{attach}` and so on,
 * which refer to a file of the site or a list of articles.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "generators/paths.h"
#include "generators/pelican.h"
#include "site/config.h"
#include "site/permalink.h"

/* The parts of a link, `{what}path`, and `?` or `#` after the path. */
struct target {
	const char	*what;
	const char	*path;
	const char	*rest;
};

static struct target
split(struct arena *a, const char *text)
{
	size_t what = strcspn(text + 1, "}|"), path;
	struct target target;

	target.what = arena_strndup(a, text + 1, what);
	text += what + 1;
	text += *text != '\0';
	path = strcspn(text, "?#");
	target.path = arena_strndup(a, text, path);
	target.rest = arena_strdup(a, text + path);
	return target;
}

/* The folder that contains a path, with a trailing slash; "" at the top. */
static const char *
folder_of(struct arena *a, const char *path)
{
	return arena_span(a, path, file_base_name(path));
}

/* Encode a path of names for a URL. */
static const char *
encode(struct arena *a, const char *path)
{
	struct buf out = { 0 };

	url_encode_path(&out, path);
	return arena_take(a, &out);
}

/* The URL of a file that is published next to the post, with the same path
   relative to its folder. */
static const char *
attach(struct arena *a, const struct post *post, const char *source,
    const char *file)
{
	const char *below = text_after(file, folder_of(a, source));

	if (post->url == NULL)
		return NULL;
	return url_resolve(a, post->url, encode(a, below != NULL ? below :
	    file_base_name(file)));
}

/* The URL of the list for a term, `tag/{slug}.html`. */
static const char *
find_term(struct arena *a, const struct site *site,
    const struct pelican_terms *terms, const char *name)
{
	const char *slug;
	unsigned unknown;

	if (terms->format == NULL || strstr(terms->format, "{slug}") == NULL)
		return NULL;
	slug = pelican_slug(a, site->own, terms->rules, url_decode(a, name),
	    &unknown);
	return slug == NULL ? NULL : permalink_join(a, site, paths_replace(a,
	    terms->format, "{slug}", slug));
}

/* Whether Pelican makes a page from a file; others are published unchanged. */
static bool
is_article(const char *path)
{
	static const char *const endings[] = {
		".md", ".markdown", ".mkd", ".mdown", ".html", ".htm", ".rst",
		NULL
	};

	return ascii_is_any(file_extension(path), endings);
}

/* The URL of a file that is published unchanged, by STATIC_URL. */
static const char *
find_static(struct arena *a, const struct site *site,
    const struct pelican *pelican, const char *file)
{
	if (pelican->files == NULL || strstr(pelican->files, "{path}") == NULL)
		return NULL;
	return permalink_join(a, site, paths_replace(a, pelican->files,
	    "{path}", encode(a, file)));
}

/* Whether a path is in a folder of pages, and exists. */
static bool
is_page(const struct site *site, const struct pelican *pelican,
    const char *inside)
{
	size_t i;

	for (i = 0; i < pelican->pages.count; i++)
		if (paths_is_around(pelican->pages.items[i], inside))
			return config_exists(site->root, inside);
	return false;
}

/* The target of a link to an article, a page, or a file published unchanged. */
static const char *
find_file(struct arena *a, const struct site *site,
    const struct pelican *pelican, const char *file)
{
	const char *inside = path_join(a, pelican->path, file);

	if (!is_article(file))
		return find_static(a, site, pelican, file);
	return is_page(site, pelican, inside) ?
	    pelican_page_url(a, site, inside) : inside;
}

/* The URL that the plugin photos gives an image in its own library: one size
   is for articles, `a`, another for galleries. */
static const char *
find_photo(struct arena *a, const struct site *site, const char *path,
    const char *size)
{
	const char *name = unicode_lower_text(a, url_decode(a, path));
	size_t n;

	name += strspn(name, "/");
	n = strlen(name) - strlen(file_extension(name));
	return permalink_join(a, site, arena_printf(a, "photos/%s%s.jpg",
	    encode(a, arena_strndup(a, name, n)), size));
}

const char *
pelican_link(struct arena *a, const struct post *post,
    const struct site *site, const char *text)
{
	const struct pelican *pelican = site->own;
	const struct target t = split(a, text);
	const char *source = pelican_source(pelican, post->inside), *file;
	const char *url = NULL;
	size_t i;

	for (i = 0; i < PELICAN_TERMS; i++)
		if (strcmp(t.what, pelican->terms[i].what) == 0)
			return find_term(a, site, &pelican->terms[i], t.path);
	if (strcmp(t.what, "index") == 0)
		return permalink_join(a, site, arena_printf(a, "index.html%s",
		    t.rest));
	file = path_beside(a, source, url_decode(a, t.path));
	if (strcmp(t.what, "filename") == 0)
		url = find_file(a, site, pelican, file);
	else if (strcmp(t.what, "attach") == 0)
		url = attach(a, post, source, file);
	else if (strcmp(t.what, "static") == 0)
		url = find_static(a, site, pelican, file);
	else if (strcmp(t.what, "photo") == 0)
		url = find_photo(a, site, t.path, "a");
	else if (strcmp(t.what, "lightbox") == 0)
		url = find_photo(a, site, t.path, "");
	return url == NULL ? NULL : arena_printf(a, "%s%s", url, t.rest);
}
