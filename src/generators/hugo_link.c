/*
 * The targets of ref and relref in Hugo, and the URLs of its files.
 *
 * A name is a path relative to the page, or else one from the content folder,
 * or else the name of some page; with or without extension, in the language of
 * the page or the one requested.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "generators/hugo.h"
#include "site/config.h"
#include "site/permalink.h"

/* A lookup, and its results, one per line. */
struct search {
	struct arena	*arena;
	const struct site *site;
	const struct hugo *hugo;
	const struct hugo_language *language;
	const char	*fragment;
	struct buf	 lines;
};

/* A language by its key of n bytes, or else a default. */
static const struct hugo_language *
find_language(const struct hugo *hugo, const char *key, size_t n,
    const struct hugo_language *other)
{
	const struct hugo_language *language;
	size_t i;

	for (i = 0; (language = hugo->languages.items[i]) != NULL; i++)
		if (ascii_span_is(key, n, language->key))
			return language;
	return other;
}

/* Add a post in the language, which is in its file name or content folder. */
static void
add_post(struct search *s, const char *between, const char *path)
{
	const struct hugo_language *language = s->language;

	if (s->hugo->is_multilingual)
		buf_printf(&s->lines, "%s%s%s.%s%s\n", language->folder,
		    between, path, language->key, s->fragment);
	buf_printf(&s->lines, "%s%s%s%s\n", language->folder, between, path,
	    s->fragment);
}

/*
 * Whether a folder has a list of its pages: the top and folders at the top do,
 * and those with an _index.
 */
static bool
is_section(const struct search *s, const char *folder)
{
	const char *root = s->language->folder;
	const char *path = *folder == '\0' ? root :
	    path_join(s->arena, root, folder);
	size_t n = strlen(path);

	if (*folder == '\0' ||
	    hugo_section(s->hugo, path, n, s->language) != NULL)
		return true;
	return strchr(folder, '/') == NULL &&
	    *file_extension(folder) == '\0' &&
	    !hugo_is_leaf(s->hugo, path, n, strlen(root)) &&
	    config_exists(s->site->root, path);
}

static const char *
without_index(struct arena *a, const char *path)
{
	return hugo_is_section_index(file_base_name(path)) ?
	    path_folder(a, path) : path;
}

/* `posts/rain` from `posts/rain.md`, `posts/rain.fr.md`,
   `posts/rain/index.md` */
static const char *
without_extension(struct search *s, const char *path)
{
	struct arena *a = s->arena;
	struct hugo_page page;

	if (!hugo_is_content(path) || !hugo_page_of(a, s->hugo,
	    arena_printf(a, "%s/%s", s->language->folder, path), &page))
		return path;
	return path_join(a, page.folder, page.name);
}

/* Add a path from the content folder, with a leading slash. */
static void
add_path(struct search *s, const char *path)
{
	const char *folder, *url;

	path = hugo_clean_path(s->arena, path) + 1;
	folder = without_index(s->arena, path);
	url = !is_section(s, folder) ? NULL : hugo_section_url(s->arena,
	    s->site, s->language, folder);
	if (url != NULL)
		buf_printf(&s->lines, "%s%s\n", url, s->fragment);
	else
		add_post(s, "/", without_extension(s, path));
}

/* The folder of a leaf bundle is the page itself, unless a name leaves it. */
static const char *
folder_of(struct arena *a, const struct hugo_page *page, const char *name)
{
	return page->is_leaf && text_has_prefix(name, "..") ?
	    arena_printf(a, "/%s/%s", page->folder, page->name) :
	    arena_printf(a, "/%s", page->folder);
}

static void
find(struct search *s, const struct hugo_page *page, const char *name)
{
	if (*name != '/')
		add_path(s, arena_printf(s->arena, "%s/%s", folder_of(
		    s->arena, page, name), name));
	if (*name == '.')
		return;
	add_path(s, arena_printf(s->arena, "/%s", name));
	name = hugo_clean_path(s->arena, name) + 1;
	add_post(s, "/" GENERATOR_DEEP, without_extension(s, name));
}

/* A file that is published below the site's own URL. */
static const char *
find_static(struct arena *a, const struct site *site, const char *path)
{
	const struct hugo *hugo = site->own;
	const char *folder = value_text(hugo_get(hugo->config, "staticdir"));

	path = hugo_clean_path(a, url_decode_path(a, path));
	return config_exists(site->root, arena_printf(a, "%s%s",
	    folder == NULL ? "static" : folder, path)) ?
	    permalink_join(a, site, path) : NULL;
}

const char *
hugo_link(struct arena *a, const struct post *post, const struct site *site,
    const char *text)
{
	struct search s = { .arena = a, .site = site, .hugo = site->own };
	size_t key = strcspn(text, "}"), n;
	struct hugo_page page;
	const char *name;

	if (text_has_prefix(text, "{static}"))
		return find_static(a, site, text + 8);
	if (!text_has_prefix(text, "{ref") || text[key] == '\0' ||
	    !hugo_page_of(a, s.hugo, post->inside, &page))
		return NULL;
	name = text + key + 1;
	n = strcspn(name, "#");
	s.language = find_language(s.hugo, text + 5, key < 5 ? 0 : key - 5,
	    page.language);
	s.fragment = name + n;
	name = text_trim_copy(a, name, name + n);
	if (name == NULL)
		return NULL;
	find(&s, &page, name);
	return arena_take(a, &s.lines);
}

/*
 * With ugly URLs, the files of a bundle are in the folder `rain` next to
 * `rain.html`; if the front matter sets the URL, they are next to that.
 */
const char *
hugo_files_url(struct arena *a, const struct post *post,
    const struct site *site)
{
	const char *url = post->url;
	struct hugo_page page;

	if (!text_has_suffix(url, ".html") ||
	    hugo_text_of(post->meta, "url") != NULL ||
	    !hugo_page_of(a, site->own, post->inside, &page) || !page.is_leaf)
		return NULL;
	return arena_printf(a, "%.*s/", (int)(strlen(url) - strlen(".html")),
	    url);
}

const char *
hugo_image_url(struct arena *a, const struct post *post,
    const struct site *site, const char *address)
{
	const char *folder = *address == '/' || url_is_absolute(address) ?
	    NULL : hugo_files_url(a, post, site);
	const char *name = folder == NULL ? NULL : url_decode_path(a,
	    address);

	return name != NULL && *name != '\0' && config_exists(
	    file_folder_name(a, post->path), name) ?
	    url_resolve(a, folder, address) : NULL;
}
