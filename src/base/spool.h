/*
 * spool - bytes that collect in memory, and beyond a limit in a file that has
 * no name; they are looked at again in any order.  Where no file can be made,
 * all stay in memory.
 */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H

#include <stdbool.h>
#include <sys/types.h>
#include <sys/uio.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * More than this is held in a file: memory that a system has to clear first
 * takes twice the time of its file cache.
 */
#define SPOOL_MEMORY (512u * 1024)

#define SPOOL_RECENT 4

struct spool {
	struct buf	 held;		/* what is not in the file */
	int		 fd;		/* -1: no file */
	bool		 has_none;	/* and there can be none */
	off_t		 written;	/* bytes that are in the file */
	char		*view;		/* the file in memory; NULL: not now */
	size_t		 view_length;
	size_t		 touched;	/* bytes of it that may be there */
	struct {
		size_t	 first, last;
	}		 recent[SPOOL_RECENT]; /* touched last: see spool.c */
	size_t		 noted;		/* how many were */
	struct arena	 copies;	/* views where it cannot be mapped */
	int		 error;		/* errno of the file; 0: none */
};

void	 spool_init(struct spool *);

/*
 * Make the file before there is need, for threads that do not see what others
 * open (see pool.h) and will add to it.
 */
void	 spool_open(struct spool *);

/* Where the bytes begin.  What cannot be held is to be seen in error. */
off_t	 spool_add(struct spool *, const char *, size_t);

/* So many can be added at once. */
#define SPOOL_PARTS 15

/* Add some, end to end: that takes less than one by one. */
off_t	 spool_add_parts(struct spool *, const struct iovec *, int count);

/*
 * The bytes from there on, all of which were added: as many as there are in a
 * row, at least one and at most *n, which becomes their number.  They stay
 * until spool_forget() or spool_add().  NULL: they cannot be read.
 */
const char *spool_view(struct spool *, off_t, size_t *n);

/* No view is needed any more; call it every megabyte or so. */
void	 spool_forget(struct spool *);

void	 spool_release(struct spool *);

#endif
