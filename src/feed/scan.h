/*
 * scan - read all posts, and keep of each what selection needs.
 */
#ifndef FEED_SCAN_H
#define FEED_SCAN_H

#include "feed/entries.h"
#include "feed/select.h"
#include "site/source.h"

struct scan_rules {
	const struct post_rules	  *post;
	const struct hold_rules	  *hold;
	bool			   keep_going;	/* past one that cannot be
						   read */
	unsigned		   threads;
	unsigned		   most_threads;	/* if they wait */
	struct outputs		  *outputs;	/* to write entries for as
						   soon as posts are read;
						   NULL: only later */
};

/*
 * Read the posts of all sources.  Those that are held back have
 * no card; all others have one, with their URL and id, in the order of the
 * list.  Entries can be written at once for writers that look at nothing of a
 * feed but what its site says: those built in.  What is wrong with posts is
 * reported first, then why some are held back, then what is wrong with URLs:
 * on any number of threads the same.  False when one could not be read, which
 * is reported.
 */
bool	 scan_posts(struct posts *, const struct sources *,
	    const struct scan_rules *, struct diag *);

#endif
