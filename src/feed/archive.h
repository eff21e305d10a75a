/*
 * archive - what a limit leaves out of a feed, in feeds of its own (RFC 5005).
 *
 * An archive has as many posts as the limit, counted from the oldest, and
 * these stay what they are when others are added.  The feed that readers
 * subscribe to has the newest, some of which can be in the last archive, too.
 * They refer to each other.
 */
#ifndef FEED_ARCHIVE_H
#define FEED_ARCHIVE_H

#include "base/arena.h"
#include "post2feed.h"

struct archive {
	size_t	 number;	/* from 1, the oldest; 0: no archive, but the
				   feed that is subscribed to */
	size_t	 count;		/* of archives beside that; 0: none */
};

/* How many archives so many posts fill. */
size_t	 archive_count(size_t posts, size_t limit);

/* The posts of an archive are those from there on, of all from the newest. */
size_t	 archive_start(size_t number, size_t posts, size_t limit);

/* feed-2.xml for feed.xml; the path itself for what is no archive. */
const char *archive_path(struct arena *, const char *path, size_t number);

/*
 * Fill in the URLs of a feed and its neighbours.  Its own is that of what is
 * subscribed to, whose file has that path; all are in one folder.
 */
void	 archive_link(struct p2f_feed *, struct arena *, const char *path,
	    struct archive);

#endif
