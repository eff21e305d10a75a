/*
 * MD4 over bytes that are all there, so no state has to be kept between
 * calls.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/md4.h"

#define BLOCK 64
#define ROUND 16	/* steps */

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x << n | x >> (32 - n);
}

/* RFC 1320 3.4: function and constant of a round. */
static uint32_t
mix(unsigned round, uint32_t x, uint32_t y, uint32_t z)
{
	if (round == 0)
		return (x & y) | (~x & z);
	if (round == 1)
		return ((x & y) | (x & z) | (y & z)) + 0x5a827999;
	return (x ^ y ^ z) + 0x6ed9eba1;
}

static void
add_block(uint32_t hash[4], const unsigned char *p)
{
	static const unsigned char words[3][ROUND] = {
		{ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
		{ 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15 },
		{ 0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15 }
	}, shifts[3][4] = {
		{ 3, 7, 11, 19 }, { 3, 5, 9, 13 }, { 3, 9, 11, 15 }
	};
	uint32_t w[ROUND], h[4], next;
	unsigned i, round;

	for (i = 0; i < ROUND; i++, p += 4)
		w[i] = (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 |
		    (uint32_t)p[1] << 8 | p[0];
	memcpy(h, hash, sizeof h);
	for (i = 0; i < 3 * ROUND; i++) {
		round = i / ROUND;
		next = rotate(h[0] + mix(round, h[1], h[2], h[3]) +
		    w[words[round][i % ROUND]], shifts[round][i % 4]);
		h[0] = h[3];
		h[3] = h[2];
		h[2] = h[1];
		h[1] = next;
	}
	for (i = 0; i < 4; i++)
		hash[i] += h[i];
}

/* The last bytes, a one bit, and the length in bits at the very end. */
static void
add_end(uint32_t hash[4], const unsigned char *rest, size_t length)
{
	unsigned char end[2 * BLOCK] = { 0 };
	size_t n = length % BLOCK, size = n < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	uint64_t bits = (uint64_t)length * 8;
	unsigned i;

	if (n > 0)
		memcpy(end, rest, n);
	end[n] = 0x80;
	for (i = 8; i > 0; i--, bits >>= 8)
		end[size - i] = (unsigned char)(bits & 0xff);
	add_block(hash, end);
	if (size > BLOCK)
		add_block(hash, end + BLOCK);
}

void
md4_hex(const void *bytes, size_t length, char hex[MD4_HEX_SIZE])
{
	uint32_t hash[4] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 };
	const unsigned char *p = bytes;
	size_t i;

	for (i = length; i >= BLOCK; i -= BLOCK, p += BLOCK)
		add_block(hash, p);
	add_end(hash, p, length);
	for (i = 0; i < MD4_HEX_SIZE / 2; i++)
		snprintf(hex + 2 * i, 3, "%02x",
		    (unsigned)(hash[i / 4] >> (i % 4 * 8) & 0xff));
}
