/*
 * slug - the readable part of a URL.
 */
#ifndef SITE_SLUG_H
#define SITE_SLUG_H

#include "base/arena.h"

/*
 * A string as a segment of a path: letters, digits and marks of all scripts
 * are kept, as are '.', '_' and '~'; each run of anything else becomes one
 * '-', except at the ends; ASCII letters become lower case.  Not encoded.  A
 * string of which nothing would remain is returned unchanged.
 *
 * The result is part of ids: it must never change from release to release.
 */
const char *slug_of(struct arena *, const char *);

#endif
