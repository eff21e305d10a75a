/*
 * digest - the hashes MD4 (RFC 1320) and SHA-1 (FIPS 180-4 6.1).
 *
 * Not for secrets: generators and their bundlers build parts of URLs from them.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

#define DIGEST_MD4_SIZE 33
#define DIGEST_SHA1_SIZE 41

/* The hash of n bytes in lower-case hexadecimal, with a NUL. */
void	 digest_md4(const void *, size_t, char hex[DIGEST_MD4_SIZE]);
void	 digest_sha1(const void *, size_t, char hex[DIGEST_SHA1_SIZE]);

#endif
