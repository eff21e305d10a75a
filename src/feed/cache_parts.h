/*
 * cache_parts - what the cache's reader and writer know of the file.
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

/* Pieces of one size, but for the last: the hash depends on it. */
struct cache_piece {
	char		 bytes[65536];
	size_t		 length;
};

/* Go on with a piece, which is empty then. */
uint64_t cache_hash_piece(uint64_t hash, struct cache_piece *);

/*
 * Put the trailer behind the bytes of a cache, and write it: never over
 * something else, which may have come since it was read.  False: it cannot be
 * written, for the reason in errno.
 */
bool	 cache_write(const char *path, struct buf *);

#endif
