/*
 * Both hashes process blocks in the same way, and differ in what they do with
 * a block and in byte order.  All bytes are there at once, so no state has to
 * be kept between calls.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"

#define BLOCK 64
#define ROUND 16	/* steps of MD4 */

struct algorithm {
	void	 (*add_block)(uint32_t *, const unsigned char *);
	bool	 is_big;	/* big-endian */
	size_t	 size;		/* bytes of the hash */
};

/* The initial state of both; MD4 uses four words of it. */
static const uint32_t beginning[] = { 0x67452301, 0xefcdab89, 0x98badcfe,
    0x10325476, 0xc3d2e1f0 };

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x << n | x >> (32 - n);
}

/* RFC 1320 3.4: function and constant of a round. */
static uint32_t
mix_md4(unsigned round, uint32_t x, uint32_t y, uint32_t z)
{
	if (round == 0)
		return (x & y) | (~x & z);
	if (round == 1)
		return ((x & y) | (x & z) | (y & z)) + 0x5a827999;
	return (x ^ y ^ z) + 0x6ed9eba1;
}

static void
add_md4_block(uint32_t *hash, const unsigned char *p)
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
		next = rotate(h[0] + mix_md4(round, h[1], h[2], h[3]) +
		    w[words[round][i % ROUND]], shifts[round][i % 4]);
		h[0] = h[3];
		h[3] = h[2];
		h[2] = h[1];
		h[1] = next;
	}
	for (i = 0; i < 4; i++)
		hash[i] += h[i];
}

/* FIPS 180-4 4.1.1 and 4.2.1: function and constant of a round. */
static uint32_t
mix_sha1(unsigned round, const uint32_t h[5])
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
add_sha1_block(uint32_t *hash, const unsigned char *p)
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
		next = rotate(h[0], 5) + mix_sha1(i, h) + h[4] + w[i];
		h[4] = h[3];
		h[3] = h[2];
		h[2] = rotate(h[1], 30);
		h[1] = h[0];
		h[0] = next;
	}
	for (i = 0; i < 5; i++)
		hash[i] += h[i];
}

/* The byte at a place in a number of that size. */
static unsigned char
byte_of(uint64_t number, size_t place, size_t size, bool is_big)
{
	return (unsigned char)(number >> 8 * (is_big ? size - 1 - place :
	    place) & 0xff);
}

/* Add the last bytes, a one bit, and the length in bits at the very end. */
static void
add_end(uint32_t *hash, const struct algorithm *by, const unsigned char *rest,
    size_t length)
{
	unsigned char end[2 * BLOCK] = { 0 };
	size_t n = length % BLOCK, size = n < BLOCK - 8 ? BLOCK : 2 * BLOCK, i;

	if (n > 0)
		memcpy(end, rest, n);
	end[n] = 0x80;
	for (i = 0; i < 8; i++)
		end[size - 8 + i] = byte_of((uint64_t)length * 8, i, 8,
		    by->is_big);
	by->add_block(hash, end);
	if (size > BLOCK)
		by->add_block(hash, end + BLOCK);
}

static void
put_hex(char *hex, const void *bytes, size_t length,
    const struct algorithm *by)
{
	uint32_t hash[5];
	const unsigned char *p = bytes;
	size_t i;

	memcpy(hash, beginning, sizeof hash);
	for (i = length; i >= BLOCK; i -= BLOCK, p += BLOCK)
		by->add_block(hash, p);
	add_end(hash, by, p, length);
	for (i = 0; i < by->size; i++)
		snprintf(hex + 2 * i, 3, "%02x", (unsigned)byte_of(hash[i / 4],
		    i % 4, 4, by->is_big));
}

void
digest_md4(const void *bytes, size_t length, char hex[DIGEST_MD4_SIZE])
{
	put_hex(hex, bytes, length, &(struct algorithm){ .size = 16,
	    .add_block = add_md4_block });
}

void
digest_sha1(const void *bytes, size_t length, char hex[DIGEST_SHA1_SIZE])
{
	put_hex(hex, bytes, length, &(struct algorithm){ .size = 20,
	    .add_block = add_sha1_block, .is_big = true });
}
