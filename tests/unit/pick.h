/*
 * pick - random numbers that are the same in every run.
 *
 * A linear congruential generator modulo 2^64 with the multiplier of Knuth's
 * MMIX; only its upper bits are used, since the lower ones repeat soon.
 */
#ifndef UNIT_PICK_H
#define UNIT_PICK_H

#include <stdint.h>

/* A number below the limit.  The initial state may be anything. */
static inline unsigned
pick(uint64_t *state, unsigned limit)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((*state >> 33) % limit);
}

#endif
