/*
 * Units are handed on in order, up to the one that ended it; threads have room
 * on their stacks, however little the system gives them; and none runs far
 * ahead of a slow one.
 */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "base/pool.h"
#include "tap.h"

enum { UNITS = 500, ENOUGH = 300, STACK_NEEDED = 1024 * 1024 };

struct seen {
	pthread_t	 caller;
	size_t		 made[UNITS];	/* by slot */
	size_t		 next;
	size_t		 last;		/* to hand on */
	bool		 in_order;
	bool		 worked[POOL_THREADS];
	unsigned	 left[POOL_THREADS];	/* how many times */
};

static void
work(void *context, size_t unit, size_t slot, unsigned thread)
{
	struct seen *seen = context;
	volatile char stack[STACK_NEEDED];
	size_t i;

	seen->worked[thread] = true;
	/* The size of the caller's stack is not chosen by the pool. */
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
leave(void *context, unsigned thread)
{
	struct seen *seen = context;

	seen->left[thread]++;
}

/* Whether each thread that worked left, and none twice. */
static bool
have_left(const struct seen *seen)
{
	unsigned i;

	for (i = 0; i < POOL_THREADS; i++)
		if (seen->left[i] > 1 || (seen->worked[i] &&
		    seen->left[i] == 0))
			return false;
	return true;
}

static void
test(unsigned threads, unsigned most, size_t last)
{
	struct seen seen = { .caller = pthread_self(), .last = last,
	    .in_order = true };
	const struct pool pool = { .threads = threads, .most = most,
	    .units = UNITS, .context = &seen, .work = work,
	    .hand_on = hand_on, .leave = leave, .opens_alone = true };

	pool_run(&pool);
	tap_ok(have_left(&seen), "each thread leaves once");
	tap_ok(seen.in_order, "in order, %u to %u threads", threads, most);
	tap_ok(seen.next == last + 1, "%zu units are handed on", last + 1);
}

struct slow {
	atomic_size_t	 begun;		/* units */
	size_t		 ahead;		/* begun after the slow one */
};

/* The first unit takes as long as hundreds of others. */
static void
work_slowly(void *context, size_t unit, size_t slot, unsigned thread)
{
	const struct timespec pause = { .tv_nsec = 50 * 1000 * 1000 };
	struct slow *slow = context;

	(void)slot;
	(void)thread;
	atomic_fetch_add(&slow->begun, 1);
	if (unit != 0)
		return;
	nanosleep(&pause, NULL);
	slow->ahead = atomic_load(&slow->begun) - 1;
}

static bool
hand_on_slowly(void *context, size_t unit, size_t slot)
{
	(void)context;
	(void)unit;
	(void)slot;
	return true;
}

static void
test_slow(unsigned threads, unsigned most)
{
	struct slow slow = { .ahead = 0 };
	const struct pool pool = { .threads = threads, .most = most,
	    .units = UNITS, .context = &slow, .work = work_slowly,
	    .hand_on = hand_on_slowly };
	/* Since the slow one waits, one more thread may be started. */
	size_t running = most > threads ? threads + 1 : threads;

	pool_run(&pool);
	tap_ok(slow.ahead < 2 * running, "%zu units ahead, %u to %u threads",
	    slow.ahead, threads, most);
}

int
main(void)
{
	unsigned threads;

	for (threads = 1; threads <= POOL_MAX_THREADS; threads++) {
		test(threads, 0, UNITS - 1);
		test(threads, POOL_MAX_THREADS, ENOUGH);
	}
	test_slow(2, 0);
	test_slow(2, POOL_MAX_THREADS);
	return tap_end();
}
