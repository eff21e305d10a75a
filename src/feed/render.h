/*
 * render - from the posts of a feed to the bytes of its outputs.
 */
#ifndef FEED_RENDER_H
#define FEED_RENDER_H

#include "base/out.h"
#include "feed/select.h"
#include "feed/verify.h"
#include "post2feed.h"

/* One feed that is asked for: its format and where it goes. */
struct output {
	const struct p2f_writer	*writer;
	struct out		 out;
	struct p2f_feed		 feed;		/* with a URL of its own */
};

struct outputs {
	struct output	*items;
	size_t		 count;
	struct verifier	*verifier;	/* NULL: nothing will be verified */
	unsigned	 threads;	/* that render */
};

/*
 * Write the feed, post by post, into all outputs at once: a body is rendered
 * once, however many there are, on any number of threads to the same bytes.
 * A post that was kept is let go when it is written, and what the outputs
 * have to hold is noted for the verifier.  False when a post could not be read
 * again, which is reported.
 */
bool	 render_feed(const struct p2f_feed *, struct posts *,
	    const struct site *, struct outputs *, struct diag *);

#endif
