/*
 * render - turns the posts of a feed into the bytes of its outputs.
 */
#ifndef FEED_RENDER_H
#define FEED_RENDER_H

#include "feed/entries.h"
#include "feed/select.h"

/*
 * Write the feed, post by post, to all outputs at once: a body is rendered once
 * for all of them, and the bytes are the same for any number of threads.  An
 * entry that was written when its post was read is used as is.  A post that was
 * kept is released once it is written, and the expected contents of the outputs
 * are recorded for the verifier.  Returns false, with the error reported, if a
 * post could not be read again.
 */
bool	 render_feed(const struct p2f_feed *, struct posts *,
	    const struct site *, struct outputs *, struct diag *);

#endif
