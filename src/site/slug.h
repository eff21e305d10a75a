/*
 * slug - the readable part of a URL.
 */
#ifndef SITE_SLUG_H
#define SITE_SLUG_H

#include "base/arena.h"

/*
 * Text as a part of a path: letters, digits and marks of all scripts stay,
 * so do '.', '_' and '~'; each run of anything else becomes one '-', and
 * none is left at the ends; ASCII capitals become small.  Not encoded.  Text
 * in which nothing stays is returned as it is.
 *
 * The result is part of ids: it must never change from release to release.
 */
const char *slug_of(struct arena *, const char *);

#endif
