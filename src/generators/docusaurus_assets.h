/*
 * docusaurus_assets - files that Docusaurus publishes by a hash of them.
 */
#ifndef GENERATORS_DOCUSAURUS_ASSETS_H
#define GENERATORS_DOCUSAURUS_ASSETS_H

#include "post/post.h"
#include "site/site.h"

/* The URL of a picture of Markdown, by its address: see generator.h. */
const char *docusaurus_picture(struct arena *, const struct post *,
	    const struct site *, const char *address);

/* That of `{require}./a.png`: `require('./a.png')` in MDX. */
const char *docusaurus_required(struct arena *, const struct post *,
	    const struct site *, const char *);

/*
 * That of a file that Markdown links to, by its path in the site.  NULL: it
 * is not there, or a picture, of which a link and an <img> have not the same.
 */
const char *docusaurus_linked(struct arena *, const struct site *,
	    const char *path);

#endif
