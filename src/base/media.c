#include <stddef.h>
#include <string.h>

#include "base/media.h"
#include "base/text.h"

/*
 * As registered with IANA, except torrent and wav, whose usual types are not,
 * and m4b, for which Apple's players require this one.
 */
static const struct {
	const char *extension, *type;
} types[] = {
	{ "aac", "audio/aac" },
	{ "avif", "image/avif" },
	{ "bmp", "image/bmp" },
	{ "epub", "application/epub+zip" },
	{ "flac", "audio/flac" },
	{ "gif", "image/gif" },
	{ "heic", "image/heic" },
	{ "ico", "image/vnd.microsoft.icon" },
	{ "jpeg", "image/jpeg" },
	{ "jpg", "image/jpeg" },
	{ "m4a", "audio/mp4" },
	{ "m4b", "audio/x-m4b" },
	{ "m4v", "video/mp4" },
	{ "mov", "video/quicktime" },
	{ "mp3", "audio/mpeg" },
	{ "mp4", "video/mp4" },
	{ "oga", "audio/ogg" },
	{ "ogg", "audio/ogg" },
	{ "ogv", "video/ogg" },
	{ "opus", "audio/ogg" },
	{ "pdf", "application/pdf" },
	{ "png", "image/png" },
	{ "svg", "image/svg+xml" },
	{ "tif", "image/tiff" },
	{ "tiff", "image/tiff" },
	{ "torrent", "application/x-bittorrent" },
	{ "wav", "audio/wav" },
	{ "webm", "video/webm" },
	{ "webp", "image/webp" },
	{ "zip", "application/zip" }
};

const char *
media_type(const char *url)
{
	size_t end = strcspn(url, "?#"), start = end, i;

	while (start > 0 && ascii_is_alnum(url[start - 1]))
		start--;
	if (start == 0 || url[start - 1] != '.')
		return NULL;
	for (i = 0; i < sizeof types / sizeof *types; i++)
		if (ascii_span_is(url + start, end - start,
		    types[i].extension))
			return types[i].type;
	return NULL;
}

bool
media_is_image(const char *url)
{
	const char *type = media_type(url);

	return type != NULL && text_has_prefix(type, "image/");
}
