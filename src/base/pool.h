/*
 * pool - work on several threads, with results in order.
 *
 * The work is cut into units, which are numbered.  Threads take them one
 * after the other; what they have made is handed on in the order of the
 * numbers, so that nobody can tell from it how many threads there were.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* More would wait for memory. */
#define POOL_MAX_THREADS 8
#define POOL_THREADS (POOL_MAX_THREADS + 1)	/* with the caller's */

/*
 * How many posts are enough for threads, or for a unit.  A test of races
 * wants as many threads for a few posts.
 */
#ifdef P2F_MANY_THREADS
#define POOL_MANY(n) 1
#else
#define POOL_MANY(n) (n)
#endif

struct pool {
	unsigned	 threads;	/* at least 1: the caller's own */
	unsigned	 most;		/* as many if units wait, as for a disk;
					   0: no more than the above */
	size_t		 units;
	void		*context;

	/*
	 * Do a unit.  On any thread: it may write to what belongs to its
	 * slot, which is below pool_slots() and nobody else's until the
	 * unit was handed on, and to its thread, which is below
	 * POOL_THREADS.  A slot that was used lately is used first.
	 */
	void		(*work)(void *context, size_t unit, size_t slot,
			    unsigned thread);

	/*
	 * Hand on what was made of a unit.  On any thread, one unit at a
	 * time, in order.  False: no more is wanted, and units that were
	 * begun in the meantime are forgotten.
	 */
	bool		(*hand_on)(void *context, size_t unit, size_t slot);

	/*
	 * On a thread that will do no more; NULL: there is nothing to do.
	 */
	void		(*leave)(void *context, unsigned thread);

	/*
	 * A file that one of the threads opens is for that thread alone, and
	 * closed by it.  Where the system can, they have tables of open files
	 * of their own then: who opens thousands would else wait for who has
	 * the table just now.
	 */
	bool		 opens_alone;
};

/* How many units may be under way or wait to be handed on. */
size_t	 pool_slots(const struct pool *);

/* All units, or those up to the first that ended it. */
void	 pool_run(const struct pool *);

/* The processors that this process may use, up to the limit above. */
unsigned pool_processors(void);

#endif
