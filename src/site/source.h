/*
 * source - from operands to the sorted list of post files.
 */
#ifndef SITE_SOURCE_H
#define SITE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "post/post.h"
#include "site/site.h"

/* Folders nested deeper, or linked in a circle, are not followed. */
#define SOURCE_MAX_DEPTH 64

struct sources {
	struct arena		  arena;
	struct arena_list	  operands;	/* struct operand */
	struct source		 *items;	/* sorted */
	size_t			  count, room;
	struct contents		 *listed;	/* folder, for the next that
						   wants it; NULL: none */
};

/* A file, a folder, or "-", that was named. */
struct operand {
	const char	*path;		/* without "./" and "//" */
	bool		 is_folder, is_regular;
};

/*
 * Add an operand.  False when it cannot be read, which is reported; the rest
 * stands.
 */
bool	 sources_add(struct sources *, const char *operand, struct diag *);

/* Add the operands listed in a file ("-": standard input). */
bool	 sources_add_list(struct sources *, const char *file, char separator,
	    struct diag *);

/* The folder of the first operand that lies in one, or else the one that we
   are in; NULL: there is no operand. */
const char *sources_folder(struct sources *);

/* Those of the operands behind it, where another one begins: a few of them. */
struct arena_list sources_other_folders(struct sources *);

/*
 * The folders in that one, and what else there may turn out to be one, in the
 * order of their names; none, if nothing was named but one file.
 */
struct arena_list sources_inner_folders(struct sources *);

/*
 * Fill in the posts that the operands name and, by the rules of
 * the site and its generator, with those in their folders; sorted by path,
 * byte by byte, each once.
 */
bool	 sources_collect(struct sources *, const struct site *,
	    struct diag *);

/* Whether a path, however it is spelled, is one of them. */
bool	 sources_have(struct sources *, const char *path);

void	 sources_release(struct sources *);

#endif
