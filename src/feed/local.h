/*
 * local - the local file of an image or an enclosure, if the site has it.
 *
 * A feed should give the length of an enclosure and the dimensions of an image,
 * and nobody types those: they are read from the file itself.
 */
#ifndef FEED_LOCAL_H
#define FEED_LOCAL_H

#include <stdbool.h>

#include "post/post.h"
#include "post2feed.h"
#include "site/site.h"

/*
 * Fill in the type, length and dimensions that a medium lacks from its local
 * file, if there is one: beside the post, or where the generator keeps files
 * that it publishes as is.  The reference is the URL as written; medium->url
 * must be set.  Files outside the site are never read.
 */
void	 local_describe(struct arena *, struct p2f_media *,
	    const char *reference, const struct post *, const struct site *);

/*
 * What a relative reference means: prefixed with `images/` if it is a bare file
 * name and there is such a file only there, as left by exporters of WordPress;
 * prefixed with the folder from which the site publishes it, such as `img/` in
 * the theme Academic and `images/` in Minimal Mistakes; else the reference
 * itself.
 */
const char *local_reference(struct arena *, const char *reference,
	    const struct post *, const struct site *);

/*
 * Whether a reference to an image is relative to the URL of the site: there is
 * a file only there.  The URL is the one it would have beside the post.
 */
bool	 local_is_at_top(struct arena *, const char *reference,
	    const char *url, const struct post *, const struct site *);

/*
 * Whether a reference is to a file beside or above the post that the generator
 * publishes under a name which only it knows; or is an alias, such as
 * `@/a.png`, for a file elsewhere.
 */
bool	 local_is_bundled(struct arena *, const char *reference,
	    const struct post *, const struct site *);

/* Whether the first segment of a reference exists beside the post. */
bool	 local_is_beside(struct arena *, const char *reference,
	    const struct post *);

#endif
