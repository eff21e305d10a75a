/*
 * cache_parts - shared by the files of the cache, and private to them.
 *
 *	cache_file.c	the file as bytes: reads and writes it, checks its hash
 *	cache_save.c	what a run records in it
 *	cache.c		whether all that it records still holds
 */
#ifndef FEED_CACHE_PARTS_H
#define FEED_CACHE_PARTS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/seen.h"

/*
 * The file: a header; the notes by folder, each with its length, its path and
 * its files; the outputs; the messages; a hash of all of these; and the magic
 * word again, so that a cache damaged at one end is still recognized as one.
 * Numbers are in the byte order of the machine.
 */
#define CACHE_MAGIC "post2feed cache\n"
#define CACHE_MAGIC_SIZE (sizeof CACHE_MAGIC - 1)

/* Also tells apart the layouts of different machines. */
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
	uint64_t	 hash;		/* of its bytes, if it is young */
	uint64_t	 is_young;	/* the stamp alone does not prove that
					   it is unchanged */
};

/*
 * Append the trailer to the bytes of a cache and write it: never over something
 * else, which may have appeared there since it was read.  Returns false, with
 * errno set, if it cannot be written.
 */
bool	 cache_write(const char *path, struct buf *);

/* Whether the bytes of a cache are intact. */
bool	 cache_is_whole(const struct buf *);

/*
 * The hash of a feed, which is read to its end by a function like read(2); 0:
 * it cannot be read, or has no hash.
 */
uint64_t cache_hash(ssize_t (*read_more)(void *, char *, size_t),
	    void *source);

#endif
