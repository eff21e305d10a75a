/*
 * gatsby - what the files of this generator share.
 */
#ifndef GENERATORS_GATSBY_H
#define GENERATORS_GATSBY_H

#include "base/arena.h"

/* What the code of a site makes of the paths of posts. */
struct gatsby_code {
	bool		 by_path;	/* URLs are made by createFilePath() */
	bool		 has_slugs;	/* ... or are slugs of front matter */
	bool		 in_folder;	/* ... behind the folder of the post */
	bool		 has_base;	/* code says where their paths begin */
	const char	*prefix;	/* what is in front of paths, or NULL */
	const char	*slug_prefix;	/* ... of slugs, and what is behind */
	const char	*slug_end;	/* them: "/blog/" and "/" or "" */
};

void	 gatsby_read_code(struct arena *, struct gatsby_code *,
	    const char *text);

#endif
