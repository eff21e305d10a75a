/*
 * select - which posts are in the feed, in which order, under which id.
 */
#ifndef FEED_SELECT_H
#define FEED_SELECT_H

#include "feed/card.h"
#include "feed/links.h"

struct posts {
	/* Those of the feed: all at first, and in their order when they are
	   selected. */
	struct card	**items;
	size_t		  count;

	size_t		  read;		/* posts, those held back, too */
	struct card	 *cards;	/* of all, in the order of paths */
	size_t		  card_count;
	struct arena	 *arenas;	/* of the texts of cards */
	size_t		  arena_count;
	struct arena_list *facets;	/* what each card is filed under, in
					   such an arena; NULL: nobody asks */
	struct links	  links;	/* to those that are not held back */
	const struct post_rules *rules;	/* to read posts again */
};

/*
 * Make ids unique, sort the posts that were scanned, newest first and by path
 * where dates are equal, and cut to the limit (0: none).
 */
void	 select_posts(struct posts *, size_t limit, struct diag *);

void	 posts_release(struct posts *);

#endif
