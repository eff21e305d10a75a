/*
 * out - a whole output, or none.
 *
 * What is written collects here, in memory and beyond a limit in a file that
 * has no name, and goes out in two steps.  out_prepare() does all that can
 * fail without a trace; out_commit() publishes.  So several outputs are
 * published all or none, as far as a system allows.
 *
 *  - Standard output is written at commit.
 *  - A regular file is replaced by rename(2), keeping its mode, and only when
 *    the bytes differ; a link to a file is followed.
 *  - A device, FIFO or socket is written into and never replaced.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* More than this is held in a file. */
#define OUT_MEMORY (4u * 1024 * 1024)

struct out {
	struct arena	 arena;
	const char	*path;		/* NULL: standard output */
	const char	*target;	/* what path leads to, links resolved */
	const char	*temporary;	/* beside the target; NULL: none */
	struct buf	 held;
	int		 spool;		/* -1: none */
	off_t		 spooled;	/* bytes that are there */
	int		 error;		/* errno of the spool */
	bool		 in_place;	/* written into, not replaced */
	bool		 unchanged;	/* the target has these bytes */
};

/* Make sure that descriptors 0 to 2 are taken: see out.c. */
bool	 out_init_process(void);

void	 out_init(struct out *, const char *path);
void	 out_add(struct out *, const char *, size_t);

/*
 * Read back what was added, from an offset on and not behind its end.  0:
 * that was all.  -1: it cannot be read, which out_prepare() will report.
 */
ssize_t	 out_read(struct out *, off_t offset, char *, size_t);

/* False: reported, and nothing was published. */
bool	 out_prepare(struct out *, struct diag *);
bool	 out_commit(struct out *, struct diag *);

/* What a commit says of a file that has these bytes. */
void	 out_report_same(const char *path, struct diag *);

/* Whether a commit replaces a file; else it writes into something. */
bool	 out_is_replaced(const struct out *);

/* Leaves no temporary file behind, whatever was done before. */
void	 out_release(struct out *);

#endif
