/*
 * slugify - parts of a URL, made of a text as libraries do that more than one
 * generator has.
 */
#ifndef GENERATORS_SLUGIFY_H
#define GENERATORS_SLUGIFY_H

#include "base/arena.h"

/*
 * The two filters of Eleventy, each with a table of its own for what is not
 * ASCII; a letter that it does not know is nothing in the URL.
 *
 * `slugify`, @sindresorhus/slugify: what is neither letter nor digit becomes
 * one dash.
 */
const char *slugify(struct arena *, const char *);
/* The older `slug`, simov's slugify: some signs stay, others go. */
const char *slugify_old(struct arena *, const char *);

/* Of ASCII: letters, in their small form, and digits, with one dash for all
   that is between them. */
const char *slugify_ascii(struct arena *, const char *);

/*
 * Python's, by Django: what is no word (`\w`), blank, hyphen or one of some
 * other signs goes, blanks at the ends go, and a hyphen stands for all in
 * between.  In the case that it has.
 */
const char *slugify_python(struct arena *, const char *, const char *signs);

#endif
