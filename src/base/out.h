/*
 * out - a whole output, or none.
 *
 * What is written collects in a spool, and is output in two steps.
 * out_prepare() does all that can fail, leaving no trace if it does;
 * out_commit() publishes.  So several outputs, which may share a spool, are
 * published all or none, as far as the system allows.
 *
 *  - Standard output is written at commit.
 *  - A regular file is replaced by rename(2), keeping its mode, and only when
 *    the bytes differ; a link to a file is followed.
 *  - A device or FIFO is written into and never replaced, as is anything that
 *    is open and named by its descriptor, such as /dev/stdout.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/spool.h"

/* A range of bytes in a spool. */
struct extent {
	off_t	 start;
	size_t	 length;
};

struct out {
	struct arena	 arena;
	const char	*path;		/* NULL: standard output */
	const char	*made;		/* from here on in path, missing folders
					   are made; NULL: none are */
	const char	*target;	/* what path resolves to */
	const char	*temporary;	/* beside the target; NULL: none */
	struct spool	*spool;		/* not owned */
	struct extent	*extents;	/* the output, piece by piece */
	size_t		 count, room;	/* of extents */
	bool		 in_place;	/* written into, not replaced */
	int		 descriptor;	/* to write to; -1: none */
	bool		 unchanged;	/* the target has these bytes */
};

/* Initialized with the output and nothing else. */
struct out_reader {
	struct out	*out;
	size_t		 extent;	/* the next to be read ... */
	size_t		 offset;	/* ... and where in it */
};

/* Make sure that descriptors 0 to 2 are open: see out.c. */
bool	 out_init_process(void);

void	 out_init(struct out *, const char *path, struct spool *);
/* Append these bytes, or some that are in the spool already. */
void	 out_add(struct out *, const char *, size_t);
void	 out_take(struct out *, off_t start, size_t);

/*
 * Read back what was added, at most n bytes.  0: the end.  -1: it cannot be
 * read, which out_prepare() will report.
 */
ssize_t	 out_read(struct out_reader *, char *, size_t);

/* False: reported, and nothing was published. */
bool	 out_prepare(struct out *, struct diag *);
bool	 out_commit(struct out *, struct diag *);

/* Read at most the first n bytes of a regular file; 0: none, or it is empty. */
size_t	 out_peek(const char *path, char *, size_t n);

/*
 * The path, links resolved, of the file that a commit replaces or creates.
 * NULL: it replaces none there, or the folder does not exist yet.
 */
const char *out_place(struct arena *, const char *path);

/*
 * Whether two paths resolve to one file, which two commits would replace, or
 * to one descriptor.  NULL: standard output.
 */
bool	 out_is_same_file(const char *, const char *);

/* Report that a file already has the bytes to be written. */
void	 out_report_same(const char *path, struct diag *);

/* Whether a commit replaces a file, rather than writing into something. */
bool	 out_is_replaced(const struct out *);

/* Only that: for an output that another thread is working on. */
void	 out_drop_temporary(const struct out *);

/* Leaves no temporary file behind, whatever was done before. */
void	 out_release(struct out *);

#endif
