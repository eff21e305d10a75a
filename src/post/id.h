/*
 * id - how readers recognize posts and feeds (RFC 4287 4.2.6).
 */
#ifndef POST_ID_H
#define POST_ID_H

#include "base/arena.h"

/*
 * Convert an IRI to a URI.  NULL: it is not an IRI, or not valid in its scheme,
 * as far as http, https, tag and urn are concerned.
 */
const char *id_uri(struct arena *, const char *);

#endif
