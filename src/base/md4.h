/*
 * md4 - the hash of RFC 1320.
 *
 * Not for secrets: bundlers make parts of URLs with it.
 */
#ifndef BASE_MD4_H
#define BASE_MD4_H

#include <stddef.h>

#define MD4_HEX_SIZE 33

/* The hash of some bytes, in 32 small hexadecimal digits and a NUL. */
void	 md4_hex(const void *, size_t, char hex[MD4_HEX_SIZE]);

#endif
