/*
 * select - which posts are in the feed, in which order, under which id.
 */
#ifndef FEED_SELECT_H
#define FEED_SELECT_H

#include "feed/card.h"
#include "feed/links.h"

struct posts {
	/* The posts of the feed: all of them at first, and sorted once they
	   are selected. */
	struct card	**items;
	size_t		  count;

	size_t		  read;		/* posts, including those held back */
	struct card	 *cards;	/* of all, ordered by path */
	size_t		  card_count;
	struct arena	 *arenas;	/* for the strings of cards */
	size_t		  arena_count;
	struct arena_list *facets;	/* what each card is filed under, in one
					   of the arenas; NULL: not needed */
	struct links	  links;	/* to those that are not held back */
	const struct post_rules *rules;	/* for reading posts again */
};

/*
 * Make ids unique, sort the scanned posts, newest first and by path where dates
 * are equal, and apply the limit (0: none).
 */
void	 select_posts(struct posts *, size_t limit, struct diag *);

void	 posts_release(struct posts *);

#endif
