/*
 * explain - what every fact of a feed is, and where it came from.
 *
 * For whoever wonders why a post has that URL or date: the key and its line,
 * a setting of the site, the name of the file, or a default.
 */
#ifndef FEED_EXPLAIN_H
#define FEED_EXPLAIN_H

#include <stdbool.h>

#include "feed/select.h"
#include "post2feed.h"

/*
 * Add the explanation of a feed and its posts: as text, or as one object of
 * JSON.  False when a post could not be read again, which is reported.
 */
bool	 explain_feed(struct buf *, const struct p2f_feed *,
	    const struct posts *, const struct site *, bool as_json,
	    struct diag *);

#endif
