/*
 * split - the parts of a run that has a feed for each tag, author, ...
 *
 * Posts are dealt out to parts by what they are filed under (feed/facet.h); a
 * post can be in several, with the same entry in each.
 */
#ifndef FEED_SPLIT_H
#define FEED_SPLIT_H

#include "feed/select.h"
#include "post2feed.h"

/* Stands for the name of a part in the paths and URLs of its feeds. */
#define SPLIT_MARK ":value"

struct part {
	const char	*value;		/* as its newest post spells it */
	const char	*name;		/* the same in a path: see split.c */
	struct card	**items;	/* newest first */
	size_t		 count;
};

/* Starts with { 0 }. */
struct parts {
	struct arena	 arena;
	struct part	*items;		/* in the order of their names */
	size_t		 count;
	struct card	**cards;	/* of all of them, end to end */
};

/*
 * Deal out the posts that were selected, whose facets are known, and cut each
 * part to the limit (0: none).
 */
void	 split_posts(struct parts *, const struct posts *, size_t limit,
	    struct diag *);
void	 parts_release(struct parts *);

bool	 split_has_mark(const char *);
/* A path or URL with the name of a part where the mark stands. */
const char *split_path(struct arena *, const char *pattern,
	    const struct part *);

/*
 * What is said of the feed of a part, from what is said of that of all posts.
 * The posts are those of the part.
 */
void	 split_feed(struct p2f_feed *, struct arena *,
	    const struct p2f_feed *whole, const char *key,
	    const struct part *, const struct posts *);

#endif
