/*
 * file - names of files, and their contents as clean text.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/uio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* A larger file is no post: the largest of 12,000 had 850 KB. */
#define FILE_MAX_SIZE (64u * 1024 * 1024)

/* Name of a file without its folder; without the extension, too. */
const char *file_base_name(const char *path);
const char *file_stem(struct arena *, const char *path);
/* The folder that a path leads to a file in; "." where it names none. */
const char *file_folder_name(struct arena *, const char *path);
/* From its last dot on, or its end when there is none but at its beginning. */
const char *file_extension(const char *path);
/* As clean text: itself, where it is ASCII without controls. */
const char *file_clean_name(struct arena *, const char *);
/* Whether the extension, of that many bytes, is one that posts have. */
bool	 file_is_post_extension(const char *, size_t);
bool	 file_is_html(const char *path);
bool	 file_is_mdx(const char *path);

/*
 * Read a whole file ("-": standard input) into an empty buffer, which is
 * larger than it.  False: reported.
 */
bool	 file_read(const char *path, struct buf *, struct diag *);

/*
 * The same as clean text: UTF-8 without a byte order mark, without
 * characters that XML forbids, lines ending in LF.  What had to be mended is
 * reported once for a file.
 */
bool	 file_read_text(const char *path, struct buf *, struct diag *);

/* So much of a file is read at first, when that may be enough. */
#define FILE_HEAD 1024

/*
 * How much of the first bytes of a file will do; 0: more is needed.  They are
 * as they stand in the file, and the last line may be cut; what will do is
 * clean text, or more is read.
 */
struct file_test {
	size_t	 (*enough)(void *context, const char *, size_t);
	void	*context;
};

/* Files that are closed at once. */
#define FILE_CLOSED 16

/*
 * A folder that is kept open while files in it are read, for which the system
 * need not find it again.  The last of these are open, too: to close several
 * at once takes less.
 */
struct file_folder {
	const char	*path;		/* of a file in it */
	size_t		 length;	/* of that up to the name */
	int		 fd;
	int		 done[FILE_CLOSED]; /* to be closed */
	int		 done_count;
};

/* The folder of a file, by its path; its length is 0 for the current one. */
struct file_folder file_folder_of(const char *path);
/* Whether the file of that path lies in it. */
bool	 file_folder_has(const struct file_folder *, const char *path);
/* Open it; when that fails, or would leave few descriptors, it stays -1. */
void	 file_folder_open(struct file_folder *);
/* Nothing is done to one that is { 0 } or closed. */
void	 file_folder_close(struct file_folder *);

/*
 * The same for what is known to be a regular file, with as few system calls
 * as there can be.  The folder that it lies in may be NULL.  Given a test,
 * which may be NULL, too, no more than the head is read when it will do.
 */
struct file_reading {
	const char		 *path;
	struct file_folder	 *folder;
	const struct file_test	 *test;
	bool			  is_head;	/* it did */
};

bool	 file_read_regular(struct file_reading *, struct buf *,
	    struct diag *);

/*
 * Write parts that follow each other; their array is used up.  False: that
 * fails, for the reason in errno.
 */
bool	 file_write_vector(int fd, struct iovec *, int count);

/* Report that a file cannot be read, by its errno; false. */
bool	 file_report(const char *path, int error, struct diag *);

#endif
