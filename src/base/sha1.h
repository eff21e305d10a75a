/*
 * sha1 - the hash of FIPS 180-4 6.1.
 *
 * Not for secrets: generators make parts of URLs with it.
 */
#ifndef BASE_SHA1_H
#define BASE_SHA1_H

#include <stddef.h>

#define SHA1_HEX_SIZE 41

/* The hash of some bytes, in 40 small hexadecimal digits and a NUL. */
void	 sha1_hex(const void *, size_t, char hex[SHA1_HEX_SIZE]);

#endif
