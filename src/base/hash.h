/*
 * hash - 64 bits that tell whether bytes have changed.
 *
 * Against changes by chance or by an editor, not by an attacker.  The value
 * depends on the byte order of the machine.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 0x9e3779b97f4a7c15u

/*
 * Continue a hash with these bytes.  How the bytes are divided into calls
 * matters.
 */
uint64_t hash_bytes(uint64_t hash, const void *, size_t);

/* The same for a string; its end counts: "a", "bc" differs from "ab", "c". */
uint64_t hash_string(uint64_t hash, const char *);

#endif
