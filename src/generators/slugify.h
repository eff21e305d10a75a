/*
 * slugify - parts of a URL, as made by libraries that several generators use.
 */
#ifndef GENERATORS_SLUGIFY_H
#define GENERATORS_SLUGIFY_H

#include "base/arena.h"

/*
 * The two filters of Eleventy.  Each has its own table for characters outside
 * ASCII, and drops letters that are not in it.
 *
 * `slugify`, @sindresorhus/slugify: each run of characters other than letters
 * and digits becomes one hyphen.
 */
const char *slugify(struct arena *, const char *);
/* The older `slug`, simov's slugify: keeps some punctuation, drops the rest. */
const char *slugify_old(struct arena *, const char *);

/* ASCII letters, in lower case, and digits; each run of anything else between
   them becomes one hyphen. */
const char *slugify_ascii(struct arena *, const char *);

/*
 * Python's, as in Django: drops all but word characters (`\w`), whitespace,
 * hyphens and the given punctuation; strips whitespace at the ends, and turns
 * each run of whitespace and hyphens into one hyphen.  Keeps case.
 */
const char *slugify_python(struct arena *, const char *, const char *signs);

#endif
