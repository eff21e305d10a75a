/*
 * quarto - shared by the files on Quarto.
 */
#ifndef GENERATORS_QUARTO_H
#define GENERATORS_QUARTO_H

#include "base/arena.h"
#include "post/post.h"
#include "site/site.h"

struct quarto {
	const char		*output;	/* the output folder; "": the
						   site's own */
	struct arena_list	 render;	/* patterns of files that
						   become pages; none: all do */
	const struct p2f_value	*drafts;	/* a list of paths; or NULL */
	struct arena_list	 folders;	/* struct quarto_folder, sorted
						   by path */
};

/* Metadata of all documents in a folder. */
struct quarto_folder {
	const char		*path;		/* "": the top of the site */
	const struct p2f_value	*map;
};

/* Whether a folder contains no documents at any depth. */
bool	 quarto_is_outside(const struct quarto *, const char *folder);

/* Read the metadata of all folders; the map is the site's, or NULL. */
void	 quarto_read_metadata(struct site *, struct quarto *,
	    const struct p2f_value *, struct diag *);

/* Merge the metadata of the folders of a post with its front matter. */
const struct p2f_value *quarto_defaults(const struct site *, struct post *);

#endif
