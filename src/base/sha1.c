/*
 * SHA-1 over bytes that are all there, so no state has to be kept between
 * calls.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/sha1.h"

#define BLOCK 64

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x << n | x >> (32 - n);
}

/* FIPS 180-4 4.1.1 and 4.2.1: function and constant of a round. */
static uint32_t
mix(unsigned round, const uint32_t h[5])
{
	if (round < 20)
		return ((h[1] & h[2]) | (~h[1] & h[3])) + 0x5a827999;
	if (round < 40)
		return (h[1] ^ h[2] ^ h[3]) + 0x6ed9eba1;
	if (round < 60)
		return ((h[1] & h[2]) | (h[1] & h[3]) | (h[2] & h[3])) +
		    0x8f1bbcdc;
	return (h[1] ^ h[2] ^ h[3]) + 0xca62c1d6;
}

static void
add_block(uint32_t hash[5], const unsigned char *p)
{
	uint32_t w[80], h[5], next;
	unsigned i;

	for (i = 0; i < 16; i++, p += 4)
		w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
		    (uint32_t)p[2] << 8 | p[3];
	for (; i < 80; i++)
		w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	memcpy(h, hash, sizeof h);
	for (i = 0; i < 80; i++) {
		next = rotate(h[0], 5) + mix(i, h) + h[4] + w[i];
		h[4] = h[3];
		h[3] = h[2];
		h[2] = rotate(h[1], 30);
		h[1] = h[0];
		h[0] = next;
	}
	for (i = 0; i < 5; i++)
		hash[i] += h[i];
}

/* The last bytes, a one bit, and the length in bits at the very end. */
static void
add_end(uint32_t hash[5], const unsigned char *rest, size_t length)
{
	unsigned char end[2 * BLOCK] = { 0 };
	size_t n = length % BLOCK, size = n < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	uint64_t bits = (uint64_t)length * 8;
	unsigned i;

	if (n > 0)
		memcpy(end, rest, n);
	end[n] = 0x80;
	for (i = 1; i <= 8; i++, bits >>= 8)
		end[size - i] = (unsigned char)(bits & 0xff);
	add_block(hash, end);
	if (size > BLOCK)
		add_block(hash, end + BLOCK);
}

void
sha1_hex(const void *bytes, size_t length, char hex[SHA1_HEX_SIZE])
{
	uint32_t hash[5] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476,
	    0xc3d2e1f0 };
	const unsigned char *p = bytes;
	size_t i;

	for (i = length; i >= BLOCK; i -= BLOCK, p += BLOCK)
		add_block(hash, p);
	add_end(hash, p, length);
	for (i = 0; i < 5; i++)
		snprintf(hex + 8 * i, 9, "%08lx", (unsigned long)hash[i]);
}
