/*
 * base64 - RFC 4648 section 4, for YAML's !binary.
 */
#ifndef FRONT_BASE64_H
#define FRONT_BASE64_H

#include "base/arena.h"

/*
 * The bytes that text stands for; *length is that of the text, then of the
 * bytes.  White space and stray characters are passed over.
 */
const char *base64_decode(struct arena *, const char *, size_t *length);

#endif
