/*
 * File names from webpack's loaders for files next to posts of Docusaurus: see
 * getFileLoaderUtils() of @docusaurus/utils.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/media.h"
#include "base/path.h"
#include "base/seen.h"
#include "base/text.h"
#include "base/url.h"
#include "generators/docusaurus_assets.h"
#include "generators/paths.h"
#include "site/config.h"

/* Images up to this size are embedded in the page, and have no URL. */
#define LIMIT 10000		/* bytes */

/* The folder of the site for the output of a translation: "fr/". */
static const char *
folder_of_locale(struct arena *a, const char *path)
{
	const char *locale = text_after(path, "i18n/");
	const char *end = locale == NULL ? NULL : strchr(locale, '/');

	return end == NULL ? "" : arena_span(a, locale, end + 1);
}

/* The URL of a file at a path in the site, if it is larger than `limit`. */
static const char *
url_of(struct arena *a, const struct site *site, const char *path,
    const char *folder, size_t limit)
{
	struct diag d = { .options = &diag_quiet };
	struct buf bytes = { 0 };
	char hex[DIGEST_MD4_SIZE];
	const char *full, *url = NULL;
	struct stat st;

	if (*path == '\0' || *path == '/' || strstr(path, "..") != NULL)
		return NULL;
	full = config_path(a, site, path);
	if (seen_stat(full, &st) && S_ISREG(st.st_mode) &&
	    file_read(full, &bytes, &d) && bytes.length > limit) {
		digest_md4(bytes.bytes, bytes.length, hex);
		url = paths_url(a, site, arena_printf(a,
		    "%sassets/%s/%s-%s%s", folder_of_locale(a, path), folder,
		    file_stem(a, path), hex, file_extension(path)));
	}
	diag_discard(&d);
	buf_release(&bytes);
	return url;
}

/* The path in the site of a reference, without query and fragment. */
static const char *
path_of(struct arena *a, const struct post *post, const char *address)
{
	const char *inside;

	if (url_is_absolute(address))
		return NULL;
	address = url_decode_path(a, address);
	if (*address == '\0' || *address == '/')
		return NULL;
	inside = text_after(address, "@site/");
	return inside != NULL ? inside : path_beside(a, post->inside,
	    address);
}

const char *
docusaurus_image(struct arena *a, const struct post *post,
    const struct site *site, const char *address)
{
	const char *path = path_of(a, post, address);

	return path == NULL ? NULL : url_of(a, site, path, "images", LIMIT);
}

/* Decided by the extension: some images do not end up as files. */
const char *
docusaurus_required(struct arena *a, const struct post *post,
    const struct site *site, const char *text)
{
	const char *address = text_after(text, "{require}");
	const char *path = address == NULL ? NULL : path_of(a, post, address);

	if (path == NULL)
		return NULL;
	if (media_is_image(path))
		return text_has_suffix(path, ".svg") ? NULL :
		    url_of(a, site, path, "images", LIMIT);
	return text_has_suffix(path, ".pdf") || text_has_suffix(path, ".zip") ?
	    url_of(a, site, path, "files", 0) : NULL;
}

const char *
docusaurus_linked(struct arena *a, const struct site *site, const char *path)
{
	const char *extension = file_extension(path);

	return *extension == '\0' || strcmp(extension, ".json") == 0 ||
	    media_is_image(path) || file_is_post_extension(extension,
	    strlen(extension)) ? NULL : url_of(a, site, path, "files", 0);
}
