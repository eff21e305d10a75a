/*
 * select - which posts are in the feed, in which order, under which id.
 */
#ifndef FEED_SELECT_H
#define FEED_SELECT_H

#include "feed/hold.h"
#include "feed/links.h"
#include "site/permalink.h"
#include "site/site.h"

/* Posts that are read: all at first, then those of the feed. */
struct posts {
	struct post	**items;
	size_t		  count;
	struct links	 *links;	/* to those that are not held back;
					   NULL until they are selected */
};

/*
 * Drop what is held back (each is reported as a note), sort the rest, newest
 * first and by path where dates are equal, give each its URL and its unique
 * id, and cut to the limit.  Posts that are dropped are released.
 */
void	 select_posts(struct posts *, const struct select_rules *,
	    struct diag *);

void	 posts_release(struct posts *);

#endif
