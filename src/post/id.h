/*
 * id - what readers know posts and feeds again by (RFC 4287 4.2.6).
 */
#ifndef POST_ID_H
#define POST_ID_H

#include "base/arena.h"

/*
 * The URI that an IRI stands for.  NULL: the text is none, or not as its
 * scheme wants it, as far as http, https, tag and urn go.
 */
const char *id_uri(struct arena *, const char *);

#endif
