/*
 * docusaurus_assets - files that Docusaurus publishes under a hash.
 */
#ifndef GENERATORS_DOCUSAURUS_ASSETS_H
#define GENERATORS_DOCUSAURUS_ASSETS_H

#include "post/post.h"
#include "site/site.h"

/* The URL of an image in Markdown: see `image` in generator.h. */
const char *docusaurus_image(struct arena *, const struct post *,
	    const struct site *, const char *address);

/* The same for `{require}./a.png`: `require('./a.png')` in MDX. */
const char *docusaurus_required(struct arena *, const struct post *,
	    const struct site *, const char *);

/*
 * The same for a file that Markdown links to, by its path in the site.  NULL
 * if it does not exist or is an image: a link and an <img> have different URLs
 * for that.
 */
const char *docusaurus_linked(struct arena *, const struct site *,
	    const char *path);

#endif
