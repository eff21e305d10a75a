/*
 * gatsby - shared by the files on Gatsby.
 */
#ifndef GENERATORS_GATSBY_H
#define GENERATORS_GATSBY_H

#include "base/arena.h"

/* How the code of a site makes URLs from the paths of posts. */
struct gatsby_code {
	bool		 by_path;	/* URLs come from createFilePath() */
	bool		 has_slugs;	/* ... or from `slug` in front matter */
	bool		 in_folder;	/* ... after the folder of the post */
	bool		 has_base;	/* code determines the base path */
	const char	*prefix;	/* before paths; or NULL */
	const char	*slug_prefix;	/* before and after slugs: */
	const char	*slug_end;	/* "/blog/" and "/" or "" */
};

void	 gatsby_read_code(struct arena *, struct gatsby_code *,
	    const char *text);

#endif
