/*
 * The files of a post, which Hexo keeps in a folder named after the post, and
 * the images in its Markdown.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/seen.h"
#include "base/text.h"
#include "base/url.h"
#include "generators/hexo.h"
#include "generators/paths.h"
#include "site/permalink.h"

/* The folder of `a.html` is `a`, whatever pretty_urls does to the name. */
const char *
hexo_files_url(struct arena *a, const struct post *post,
    const struct site *site)
{
	const struct hexo *hexo = site->own;
	const char *url = post->url;
	size_t n = strlen(url);

	if (!hexo->has_asset_folders || text_has_suffix(url, "/"))
		return NULL;
	if (text_has_suffix(url, ".html"))
		n -= strlen(".html");
	return arena_printf(a, "%.*s/", (int)n, url);
}

static bool
is_file(const char *path)
{
	struct stat st;

	return seen_stat(path, &st) && S_ISREG(st.st_mode);
}

/* The URL of a file in the folder of the post; NULL if it does not exist. */
static const char *
asset_url(struct arena *a, const struct post *post, const struct site *site,
    const char *address)
{
	const char *base = permalink_of_files(a, post, site);
	size_t n = strlen(post->path) - strlen(file_extension(post->path));
	const char *path;

	if (text_has_prefix(address, "./"))
		address += 2;
	/* `rain/a.png` in rain.md, as editors need it, is `a.png`. */
	address = paths_inside(address, post->name);
	path = url_decode_path(a, address);
	if (base == NULL || strstr(path, "..") != NULL ||
	    !is_file(arena_printf(a, "%.*s/%s", (int)n, post->path,
	    path)))
		return NULL;
	return url_resolve(a, base, address);
}

const char *
hexo_image(struct arena *a, const struct post *post,
    const struct site *site, const char *address)
{
	const struct hexo *hexo = site->own;
	const char *url = NULL;

	if (*address == '#' || text_has_prefix(address, "//") ||
	    url_is_absolute(address))
		return NULL;
	if (hexo->has_asset_folders && *address != '/')
		url = asset_url(a, post, site, address);
	return url == NULL && hexo->has_images_at_root ?
	    permalink_of_file(a, site, address) : url;
}
