/*
 * cache - knows that nothing has changed since the last run.
 *
 * A cron job makes the same feeds from the same posts again and again.  A
 * cache holds what a run has seen (base/seen.h), what it has said, and which
 * feeds it left.  When the next one finds all of it as it was, by stat(2)
 * alone, there is nothing to do.
 *
 * It is believed as a whole or not at all: a file that is damaged, of another
 * version or machine, or not to be read makes a run like any other.
 */
#ifndef FEED_CACHE_H
#define FEED_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/seen.h"
#include "feed/entries.h"

/* What the file is that was named. */
enum cache_file {
	CACHE_NONE,		/* there is none, or it is empty */
	CACHE_OURS,		/* a cache, perhaps damaged */
	CACHE_FOREIGN,		/* something else: not to be written over */
	CACHE_CLOSED		/* it cannot be read, for the reason in errno */
};

/* A run, and what came of it. */
struct cache {
	const char	*path;
	struct buf	 file;		/* its bytes; to be released */
	uint64_t	 key;		/* of all that is no file */
	long long	 start;		/* of the run, by the clock */
	long long	 now;		/* what counts as the present ... */
	long long	 due;		/* ... until the feed is another */
	int		 status;
	struct buf	 messages;	/* to be released */
};

/* Read the file. */
enum cache_file cache_read(struct cache *);

/*
 * Whether all is as it was when the cache that was read was left, by a run of
 * the same key.  Then status and messages are filled in.
 *
 * A feed that was young when it was stamped is compared by its bytes, once:
 * then the cache is written again, if it can be.
 */
bool	 cache_holds(struct cache *);

/*
 * Leave a cache with these notes and outputs, which were committed.  False:
 * it cannot be written, for the reason in errno.
 */
bool	 cache_save(struct cache *, const struct seen_notes *,
	    const struct outputs *);

void	 cache_release(struct cache *);

#endif
