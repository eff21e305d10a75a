/*
 * spool - bytes that collect in memory and, beyond a limit, in a file without
 * a name; they can be read back in any order.  If no file can be made, all of
 * them stay in memory.
 */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H

#include <stdbool.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * More than this goes to a file: memory that the system has to clear first
 * takes twice as long as its file cache.
 */
#define SPOOL_MEMORY (512u * 1024)

#define SPOOL_RECENT 4

struct spool {
	struct buf	 held;		/* what is not in the file */
	int		 fd;		/* -1: no file */
	bool		 has_none;	/* and none can be made */
	off_t		 written;	/* bytes that are in the file */
	char		*view;		/* the file, mapped; NULL: not now */
	size_t		 view_length;
	size_t		 touched;	/* mapped bytes that may be resident */
	struct {
		size_t	 first, last;
	}		 recent[SPOOL_RECENT]; /* touched last: see spool.c */
	size_t		 noted;		/* in recent, so far */
	struct arena	 copies;	/* views, if it cannot be mapped */
	int		 error;		/* errno of the file; 0: none */
};

void	 spool_init(struct spool *);

/*
 * Make the file ahead of need, for threads that do not see files opened by
 * others (see pool.h) and will add to the spool.
 */
void	 spool_open(struct spool *);

/* Returns where the bytes begin.  A failure to store them sets error. */
off_t	 spool_add(struct spool *, const char *, size_t);

/* How many parts can be added at once. */
#define SPOOL_PARTS 15

/* Add several parts, end to end: cheaper than one by one. */
off_t	 spool_add_parts(struct spool *, const struct iovec *, int count);

/*
 * The bytes from an offset on, all of which were added: as many as are
 * contiguous, at least one and at most *n, which is set to their number.  They
 * are valid until spool_forget() or spool_add().  NULL: they cannot be read.
 */
const char *spool_view(struct spool *, off_t, size_t *n);

/* No view is needed any more; to be called every megabyte or so. */
void	 spool_forget(struct spool *);

void	 spool_release(struct spool *);

#endif
