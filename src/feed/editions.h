/*
 * editions - the feeds of a run that makes many of one list of posts.
 *
 * --split deals posts out by what they are filed under (feed/facet.h): one can
 * be in several feeds, with the same entry in each.  --archives divides what
 * there is by age (feed/archive.h).
 */
#ifndef FEED_EDITIONS_H
#define FEED_EDITIONS_H

#include "feed/archive.h"
#include "feed/select.h"
#include "post2feed.h"

/* Stands for the name of a value in the paths and URLs of its feeds. */
#define EDITIONS_MARK ":value"

/* One feed. */
struct edition {
	const char	*value;		/* that its posts have, as the newest
					   spells it; NULL: it is of all */
	const char	*name;		/* the same in a path: see editions.c */
	struct archive	 archive;
	struct card	**items;	/* newest first */
	size_t		 count;
};

struct editions_rules {
	const char	*key;		/* of the values; NULL: of none */
	size_t		 limit;		/* posts of each feed; 0: all */
	bool		 archives;	/* has what it leaves out */
};

/* Starts with { 0 }. */
struct editions {
	struct arena	 arena;
	struct edition	*items;		/* in the order of names; archives from
					   the oldest, before their feed */
	size_t		 count;
	struct card	**cards;	/* of all values, end to end */
};

/* Of posts that were selected, without a limit, and whose facets are known. */
void	 editions_make(struct editions *, const struct posts *,
	    const struct editions_rules *, struct diag *);
void	 editions_release(struct editions *);

bool	 editions_has_mark(const char *);
/* A path with the name of a value where the mark stands. */
const char *editions_path(struct arena *, const char *pattern,
	    const struct edition *);

/*
 * What is said of the feed of an edition, from what is said of that of all
 * posts.  The posts are those of the edition.
 */
void	 editions_feed(struct p2f_feed *, struct arena *,
	    const struct p2f_feed *whole, const char *key,
	    const struct edition *, const struct posts *);

#endif
