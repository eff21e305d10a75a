/*
 * Where a file is in a site of Hexo, and what its path says.
 */
#include <string.h>

#include "base/text.h"
#include "generators/hexo.h"
#include "generators/paths.h"

const char *
hexo_below(const char *path, const char *folder)
{
	return strcmp(path, folder) == 0 ? "" : paths_below(path, folder);
}

const char *
hexo_below_posts(const char *in_source)
{
	const char *path = hexo_below(in_source, "_posts");

	return path != NULL ? path : hexo_below(in_source, "_drafts");
}

struct hexo_place
hexo_place_of(struct post *post, const struct hexo *hexo)
{
	struct hexo_place place = { 0 };
	const char *in_source = hexo_below(post->inside, hexo->source_dir);

	if (in_source == NULL)
		return place;
	place.path = hexo_below_posts(in_source);
	if (place.path == NULL) {
		place.page = text_clean_name(&post->arena, in_source);
		return place;
	}
	place.path = text_clean_name(&post->arena, place.path);
	place.words = hexo_name_read(&post->arena, hexo->name_rule,
	    place.path);
	return place;
}
