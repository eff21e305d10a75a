/*
 * file - file names, and file contents as clean text.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/uio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* A larger file is not a post: the largest of 12,000 had 850 KB. */
#define FILE_MAX_SIZE (64u * 1024 * 1024)

/* The name of a file without its folder; also without its extension. */
const char *file_base_name(const char *path);
const char *file_stem(struct arena *, const char *path);
/* The folder part of a path; "." if it has none. */
const char *file_folder_name(struct arena *, const char *path);
/* From the last dot on; the end if there is none but a leading one. */
const char *file_extension(const char *path);
/* The name as clean text: itself if it is ASCII without control characters. */
const char *file_clean_name(struct arena *, const char *);
/* Whether an extension of that many bytes is one of posts. */
bool	 file_is_post_extension(const char *, size_t);
bool	 file_is_html(const char *path);
bool	 file_is_mdx(const char *path);

/*
 * Read a whole file ("-": standard input) into an empty buffer, and leave room
 * after it.  False: reported.
 */
bool	 file_read(const char *path, struct buf *, struct diag *);

/*
 * The same as clean text: UTF-8 without a byte order mark, without
 * characters that XML forbids, lines ending in LF.  Repairs are reported
 * once per file.
 */
bool	 file_read_text(const char *path, struct buf *, struct diag *);

/* How much of a file is read first, when that may be enough. */
#define FILE_HEAD 1024

/*
 * How many of the first bytes of a file are enough; 0: more are needed.  They
 * are passed as they are in the file, and the last line may be incomplete.  If
 * those that are enough are not clean text, more is read all the same.
 */
struct file_test {
	size_t	 (*enough)(void *context, const char *, size_t);
	void	*context;
};

/* How many files are closed at once. */
#define FILE_CLOSED 16

/*
 * A folder that is kept open while files in it are read, so that the system
 * need not look it up for each.  The latest of these files are open, too:
 * closing several at once is cheaper.
 */
struct file_folder {
	const char	*path;		/* of a file in it */
	size_t		 length;	/* of the path up to the name */
	int		 fd;
	int		 done[FILE_CLOSED]; /* to be closed */
	int		 done_count;
};

/* The folder of a file, from its path; its length is 0 for the current one. */
struct file_folder file_folder_of(const char *path);
/* Whether the file of that path is in it. */
bool	 file_folder_has(const struct file_folder *, const char *path);
/* Open it; fd stays -1 if that fails, or would leave few descriptors. */
void	 file_folder_open(struct file_folder *);
/* Does nothing to one that is { 0 } or closed. */
void	 file_folder_close(struct file_folder *);

/*
 * Same as file_read_text() for what is known to be a regular file, with as few
 * system calls as possible.  Both the folder it is in and the test may be
 * NULL.  If the test finds the head enough, no more than that is read.
 */
struct file_reading {
	const char		 *path;
	struct file_folder	 *folder;
	const struct file_test	 *test;
	bool			  is_head;	/* only the head was read */
};

bool	 file_read_regular(struct file_reading *, struct buf *,
	    struct diag *);

/*
 * Write all parts, in order; the array is modified.  False: that failed, for
 * the reason in errno.
 */
bool	 file_write_vector(int fd, struct iovec *, int count);

/* Report that a file cannot be read, by its errno; returns false. */
bool	 file_report(const char *path, int error, struct diag *);

#endif
