#include <string.h>

#include "base/file.h"
#include "base/url.h"
#include "feed/archive.h"

/* Not counting an archive that would hold just the newest posts. */
size_t
archive_count(size_t posts, size_t limit)
{
	return posts == 0 || limit == 0 ? 0 : (posts - 1) / limit;
}

size_t
archive_start(size_t number, size_t posts, size_t limit)
{
	return number == 0 ? 0 : posts - number * limit;
}

const char *
archive_path(struct arena *a, const char *path, size_t number)
{
	const char *end = path + strlen(path);
	const char *ending = strrchr(file_base_name(path), '.');

	if (number == 0)
		return path;
	if (ending == NULL || ending == file_base_name(path))
		ending = end;
	return arena_printf(a, "%.*s-%zu%s", (int)(ending - path), path,
	    number, ending);
}

/* NULL: there is no archive of that number. */
static const char *
url_of(struct arena *a, const char *self, const char *path, size_t number,
    size_t count)
{
	return number == 0 || number > count ? NULL :
	    url_of_file(a, self, archive_path(a, path, number));
}

void
archive_link(struct p2f_feed *feed, struct arena *a, const char *path,
    struct archive archive)
{
	const size_t number = archive.number, count = archive.count;
	const char *self = feed->self;

	feed->prev_archive = url_of(a, self, path, number > 0 ? number - 1 :
	    count, count);
	if (number == 0)
		return;
	feed->next_archive = url_of(a, self, path, number + 1, count);
	feed->current = self;
	feed->self = url_of(a, self, path, number, count);
}
