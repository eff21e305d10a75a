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
 * The URL of a post, in its arena: absolute and encoded.  A permalink that
 * cannot be used is reported, and the pattern is taken.
 */
const char *permalink_of(struct post *, const struct site *, struct diag *);

/* What is wrong with a pattern, NULL: nothing. */
const char *permalink_problem(struct arena *, const char *pattern);

#endif
