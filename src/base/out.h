/*
 * out - a whole output, or none.
 *
 * What is written collects in a spool, and goes out in two steps.
 * out_prepare() does all that can fail without a trace; out_commit()
 * publishes.  So several outputs, which may share a spool, are published all
 * or none, as far as a system allows.
 *
 *  - Standard output is written at commit.
 *  - A regular file is replaced by rename(2), keeping its mode, and only when
 *    the bytes differ; a link to a file is followed.
 *  - A device or FIFO is written into and never replaced; and so is what is
 *    open and named by its descriptor, as /dev/stdout.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/spool.h"

/* Bytes of a spool. */
struct extent {
	off_t	 start;
	size_t	 length;
};

struct out {
	struct arena	 arena;
	const char	*path;		/* NULL: standard output */
	const char	*made;		/* from there on in it, folders are made
					   that are not there; NULL: none is */
	const char	*target;	/* what path leads to, links resolved */
	const char	*temporary;	/* beside the target; NULL: none */
	struct spool	*spool;		/* not owned */
	struct extent	*extents;	/* the output, piece by piece */
	size_t		 count, room;	/* of extents */
	bool		 in_place;	/* written into, not replaced */
	int		 descriptor;	/* that is written to; -1: none */
	bool		 unchanged;	/* the target has these bytes */
};

/* Begins with the output and nothing else. */
struct out_reader {
	struct out	*out;
	size_t		 extent;	/* up to which it was read ... */
	size_t		 offset;	/* ... and how far in that one */
};

/* Make sure that descriptors 0 to 2 are taken: see out.c. */
bool	 out_init_process(void);

void	 out_init(struct out *, const char *path, struct spool *);
/* Go on with these bytes, or with some that are in the spool already. */
void	 out_add(struct out *, const char *, size_t);
void	 out_take(struct out *, off_t start, size_t);

/*
 * Read back what was added, as much as there is room for.  0: that was all.
 * -1: it cannot be read, which out_prepare() will report.
 */
ssize_t	 out_read(struct out_reader *, char *, size_t);

/* False: reported, and nothing was published. */
bool	 out_prepare(struct out *, struct diag *);
bool	 out_commit(struct out *, struct diag *);

/* How a regular file begins, at most n bytes; 0: there is none, or nothing. */
size_t	 out_peek(const char *path, char *, size_t n);

/*
 * Where the file stands that a commit replaces, or will stand, links resolved.
 * NULL: none is replaced there, or its folder is still to be made.
 */
const char *out_place(struct arena *, const char *path);

/*
 * Whether two paths lead to one file, which two commits would replace, or to
 * one descriptor.  NULL: standard output.
 */
bool	 out_is_same_file(const char *, const char *);

/* What a commit says of a file that has these bytes. */
void	 out_report_same(const char *path, struct diag *);

/* Whether a commit replaces a file; else it writes into something. */
bool	 out_is_replaced(const struct out *);

/* No more than that: of an output that another thread has under way. */
void	 out_drop_temporary(const struct out *);

/* Leaves no temporary file behind, whatever was done before. */
void	 out_release(struct out *);

#endif
