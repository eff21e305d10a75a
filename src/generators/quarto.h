/*
 * quarto - what the two files on Quarto share.
 */
#ifndef GENERATORS_QUARTO_H
#define GENERATORS_QUARTO_H

#include "base/arena.h"
#include "post/post.h"
#include "site/site.h"

struct quarto {
	const char		*output;	/* the folder that is written;
						   "": the site's own */
	struct arena_list	 render;	/* patterns of what becomes a
						   page; none: all does */
	const struct p2f_value	*drafts;	/* a list of paths; or NULL */
	struct arena_list	 folders;	/* struct quarto_folder, sorted
						   by their paths */
};

/* What is said of all documents in a folder. */
struct quarto_folder {
	const char		*path;		/* "": the top of the site */
	const struct p2f_value	*map;
};

/* Whether no document lies in a folder, nor below it. */
bool	 quarto_is_outside(const struct quarto *, const char *folder);

/* Read the metadata of all folders; the map is that of the site, or NULL. */
void	 quarto_read_metadata(struct site *, struct quarto *,
	    const struct p2f_value *, struct diag *);

/* Join what is said of the folders of a post with its front matter. */
const struct p2f_value *quarto_defaults(const struct site *, struct post *);

#endif
