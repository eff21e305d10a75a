/*
 * explain - what every fact of a feed is, and where it came from.
 *
 * For anyone who wonders why a post has that URL or date: shows the key and its
 * line, a setting of the site, the name of the file, or a default.
 */
#ifndef FEED_EXPLAIN_H
#define FEED_EXPLAIN_H

#include <stdbool.h>

#include "feed/select.h"
#include "post2feed.h"

/*
 * Append the explanation of a feed and its posts: as text, or as one JSON
 * object.  A post that cannot be read again is reported and left out.
 */
void	 explain_feed(struct buf *, const struct p2f_feed *,
	    const struct posts *, const struct site *, bool as_json,
	    struct diag *);

#endif
