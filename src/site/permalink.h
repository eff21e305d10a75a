/*
 * permalink - the URL of a post.
 *
 * What the front matter says wins.  Else the pattern of the site makes it, of
 * words such as ":year" and ":slug".  Titles and texts are no part of it, so
 * that an edit never makes a new URL, which readers would show as a new post.
 */
#ifndef SITE_PERMALINK_H
#define SITE_PERMALINK_H

#include "post/post.h"
#include "site/site.h"

/*
 * The length of URLs that all programs are asked to take (RFC 9110 4.1).  No
 * pattern is longer, and none makes a longer path: each of the words in it can
 * stand for a long text of the post.
 */
#define PERMALINK_MAX 8000

/* Read the pattern of the site, once all is known of it. */
void	 permalink_prepare(struct site *);

/*
 * The URL of a post, in its arena: absolute and encoded; by the rule of the
 * generator, unless the site has a pattern of its own.  A permalink that
 * cannot be used is reported, and the rule or pattern is taken.  NULL: the
 * generator's rule wants what the post does not say, which is reported.
 */
const char *permalink_of(struct post *, const struct site *, struct diag *);

/*
 * The path on the site of a page of SvelteKit, src/routes/a/(b)/c/+page.md, or
 * of Next.js, app/a/c/page.mdx or pages/a/c.mdx: "a/c"; "" at the top.  NULL:
 * the file is none, or one for many pages.
 */
const char *permalink_route(struct arena *, const char *path);

/*
 * The site's URL and a path below it, which is encoded where it has to be,
 * with one slash between them.  Dot segments, also encoded ones, do not
 * climb above the site's URL.  NULL: the path can be none.
 */
const char *permalink_join(struct arena *, const struct site *,
	    const char *path);

/*
 * The absolute URL of a file of the site whose address is counted from the
 * URL of the site, "/a.png" as well as "a.png".  An address with a scheme or a
 * host stays, and one that begins with the path of the site's URL has it
 * already.  NULL: it can be no URL.
 */
const char *permalink_of_file(struct arena *, const struct site *,
	    const char *address);

/*
 * What an address means that is relative to the URL of the site, which is that
 * of a folder, with a slash at its end or without; NULL: it can be no URL.
 */
const char *permalink_of_reference(struct arena *, const struct site *,
	    const char *);

/*
 * What an address in an export of Ghost means, which has __GHOST_URL__ in the
 * place of the URL of the site; NULL: it is none such.
 */
const char *permalink_of_export(struct arena *, const struct site *,
	    const char *address);

/*
 * The URL that the addresses of a post's own files are relative to; NULL:
 * not known, as that of the post.
 */
const char *permalink_of_files(struct arena *, const struct post *,
	    const struct site *);

/* What is wrong with a pattern, NULL: nothing. */
const char *permalink_problem(struct arena *, const char *pattern);

#endif
