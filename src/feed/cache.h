/*
 * cache - tells whether anything has changed since the last run.
 *
 * A cron job makes the same feeds from the same posts again and again.  A
 * cache records what a run read (base/seen.h), which messages it printed and
 * which feeds it left.  If the next run finds all of that unchanged, by
 * stat(2) alone, there is nothing to do.
 *
 * A cache is trusted as a whole or not at all: if the file is damaged, of
 * another version or machine, or unreadable, the run is made as usual.
 */
#ifndef FEED_CACHE_H
#define FEED_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/seen.h"
#include "feed/entries.h"

/* What kind of file the named one is. */
enum cache_file {
	CACHE_NONE,		/* there is none, or it is empty */
	CACHE_OURS,		/* a cache, perhaps damaged */
	CACHE_FOREIGN,		/* something else: must not be overwritten */
	CACHE_CLOSED		/* it cannot be read, for the reason in errno */
};

/* A run and its result. */
struct cache {
	const char	*path;
	struct buf	 file;		/* its bytes; to be released */
	uint64_t	 key;		/* of all inputs other than files */
	long long	 start;		/* of the run, by the clock */
	long long	 now;		/* the present time of the run ... */
	long long	 due;		/* ... until when its feed is valid */
	int		 status;
	struct buf	 messages;	/* to be released */
};

/* Read the file. */
enum cache_file cache_read(struct cache *);

/*
 * Whether nothing has changed since the cache that was read was left, by a run
 * with the same key.  If so, status and messages are filled in.
 *
 * If a feed was too new when its stamp was taken, its bytes are compared, once:
 * the cache is then written again, if possible.
 */
bool	 cache_holds(struct cache *);

/*
 * Leave a cache with these notes and outputs, which were committed.  Returns
 * false, with errno set, if it cannot be written.
 */
bool	 cache_save(struct cache *, const struct seen_notes *,
	    const struct outputs *);

void	 cache_release(struct cache *);

#endif
