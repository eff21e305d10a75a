/*
 * render - from the posts of a feed to the bytes of its outputs.
 */
#ifndef FEED_RENDER_H
#define FEED_RENDER_H

#include "feed/entries.h"
#include "feed/select.h"

/*
 * Write the feed, post by post, into all outputs at once: a body is rendered
 * once, however many there are, on any number of threads to the same bytes.
 * An entry that was written when its post was read is taken as it is.  A post
 * that was kept is let go when it is written, and what the outputs have to
 * hold is noted for the verifier.  False when a post could not be read
 * again, which is reported.
 */
bool	 render_feed(const struct p2f_feed *, struct posts *,
	    const struct site *, struct outputs *, struct diag *);

#endif
