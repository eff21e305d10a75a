/*
 * slugify - the two filters of Eleventy that make a part of a URL of a text.
 *
 * Each is a library with a table of its own for what is not ASCII; a letter
 * that it does not know is nothing in the URL.
 */
#ifndef GENERATORS_SLUGIFY_H
#define GENERATORS_SLUGIFY_H

#include "base/arena.h"

/*
 * `slugify`, @sindresorhus/slugify: what is neither letter nor digit becomes
 * one dash.
 */
const char *slugify(struct arena *, const char *);

/* The older `slug`, simov's slugify: some signs stay, others go. */
const char *slugify_old(struct arena *, const char *);

#endif
