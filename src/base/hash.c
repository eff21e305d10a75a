#include <string.h>

#include "base/hash.h"

/* Each step is reversible, so a change of one word is never lost. */
static uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9fb21c651e98df25u;
	return hash ^ hash >> 32;
}

uint64_t
hash_bytes(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	uint64_t word;

	hash = mix(hash, n);
	for (; n >= sizeof word; n -= sizeof word, p += sizeof word) {
		memcpy(&word, p, sizeof word);
		hash = mix(hash, word);
	}
	word = 0;
	if (n > 0)
		memcpy(&word, p, n);
	return mix(hash, word);
}

uint64_t
hash_string(uint64_t hash, const char *s)
{
	return hash_bytes(hash, s, strlen(s));
}
