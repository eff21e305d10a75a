#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/local.h"
#include "feed/magic.h"
#include "site/config.h"
#include "site/generator.h"
#include "site/permalink.h"

/* Whether a path stays below whatever folder it is joined to. */
static bool
stays_inside(const char *path)
{
	const char *p = path;
	size_t n;

	if (*path == '\0' || *path == '/')
		return false;
	for (; *p != '\0'; p += n + (p[n] == '/')) {
		n = strcspn(p, "/");
		if (n == 2 && p[0] == '.' && p[1] == '.')
			return false;
	}
	return true;
}

static bool
is_file(const char *path, struct stat *st)
{
	return seen_stat(path, st) && S_ISREG(st->st_mode);
}

/* A reference relative to the URL of the post's files, if it is below that. */
static const char *
relative_to(struct arena *a, const struct post *post,
    const struct site *site, const char *reference)
{
	const char *url = permalink_of_files(a, post, site);
	const char *slash = url == NULL ? NULL : strrchr(url, '/');
	size_t n = slash == NULL ? 0 : (size_t)(slash + 1 - url);

	return n > 0 && strncmp(reference, url, n) == 0 ? reference + n :
	    reference;
}

/* Find a file beside a post, or in the folder of the same name. */
static const char *
find_beside(struct arena *a, const char *reference, const struct post *post,
    const struct site *site, struct stat *st)
{
	const char *path = url_decode_path(a, relative_to(a, post, site,
	    reference));
	const char *found;
	int n = (int)(file_base_name(post->path) - post->path);

	if (text_has_prefix(path, "./"))
		path += 2;
	if (!path_has_name(post->path) || url_is_absolute(path) ||
	    !stays_inside(path))
		return NULL;
	found = arena_printf(a, "%.*s%s", n, post->path, path);
	if (is_file(found, st))
		return found;
	found = arena_printf(a, "%.*s%s/%s", n, post->path, post->name, path);
	return is_file(found, st) ? found : NULL;
}

/* Find the file that the site publishes at a path below its URL. */
static const char *
find_at_top(struct arena *a, const char *path, const struct site *site,
    struct stat *st)
{
	static const char *const top[] = { ".", NULL };
	const char *const *folder = site->generator->published;
	const char *found;

	if (site->root == NULL || !stays_inside(path))
		return NULL;
	for (folder = folder == NULL ? top : folder; *folder != NULL;
	    folder++) {
		found = config_path(a, site, strcmp(*folder, ".") == 0 ?
		    path : arena_printf(a, "%s/%s", *folder, path));
		if (is_file(found, st))
			return found;
	}
	return NULL;
}

const char *
local_reference(struct arena *a, const char *reference,
    const struct post *post, const struct site *site)
{
	static const char *const folders[] = {
		"", "img/", "images/", "assets/img/", "assets/images/"
	};
	const char *inside;
	struct stat st;
	size_t i;

	if (strchr("/.", *reference) != NULL ||
	    strpbrk(reference, ":?#") != NULL ||
	    find_beside(a, reference, post, site, &st) != NULL)
		return reference;
	inside = arena_printf(a, "images/%s", reference);
	if (strchr(reference, '/') == NULL &&
	    find_beside(a, inside, post, site, &st) != NULL)
		return inside;
	for (i = 0; i < sizeof folders / sizeof *folders; i++) {
		inside = arena_printf(a, "%s%s", folders[i], reference);
		if (find_at_top(a, inside, site, &st) != NULL)
			return inside;
	}
	return reference;
}

/* Find the file that the site publishes at one of its URLs. */
static const char *
find_published(struct arena *a, const char *url, const struct site *site,
    struct stat *st)
{
	const char *base = site_base(site);
	size_t n = strlen(base);

	if (strncmp(url, base, n) != 0)
		return NULL;
	return find_at_top(a, url_decode_path(a, url + n + (url[n] == '/')),
	    site, st);
}

bool
local_is_at_top(struct arena *a, const char *reference, const char *url,
    const struct post *post, const struct site *site)
{
	const char *path;
	struct stat st;

	if (*reference == '.' || url_is_absolute(reference) ||
	    find_beside(a, reference, post, site, &st) != NULL ||
	    find_published(a, url, site, &st) != NULL)
		return false;
	path = url_decode_path(a, reference);
	return find_at_top(a, path + (*path == '/'), site, &st) != NULL;
}

static size_t
read_head(const char *path, unsigned char *bytes, size_t room)
{
	int fd = seen_open(path);
	size_t length = 0;
	ssize_t n;

	if (fd == -1)
		return 0;
	do {
		n = seen_read(fd, (char *) bytes + length, room - length);
		length += n > 0 ? (size_t)n : 0;
	} while (n > 0 && length < room);
	close(fd);
	return length;
}

void
local_describe(struct arena *a, struct p2f_media *medium,
    const char *reference, const struct post *post, const struct site *site)
{
	struct magic magic;
	unsigned char *head;
	const char *path;
	struct stat st;

	path = find_beside(a, reference, post, site, &st);
	if (path == NULL)
		path = find_published(a, medium->url, site, &st);
	if (path == NULL)
		return;
	if (medium->length < 0)
		medium->length = (long long)st.st_size;
	head = mem_alloc(MAGIC_HEAD);
	if (magic_read(&magic, head, read_head(path, head,
	    MAGIC_HEAD))) {
		if (medium->type == NULL)
			medium->type = magic.type;
		medium->width = magic.width;
		medium->height = magic.height;
	}
	mem_free(head);
}

/* `@/a.png`, which a bundler resolves to another folder. */
static bool
is_alias(const char *reference)
{
	static const char *const aliases[] = {
		"@/", "~/", "~@", "@site/", NULL
	};

	return text_after_any(reference, reference + strlen(reference),
	    aliases) != NULL;
}

bool
local_is_bundled(struct arena *a, const char *reference,
    const struct post *post, const struct site *site)
{
	const char *path;
	struct stat st;

	/* No path begins like this, even if no site is known. */
	if (post->inside == NULL)
		return is_alias(reference);
	if (!site->generator->bundles ||
	    site->root == NULL || strchr("#?", *reference) != NULL ||
	    url_is_absolute(reference))
		return false;
	if (is_alias(reference))
		return true;
	/* From the top, only sources are not published as is. */
	path = url_decode_path(a, reference);
	if (*path == '/' && !text_has_prefix(path, "/src/"))
		return false;
	path = *path == '/' ? path + 1 : path_beside(a, post->inside, path);
	return stays_inside(path) && is_file(config_path(a, site, path), &st);
}

bool
local_is_beside(struct arena *a, const char *reference,
    const struct post *post)
{
	int n = (int)(file_base_name(post->path) - post->path);
	const char *path = url_decode(a, arena_strndup(a, reference,
	    strcspn(reference, "/?#")));

	return path_has_name(post->path) && seen_exists(arena_printf(a,
	    "%.*s%s", n, post->path, path));
}
