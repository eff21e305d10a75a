/*
 * hash - 64 bits that tell whether bytes are the same as before.
 *
 * For what changes by chance or by an editor, not for what an enemy makes.
 * The value depends on the byte order of the machine.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 0x9e3779b97f4a7c15u

/*
 * The hash of what was hashed before and of these bytes.  Where the bytes are
 * cut into calls counts.
 */
uint64_t hash_bytes(uint64_t hash, const void *, size_t);

/* The same for a string; its end counts, so that "a", "bc" is not "ab", "c". */
uint64_t hash_string(uint64_t hash, const char *);

#endif
