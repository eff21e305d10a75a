/*
 * source - from operands to a sorted list of post files.
 */
#ifndef SITE_SOURCE_H
#define SITE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "post/post.h"
#include "site/site.h"

/* Deeper folders are not followed, nor are loops of links. */
#define SOURCE_MAX_DEPTH 64

struct sources {
	struct arena		  arena;
	struct arena_list	  operands;	/* struct operand */
	struct source		 *items;	/* sorted */
	size_t			  count, room;
	struct contents		 *listed;	/* contents of a folder that is
						   yet to be searched; or
						   NULL */
};

/* An operand: a file, a folder, or "-". */
struct operand {
	const char	*path;		/* without "./" and "//" */
	bool		 is_folder, is_regular;
};

/*
 * Add an operand.  False if it cannot be read, which is reported; the others
 * are kept.
 */
bool	 sources_add(struct sources *, const char *operand, struct diag *);

/* Add the operands that a file ("-": standard input) lists. */
bool	 sources_add_list(struct sources *, const char *file, char separator,
	    struct diag *);

/* The folder of the first operand that has one, or else the working directory;
   NULL if there are no operands. */
const char *sources_folder(struct sources *);

/* The folders of the later operands where they change; a few at most. */
struct arena_list sources_other_folders(struct sources *);

/*
 * The folders inside that one, and entries that may turn out to be folders, in
 * the order of their names; none if a single file was named.
 */
struct arena_list sources_inner_folders(struct sources *);

/*
 * Fill in the posts that the operands name, and those in folders that they
 * name, by the rules of the site and its generator; sorted by path, byte by
 * byte, each once.
 */
bool	 sources_collect(struct sources *, const struct site *,
	    struct diag *);

/* Whether a path, however spelled, is one of them. */
bool	 sources_have(struct sources *, const char *path);

void	 sources_release(struct sources *);

#endif
