/*
 * editions - the feeds of a run that makes several from one list of posts.
 *
 * --split distributes posts by what they are filed under (feed/facet.h): a post
 * can be in several feeds, with the same entry in each.  --archives divides
 * them by age (feed/archive.h).
 */
#ifndef FEED_EDITIONS_H
#define FEED_EDITIONS_H

#include "feed/archive.h"
#include "feed/select.h"
#include "post2feed.h"

/* Placeholder for the name of a value in the paths and URLs of its feeds. */
#define EDITIONS_MARK ":value"

/* One feed. */
struct edition {
	const char	*value;		/* that its posts have, as the newest
					   spells it; NULL: feed of all posts */
	const char	*name;		/* its form in paths: see editions.c */
	struct archive	 archive;
	struct card	**items;	/* newest first */
	size_t		 count;
};

struct editions_rules {
	const char	*key;		/* to split by; NULL: do not split */
	size_t		 limit;		/* posts of each feed; 0: all */
	bool		 archives;	/* keep what it leaves out */
};

/* Starts with { 0 }. */
struct editions {
	struct arena	 arena;
	struct edition	*items;		/* ordered by name; archives from the
					   oldest, before their feed */
	size_t		 count;
	struct card	**cards;	/* of all editions, end to end */
};

/* The posts must be selected, without a limit, and have their facets. */
void	 editions_make(struct editions *, const struct posts *,
	    const struct editions_rules *, struct diag *);
void	 editions_release(struct editions *);

bool	 editions_has_mark(const char *);
/* A path with the mark replaced by the name of the edition's value. */
const char *editions_path(struct arena *, const char *pattern,
	    const struct edition *);

/*
 * Fill in the feed of an edition from the feed of all posts.  The posts are
 * those of the edition.
 */
void	 editions_feed(struct p2f_feed *, struct arena *,
	    const struct p2f_feed *whole, const char *key,
	    const struct edition *, const struct posts *);

#endif
