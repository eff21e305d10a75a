/*
 * local - the file of a picture or an enclosure, where the site has it.
 *
 * A feed should say how long an enclosure is and how large a picture, and
 * nobody types that: the file itself says it.
 */
#ifndef FEED_LOCAL_H
#define FEED_LOCAL_H

#include <stdbool.h>

#include "post/post.h"
#include "post2feed.h"
#include "site/site.h"

/*
 * Fill in what a medium does not say of its type, length and size from its
 * local file, if there is one: beside the post, or where the generator keeps
 * what it publishes as it is.  The reference is the address as it was
 * written; medium->url is set.  Files outside the site are never looked at.
 */
void	 local_describe(struct arena *, struct p2f_media *,
	    const char *reference, const struct post *, const struct site *);

/*
 * What a relative reference means: with `images/` in front, if it is the name
 * of a file alone and only there is such a file, as exporters of WordPress
 * leave it; with the folder in front in which alone the site publishes one,
 * such as `img/` in the theme Academic and `images/` in Minimal Mistakes; else
 * the reference as it is.
 */
const char *local_reference(struct arena *, const char *reference,
	    const struct post *, const struct site *);

/*
 * Whether a reference to a picture, which as one beside the post has that URL,
 * is counted from the URL of the site: there is a file only there.
 */
bool	 local_is_at_top(struct arena *, const char *reference,
	    const char *url, const struct post *, const struct site *);

/*
 * Whether a reference is to a file beside the post, or above it, that the
 * generator publishes under a name which nobody else knows; or an alias, such
 * as `@/a.png`, for a file elsewhere.
 */
bool	 local_is_bundled(struct arena *, const char *reference,
	    const struct post *, const struct site *);

/* Whether what a reference begins with, up to a slash, lies beside the post. */
bool	 local_is_beside(struct arena *, const char *reference,
	    const struct post *);

#endif
