/*
 * mkdocs - shared by the files on MkDocs.
 *
 *	mkdocs.c	the settings, and which files are posts
 *	mkdocs_url.c	the URLs of posts, pages and files
 */
#ifndef GENERATORS_MKDOCS_H
#define GENERATORS_MKDOCS_H

#include "site/site.h"

/* A blog of the theme Material; a site may have several. */
struct mkdocs_blog {
	const char	*route;		/* below the URL of the site; "" */
	const char	*posts;		/* folder of its posts, in the site */
	const char	*format;	/* "{date}/{slug}" */
	const char	*date_format;	/* "yyyy/MM/dd" */
	const char	*separator, *category_separator;	/* of slugs */
	size_t		 categories;	/* maximum number in a URL */
	/* Whether slugs are made by code of the site. */
	bool		 has_code, has_category_code;
};

struct mkdocs {
	const char	*docs;		/* folder of all pages */
	bool		 has_files;	/* `rain.html`, not `rain/` */
	struct arena_list blogs;	/* struct mkdocs_blog */
};

/* The blog that a path in the site is a post of; or NULL. */
const struct mkdocs_blog *mkdocs_blog_of(const struct mkdocs *,
	    const char *path);

const char *mkdocs_url(struct post *, const struct site *, struct diag *);
const char *mkdocs_page_url(struct arena *, const struct site *,
	    const char *path);

#endif
