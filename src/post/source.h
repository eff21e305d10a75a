/*
 * source - from operands to the sorted list of post files.
 */
#ifndef POST_SOURCE_H
#define POST_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* A larger file is no post: the largest of 12,000 had 850 KB. */
#define SOURCE_MAX_SIZE (64u * 1024 * 1024)

/* Folders nested deeper, or linked in a circle, are not followed. */
#define SOURCE_MAX_DEPTH 64

struct source {
	const char	*path;		/* as it is named in messages; "-" */
	bool		 is_named;	/* an operand, not found in a folder */
};

struct sources {
	struct arena		  arena;
	struct arena_list	  list;		/* struct source, sorted */
	const char		 *folder;	/* of the first operand */
};

/*
 * Add an operand: a file, a folder, or "-".  False when it cannot be read,
 * which is reported; the rest of the list stands.
 */
bool	 sources_add(struct sources *, const char *operand, struct diag *);

/* Add the operands listed in a file ("-": standard input). */
bool	 sources_add_list(struct sources *, const char *file, char separator,
	    struct diag *);

/* Whether a path, however it is spelled, is in the sorted list. */
bool	 sources_have(struct sources *, const char *path);

/* Sort by path, byte by byte, and drop what was named twice. */
void	 sources_sort(struct sources *);
void	 sources_release(struct sources *);

/* Read a whole file ("-": standard input).  False: reported. */
bool	 source_read_file(const char *path, struct buf *, struct diag *);

/*
 * The same as clean text: UTF-8 without a byte order mark, without
 * characters that XML forbids, lines ending in LF.  What had to be mended is
 * reported once for a file.
 */
bool	 source_read_text(const char *path, struct buf *, struct diag *);

/* Name of a file without its folder; without the extension, too. */
const char *source_base_name(const char *path);
const char *source_stem(struct arena *, const char *path);
bool	 source_is_html(const char *path);
bool	 source_is_mdx(const char *path);

#endif
