/*
 * archive - what a limit leaves out of a feed, in feeds of its own (RFC 5005).
 *
 * An archive has as many posts as the limit, counted from the oldest, and so
 * does not change when posts are added.  The feed that readers subscribe to has
 * the newest posts, some of which may be in the last archive, too.  The feeds
 * link to each other.
 */
#ifndef FEED_ARCHIVE_H
#define FEED_ARCHIVE_H

#include "base/arena.h"
#include "post2feed.h"

struct archive {
	size_t	 number;	/* from 1, the oldest; 0: not an archive, but
				   the feed that readers subscribe to */
	size_t	 count;		/* of archives in all; 0: none */
};

/* The number of archives that so many posts fill. */
size_t	 archive_count(size_t posts, size_t limit);

/* The index of an archive's first post, in the list of all, newest first. */
size_t	 archive_start(size_t number, size_t posts, size_t limit);

/* feed-2.xml for feed.xml; the path itself for number 0. */
const char *archive_path(struct arena *, const char *path, size_t number);

/*
 * Fill in the URLs of a feed and its neighbors.  On entry, feed->self is the
 * URL of the feed that readers subscribe to, and the path is that of its file;
 * all are in the same folder.
 */
void	 archive_link(struct p2f_feed *, struct arena *, const char *path,
	    struct archive);

#endif
