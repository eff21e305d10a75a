/*
 * cache_parts - what the files of the cache share; not for others.
 *
 *	cache_file.c	the file as bytes: it is read, written, and whole
 *	cache_save.c	what a run puts into it
 *	cache.c		whether all that it holds is still so
 */
#ifndef FEED_CACHE_PARTS_H
#define FEED_CACHE_PARTS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/seen.h"

/*
 * The file: a header; the notes by folder, each with its length, its path and
 * its files; the outputs; the messages; a hash of all before it; and the magic
 * word again, so that a cache which is damaged at one end is still known to
 * be one.  All numbers are those of the machine.
 */
#define CACHE_MAGIC "post2feed cache\n"
#define CACHE_MAGIC_SIZE (sizeof CACHE_MAGIC - 1)

/* Also what tells the layout of one machine from that of another. */
#define CACHE_LAYOUT ((uint64_t)1 << 32 | sizeof(struct stamp) << 16 | \
    sizeof(struct cache_header))

struct cache_header {
	char		 magic[CACHE_MAGIC_SIZE];
	uint64_t	 layout, key;
	int64_t		 now, due, status;
	uint64_t	 folders, outputs;	/* how many */
	uint64_t	 messages;		/* bytes */
};

struct cache_trailer {
	uint64_t	 hash;
	char		 magic[CACHE_MAGIC_SIZE];
};

/* A feed that was left. */
struct cache_output {
	struct stamp	 stamp;
	uint64_t	 hash;		/* of its bytes, if they count */
	uint64_t	 is_young;	/* they do: the stamp says too little */
};

/*
 * Put the trailer behind the bytes of a cache, and write it: never over
 * something else, which may have come since it was read.  False: it cannot be
 * written, for the reason in errno.
 */
bool	 cache_write(const char *path, struct buf *);

/* Whether the bytes of a cache are those that were written. */
bool	 cache_is_whole(const struct buf *);

/*
 * The hash of a feed, which is read to its end as read(2) does it; 0: it
 * cannot be read, or there is no such hash.
 */
uint64_t cache_hash(ssize_t (*read_more)(void *, char *, size_t),
	    void *source);

#endif
