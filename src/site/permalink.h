/*
 * permalink - the URL of a post.
 *
 * A permalink in the front matter wins.  Otherwise it is made from the pattern
 * of the site, of placeholders such as ":year" and ":slug".  Titles and bodies
 * are not part of it, so that an edit never makes a new URL, which feed
 * readers would show as a new post.
 */
#ifndef SITE_PERMALINK_H
#define SITE_PERMALINK_H

#include "post/post.h"
#include "site/site.h"

/*
 * The length of URLs that all programs are asked to support (RFC 9110 4.1).
 * No pattern is longer, nor is a path made from one: each placeholder in it
 * can expand to a long string of the post.
 */
#define PERMALINK_MAX 8000

/* Parse the pattern of the site, once all its settings are known. */
void	 permalink_prepare(struct site *);

/*
 * The URL of a post, in its arena: absolute and encoded; by the rule of the
 * generator, unless the site sets a pattern of its own.  An unusable permalink
 * is reported, and the rule or pattern is used instead.  NULL if the
 * generator's rule needs something that the post lacks, which is reported.
 */
const char *permalink_of(struct post *, const struct site *, struct diag *);

/*
 * The path on the site of a page of SvelteKit, src/routes/a/(b)/c/+page.md, or
 * of Next.js, app/a/c/page.mdx or pages/a/c.mdx: "a/c"; "" for the top.  NULL
 * if the file is not such a page, or its route has parameters.
 */
const char *permalink_route(struct arena *, const char *path);

/*
 * The site's URL and a path below it, with one slash between them; the path is
 * encoded as needed.  Dot segments, even encoded ones, cannot climb above the
 * site's URL.  NULL if the path cannot be part of a URL.
 */
const char *permalink_join(struct arena *, const struct site *,
	    const char *path);

/*
 * The absolute URL of a file whose path is relative to the URL of the site,
 * "/a.png" as well as "a.png".  A URL with a scheme or a host is kept, and one
 * that begins with the path of the site's URL is not prefixed again.  NULL if
 * it cannot be a URL.
 */
const char *permalink_of_file(struct arena *, const struct site *,
	    const char *address);

/*
 * Resolve a reference relative to the URL of the site, which is a folder, with
 * or without a trailing slash; NULL if it cannot be a URL.
 */
const char *permalink_of_reference(struct arena *, const struct site *,
	    const char *);

/*
 * Resolve a URL in an export of Ghost, which has __GHOST_URL__ instead of the
 * URL of the site; NULL if it does not.
 */
const char *permalink_of_export(struct arena *, const struct site *,
	    const char *address);

/*
 * The URL that references to a post's own files are relative to; NULL if it is
 * unknown because that of the post is.
 */
const char *permalink_of_files(struct arena *, const struct post *,
	    const struct site *);

/* What is wrong with a pattern; NULL if nothing is. */
const char *permalink_problem(struct arena *, const char *pattern);

#endif
