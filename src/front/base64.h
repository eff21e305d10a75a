/*
 * base64 - RFC 4648 section 4, for YAML's !binary.
 */
#ifndef FRONT_BASE64_H
#define FRONT_BASE64_H

#include "base/arena.h"

/*
 * Decode base64; *length is that of the text, then of the bytes.  Whitespace
 * and stray characters are skipped.
 */
const char *base64_decode(struct arena *, const char *, size_t *length);

#endif
