/*
 * Units are handed on in their order, up to the one that ended it; and the
 * threads have room on their stacks, however little the system gives them.
 */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>

#include "base/pool.h"
#include "tap.h"

enum { UNITS = 500, ENOUGH = 300, STACK_NEEDED = 1024 * 1024 };

struct seen {
	pthread_t	 caller;
	size_t		 made[UNITS];	/* by slot */
	size_t		 next;
	size_t		 last;		/* to be handed on */
	bool		 in_order;
};

static void
work(void *context, size_t unit, size_t slot)
{
	struct seen *seen = context;
	volatile char stack[STACK_NEEDED];
	size_t i;

	/* The caller has what it was given. */
	if (!pthread_equal(pthread_self(), seen->caller))
		for (i = 0; i < sizeof stack; i += 1024)
			stack[i] = 1;
	seen->made[slot] = unit;
}

static bool
hand_on(void *context, size_t unit, size_t slot)
{
	struct seen *seen = context;

	if (seen->made[slot] != unit || seen->next != unit)
		seen->in_order = false;
	seen->next++;
	return unit != seen->last;
}

static void
test(unsigned threads, unsigned most, size_t last)
{
	struct seen seen = { .caller = pthread_self(), .last = last,
	    .in_order = true };
	const struct pool pool = { .threads = threads, .most = most,
	    .units = UNITS, .context = &seen, .work = work,
	    .hand_on = hand_on };

	pool_run(&pool);
	tap_ok(seen.in_order, "in order, %u to %u threads", threads, most);
	tap_ok(seen.next == last + 1, "%zu units are handed on", last + 1);
}

int
main(void)
{
	unsigned threads;

	for (threads = 1; threads <= POOL_MAX_THREADS; threads++) {
		test(threads, 0, UNITS - 1);
		test(threads, POOL_MAX_THREADS, ENOUGH);
	}
	return tap_end();
}
