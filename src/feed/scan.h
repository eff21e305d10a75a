/*
 * scan - reads all posts, and keeps what selection needs of each.
 */
#ifndef FEED_SCAN_H
#define FEED_SCAN_H

#include "feed/entries.h"
#include "feed/select.h"
#include "site/source.h"

struct scan_rules {
	const struct post_rules	  *post;
	const struct hold_rules	  *hold;
	bool			   keep_going;	/* after one that cannot be
						   read */
	unsigned		   threads;
	unsigned		   most_threads;	/* if they wait */
	struct outputs		  *outputs;	/* to write entries for as
						   soon as posts are read;
						   NULL: write them later */
};

/*
 * Read the posts of all sources.  Posts that are held back have no card; all
 * others have one, with URL and id, in the order of the list.  Entries can be
 * written at once for writers that use no facts of the feed but those set by
 * its site: the built-in ones.  What is wrong with posts is reported first,
 * then why some are held back, then what is wrong with URLs, in the same order
 * for any number of threads.  Returns false, with the error reported, if a post
 * could not be read.
 */
bool	 scan_posts(struct posts *, const struct sources *,
	    const struct scan_rules *, struct diag *);

#endif
