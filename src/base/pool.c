#ifdef __linux__
#define _GNU_SOURCE		/* sched_getaffinity(), unshare() */
#include <sched.h>
#else
#define _NETBSD_SOURCE		/* _SC_NPROCESSORS_ONLN, which others define
				   unless only POSIX is requested */
#endif

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/pool.h"

/*
 * Units for each running thread: one that it works on, and one that waits for
 * a slower unit before it to be handed on.  With more, a thread whose neighbor
 * has no processor at the moment would run ahead, and each slot used for the
 * first time is memory that the system has to find and clear.
 */
#define SLOTS_FOR_EACH 2

/* With a disk, each post of a unit waits; with a lock, one now and then. */
#define MANY_WAITS 4

/*
 * For each thread: libraries need more for deeply nested JSON than the 128 KiB
 * that some systems provide.
 */
#define STACK_SIZE (2u * 1024 * 1024)

/* A unit in progress, or waiting to be handed on. */
struct unit {
	size_t	 slot;
	bool	 is_done;
};

struct state {
	const struct pool *pool;
	pthread_mutex_t	 lock;		/* of all below */
	pthread_cond_t	 free;		/* there are slots again, or no more
					   units are wanted */
	size_t		 next;		/* unit to be begun */
	size_t		 handed_on;	/* how many units were */
	bool		 is_handing;	/* a thread is handing on units */
	bool		 is_over;
	unsigned	 entered;	/* how many threads; numbers them */
	size_t		 slots;
	struct unit	*units;		/* by number, modulo slots */
	size_t		*spare;		/* free slots; the last is used first */
	size_t		 spare_count;
	pthread_attr_t	 attributes;	/* of the others */
	pthread_t	 others[POOL_MAX_THREADS];
	unsigned	 started;	/* others */
	bool		 is_refused;	/* the system has no more threads */
};

static unsigned
most_threads(const struct pool *pool)
{
	return pool->most > pool->threads ? pool->most : pool->threads;
}

size_t
pool_slots(const struct pool *pool)
{
	unsigned threads = most_threads(pool);

	return threads > 1 ? threads * (size_t)SLOTS_FOR_EACH : 1;
}

/* With the lock held: whether no more units may be in progress or waiting. */
static bool
is_ahead(const struct state *s)
{
	return s->slots - s->spare_count >=
	    SLOTS_FOR_EACH * (s->started + (size_t)1);
}

/* With the lock held, which is released while a unit is handed on. */
static void
hand_on(struct state *s)
{
	const struct pool *pool = s->pool;
	struct unit *unit = &s->units[s->handed_on % s->slots];
	bool continues;

	s->is_handing = true;
	while (!s->is_over && unit->is_done) {
		pthread_mutex_unlock(&s->lock);
		continues = pool->hand_on(pool->context, s->handed_on,
		    unit->slot);
		pthread_mutex_lock(&s->lock);
		unit->is_done = false;
		s->spare[s->spare_count++] = unit->slot;
		unit = &s->units[++s->handed_on % s->slots];
		s->is_over = !continues;
		/* There is room for one more, or all may leave. */
		if (s->is_over)
			pthread_cond_broadcast(&s->free);
		else
			pthread_cond_signal(&s->free);
	}
	s->is_handing = false;
}

static void *run_other(void *);

/*
 * It is no error if the system refuses a thread.  None is started once all
 * units have been begun: from then on the others are waited for.
 */
static void
start_one(struct state *s)
{
	if (s->is_over || s->next == s->pool->units || s->is_refused ||
	    s->started + 1 >= most_threads(s->pool) ||
	    s->started == POOL_MAX_THREADS)
		return;
	s->is_refused = pthread_create(&s->others[s->started],
	    &s->attributes, run_other, s) != 0;
	s->started += !s->is_refused;
}

/* Do a unit; returns whether the thread had to wait again and again. */
static bool
work(const struct pool *pool, size_t unit, size_t slot, unsigned thread)
{
#ifdef RUSAGE_THREAD
	struct rusage before, after;

	getrusage(RUSAGE_THREAD, &before);
	pool->work(pool->context, unit, slot, thread);
	getrusage(RUSAGE_THREAD, &after);
	return after.ru_nvcsw - before.ru_nvcsw >= MANY_WAITS;
#else
	pool->work(pool->context, unit, slot, thread);
	return true;	/* unknown */
#endif
}

static void
leave(const struct pool *pool, unsigned thread)
{
	if (pool->leave != NULL)
		pool->leave(pool->context, thread);
}

static void
run(struct state *s)
{
	const struct pool *pool = s->pool;
	size_t number, slot;
	unsigned thread;
	bool has_waited;

	pthread_mutex_lock(&s->lock);
	thread = s->entered++;
	while (!s->is_over && s->next < pool->units) {
		if (is_ahead(s)) {
			pthread_cond_wait(&s->free, &s->lock);
			continue;
		}
		number = s->next++;
		slot = s->spare[--s->spare_count];
		pthread_mutex_unlock(&s->lock);
		has_waited = work(pool, number, slot, thread);
		pthread_mutex_lock(&s->lock);
		s->units[number % s->slots] = (struct unit){ slot, true };
		if (has_waited)
			start_one(s);
		if (!s->is_handing)
			hand_on(s);
	}
	pthread_mutex_unlock(&s->lock);
	leave(pool, thread);
}

static void *
run_other(void *argument)
{
	struct state *s = argument;

	/* If that is not allowed, the table is shared.  A test for races takes
	   two files with the same number for one. */
#if defined(__linux__) && !defined(P2F_MANY_THREADS)
	if (s->pool->opens_alone)
		(void)unshare(CLONE_FILES);
#endif
	run(s);
	return NULL;
}

static void
run_alone(const struct pool *pool)
{
	size_t unit;

	for (unit = 0; unit < pool->units; unit++) {
		pool->work(pool->context, unit, 0, 0);
		if (!pool->hand_on(pool->context, unit, 0))
			break;
	}
	leave(pool, 0);
}

static void
run_together(struct state *s)
{
	unsigned i;

	pthread_attr_init(&s->attributes);
	pthread_attr_setstacksize(&s->attributes, STACK_SIZE);
	pthread_mutex_lock(&s->lock);
	for (i = 1; i < s->pool->threads; i++)
		start_one(s);
	pthread_mutex_unlock(&s->lock);
	run(s);
	for (i = 0; i < s->started; i++)
		pthread_join(s->others[i], NULL);
	pthread_attr_destroy(&s->attributes);
}

void
pool_run(const struct pool *pool)
{
	struct state s = { .pool = pool, .lock = PTHREAD_MUTEX_INITIALIZER,
	    .free = PTHREAD_COND_INITIALIZER, .slots = pool_slots(pool) };

	if (pool->threads <= 1 || pool->units <= 1) {
		run_alone(pool);
		return;
	}
	s.units = mem_alloc_zeroed(s.slots * sizeof *s.units);
	s.spare = mem_alloc(s.slots * sizeof *s.spare);
	while (s.spare_count < s.slots) {
		s.spare[s.spare_count] = s.slots - 1 - s.spare_count;
		s.spare_count++;
	}
	run_together(&s);
	mem_free(s.units);
	mem_free(s.spare);
}

unsigned
pool_processors(void)
{
	long n = POOL_MAX_THREADS;
#ifdef P2F_MANY_THREADS
	;
#elif defined(__linux__)
	cpu_set_t set;

	n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) :
	    sysconf(_SC_NPROCESSORS_ONLN);
#else
	n = sysconf(_SC_NPROCESSORS_ONLN);
#endif
	if (n < 1)
		return 1;
	return n > POOL_MAX_THREADS ? POOL_MAX_THREADS : (unsigned)n;
}
