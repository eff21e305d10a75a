/*
 * URLs of the site: of its top, of paths on it, and of files next to a post.
 */
#include <string.h>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "template/template_parts.h"

/* How far back to search for the start of a URL. */
#define ADDRESS_MAX 1000

/* The path of the site's URL without a trailing slash: "/blog", or "". */
static const char *
base_path(struct template *t, bool with_host)
{
	const char *url = t->host->site_url, *path = strstr(url, "//");
	size_t n = path_cut_slashes(url, strlen(url));

	path = path == NULL ? NULL : strchr(path + 2, '/');
	if (with_host)
		return arena_strndup(&t->arena, url, n);
	if (path == NULL || (size_t)(path - url) >= n)
		return "";
	return arena_strndup(&t->arena, path, n - (size_t)(path - url));
}

const char *
template_site_origin(struct template *t)
{
	const char *url = t->host->site_url, *host = strstr(url, "//");
	size_t n = host == NULL ? strlen(url) : (size_t)(host - url) + 2;

	n += strcspn(url + n, "/");
	return arena_strndup(&t->arena, url, n);
}

static size_t
without(const char *s, size_t n, const char *end)
{
	size_t k = strlen(end);

	/* An empty text may be NULL. */
	return k > 0 && k <= n && memcmp(s + n - k, end, k) == 0 ? n - k : n;
}

size_t
template_without_site(struct template *t, const char *s, size_t n)
{
	size_t k = path_cut_slashes(s, without(s, path_cut_slashes(s, n),
	    base_path(t, false)));
	size_t host = without(s, k, template_site_origin(t));

	if (host < k)
		return host;
	/* A path is the site's only at the beginning of a URL. */
	return k == 0 || strchr("(<\"'= \t\n", s[k - 1]) != NULL ? k : n;
}

/* Where the URL that the text ends in begins. */
static size_t
address_start(const char *s, size_t n)
{
	size_t i = n;

	while (i > 0 && n - i < ADDRESS_MAX &&
	    strchr("(<\"'=& \t\n", s[i - 1]) == NULL)
		i--;
	return i;
}

const char *
template_page_url(struct template *t)
{
	const char *url = t->host->page_url, *site = base_path(t, true);
	size_t n = template_without_site(t, t->out->bytes, t->out->length);
	const char *start, *end;

	if (n == 0)
		return url;
	start = t->out->bytes + address_start(t->out->bytes, n);
	end = t->out->bytes + n;
	if (start == end || !text_has_prefix(url, site) || (*start != '/' &&
	    text_search(start, end, "://") == NULL))
		return url;
	url += strlen(site);
	return url + (end[-1] == '/' && *url == '/');
}

const char *
template_page_id(struct template *t)
{
	const char *url = t->host->page_url, *site = base_path(t, true);
	const char *slug = template_find_key(t, "slug");
	size_t n = strlen(site), k;

	if (url == NULL || slug == NULL || !text_has_prefix(url, site))
		return NULL;
	url += n;
	k = path_cut_slashes(url, strlen(url));
	while (k > 0 && url[k - 1] != '/')
		k--;
	return arena_printf(&t->arena, "%.*s%s", (int)k, url, slug);
}

const char *
template_site_path(struct template *t, const char *path, bool with_host)
{
	if (url_is_absolute(path) || text_has_prefix(path, "//"))
		return path;
	return arena_printf(&t->arena, "%s%s%s", base_path(t, with_host),
	    *path == '/' || *path == '\0' ? "" : "/", path);
}

const char *
template_local_url(struct template *t, const char *path)
{
	return *path == '/' ? template_site_path(t, path, false) : path;
}

const char *
template_image_url(struct template *t, const struct template_tag *tag,
    const char *path)
{
	const struct template_host *h = t->host;
	const char *base = template_site_path(t, "", false), *url;
	size_t n = strlen(base);

	if (tag->syntax != TEMPLATE_SHORTCODE || *path != '/')
		return template_local_url(t, path);
	if (strncmp(path, base, n) == 0 && path[n] == '/')
		return path;
	if (h->find_address == NULL)
		return template_local_url(t, path);
	url = h->find_address(h->context, arena_printf(&t->arena,
	    "{static}%s", path));
	return url == NULL ? path : url;
}

const char *
template_asset_url(struct template *t, const char *name)
{
	const char *folder = t->host->files_url;

	return folder == NULL || *name == '/' || url_is_absolute(name) ?
	    name : arena_printf(&t->arena, "%s%s", folder, name);
}
