/*
 * spool - bytes that collect in memory, and beyond a limit in a file that has
 * no name; they are read again in any order.
 */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H

#include <sys/types.h>

#include "base/buf.h"

/* More than this is held in a file. */
#define SPOOL_MEMORY (4u * 1024 * 1024)

struct spool {
	struct buf	 held;		/* what is not in the file */
	int		 fd;		/* -1: no file */
	off_t		 written;	/* bytes that are in the file */
	int		 error;		/* errno of the file; 0: none */
};

void	 spool_init(struct spool *);

/* Where the bytes begin.  What cannot be held is to be seen in error. */
off_t	 spool_add(struct spool *, const char *, size_t);

/*
 * Some of the bytes from there on, which were added: at least one and at most
 * n.  -1: they cannot be read.
 */
ssize_t	 spool_read(struct spool *, off_t, char *, size_t n);

void	 spool_release(struct spool *);

#endif
