/*
 * Images as the theme Chirpy finds them: below the folder that a post names,
 * and always from the top of the site.
 */
#include <string.h>

#include "base/media.h"
#include "base/text.h"
#include "base/url.h"
#include "generators/jekyll.h"
#include "post/post.h"
#include "site/permalink.h"

/* The first key is that of newer versions; to other themes, the second is an
   image. */
static const char *
folder_of(const struct post *post)
{
	const char *folder = value_text(jekyll_get(post->meta,
	    "media_subpath"));

	if (folder == NULL)
		folder = value_text(jekyll_get(post->meta, "img_path"));
	return folder == NULL || media_is_image(folder) ? NULL : folder;
}

const char *
jekyll_image(struct arena *a, const struct post *post,
    const struct site *site, const char *address)
{
	const struct jekyll *own = site->own;
	const char *folder = folder_of(post);

	if ((folder == NULL && !own->is_chirpy) || *address == '#' ||
	    strchr(address, ':') != NULL || text_has_prefix(address, "//"))
		return NULL;
	if (folder != NULL && url_is_absolute(folder))
		return url_resolve(a, arena_printf(a, "%s/", folder),
		    address + strspn(address, "/"));
	address = jekyll_squeeze(arena_printf(a, "/%s/%s",
	    folder == NULL ? "" : folder, address));
	if (own->cdn != NULL)
		return url_resolve(a, arena_printf(a, "%s/", own->cdn),
		    address + 1);
	return permalink_of_file(a, site, address);
}
