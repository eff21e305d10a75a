/*
 * pool - work on several threads, with results in order.
 *
 * The work is divided into numbered units.  Threads take them one after the
 * other; the results are handed on in the order of the numbers, so that
 * nobody can tell how many threads there were.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* More threads would only wait for memory. */
#define POOL_MAX_THREADS 8
#define POOL_THREADS (POOL_MAX_THREADS + 1)	/* including the caller's */

/*
 * How many posts make threads, or a unit, worth it.  A test for races
 * needs as many threads for a few posts.
 */
#ifdef P2F_MANY_THREADS
#define POOL_MANY(n) 1
#else
#define POOL_MANY(n) (n)
#endif

struct pool {
	unsigned	 threads;	/* at least 1: the caller's own */
	unsigned	 most;		/* maximum if units wait, as for a
					   disk; 0: no more than `threads` */
	size_t		 units;
	void		*context;

	/*
	 * Do a unit, on any thread.  It may write to what belongs to its slot,
	 * which is below pool_slots() and nobody else's until the unit has
	 * been handed on, and to its thread, which is below POOL_THREADS.  The
	 * slot used last is reused first.
	 */
	void		(*work)(void *context, size_t unit, size_t slot,
			    unsigned thread);

	/*
	 * Hand on the result of a unit.  On any thread, one unit at a time,
	 * in order.  False: no more is wanted, and units begun in the
	 * meantime are dropped.
	 */
	bool		(*hand_on)(void *context, size_t unit, size_t slot);

	/*
	 * Called on each thread when it ends; NULL: nothing to do.
	 */
	void		(*leave)(void *context, unsigned thread);

	/*
	 * A file that one of the threads opens is for that thread alone, and
	 * closed by it.  If the system supports it, each thread then has its
	 * own table of open files: threads that open thousands of files would
	 * otherwise wait for each other.
	 */
	bool		 opens_alone;
};

/* How many units may be in progress or waiting to be handed on. */
size_t	 pool_slots(const struct pool *);

/* Do all units, or those before hand_on() returns false. */
void	 pool_run(const struct pool *);

/* How many processors this process may use, up to the limit above. */
unsigned pool_processors(void);

#endif
