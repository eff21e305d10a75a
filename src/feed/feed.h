/*
 * feed - the facts of the feed as a whole, as a writer is given them.
 */
#ifndef FEED_FEED_H
#define FEED_FEED_H

#include "feed/select.h"
#include "post2feed.h"

/*
 * Fill in the feed for the posts in it, from the site's settings and from
 * defaults.  Reports what readers will miss.
 */
void	 feed_fill(struct p2f_feed *, struct arena *, const struct site *,
	    const struct posts *, struct diag *);

/* The latest update of some posts, or 1970. */
const struct p2f_date *feed_newest(struct arena *, const struct posts *);

/* Report facts that the formats need (enum p2f_needs) and the posts lack. */
void	 feed_check_needs(unsigned needs, const struct site *,
	    const struct posts *, struct diag *);

#endif
