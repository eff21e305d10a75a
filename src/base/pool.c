#ifdef __linux__
#define _GNU_SOURCE		/* sched_getaffinity() */
#include <sched.h>
#else
#define _POSIX_C_SOURCE 200809L
#endif

#include <pthread.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/pool.h"

/* So many units for each thread, so that none waits for a slow one. */
#define SLOTS_FOR_EACH 4

struct state {
	const struct pool *pool;
	pthread_mutex_t	 lock;		/* of all below */
	pthread_cond_t	 free;		/* there are slots again, or no more
					   is wanted */
	size_t		 next;		/* unit to be begun */
	size_t		 handed_on;	/* units */
	bool		 is_handing;	/* a thread hands units on */
	bool		 is_over;
	bool		*done;		/* by slot: waits to be handed on */
};

size_t
pool_slots(const struct pool *pool)
{
	return pool->threads > 1 ? pool->threads * (size_t)SLOTS_FOR_EACH : 1;
}

/* With the lock held, which is let go while a unit is handed on. */
static void
hand_on(struct state *s)
{
	const struct pool *pool = s->pool;
	size_t slots = pool_slots(pool), unit;
	bool goes_on;

	s->is_handing = true;
	while (!s->is_over && s->done[s->handed_on % slots]) {
		unit = s->handed_on;
		pthread_mutex_unlock(&s->lock);
		goes_on = pool->hand_on(pool->context, unit, unit % slots);
		pthread_mutex_lock(&s->lock);
		s->done[unit % slots] = false;
		s->handed_on++;
		s->is_over = !goes_on;
		/* There is room for one more, or all may go. */
		if (s->is_over)
			pthread_cond_broadcast(&s->free);
		else
			pthread_cond_signal(&s->free);
	}
	s->is_handing = false;
}

static void *
run(void *argument)
{
	struct state *s = argument;
	const struct pool *pool = s->pool;
	size_t slots = pool_slots(pool), unit;

	pthread_mutex_lock(&s->lock);
	while (!s->is_over && s->next < pool->units) {
		if (s->next - s->handed_on >= slots) {
			pthread_cond_wait(&s->free, &s->lock);
			continue;
		}
		unit = s->next++;
		pthread_mutex_unlock(&s->lock);
		pool->work(pool->context, unit, unit % slots);
		pthread_mutex_lock(&s->lock);
		s->done[unit % slots] = true;
		if (!s->is_handing)
			hand_on(s);
	}
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

static void
run_alone(const struct pool *pool)
{
	size_t unit;

	for (unit = 0; unit < pool->units; unit++) {
		pool->work(pool->context, unit, 0);
		if (!pool->hand_on(pool->context, unit, 0))
			return;
	}
}

void
pool_run(const struct pool *pool)
{
	struct state s = { .pool = pool, .lock = PTHREAD_MUTEX_INITIALIZER,
	    .free = PTHREAD_COND_INITIALIZER };
	pthread_t others[POOL_MAX_THREADS];
	size_t slots = pool_slots(pool), i;
	unsigned started = 0;

	if (pool->threads <= 1 || pool->units <= 1) {
		run_alone(pool);
		return;
	}
	s.done = mem_alloc(slots * sizeof *s.done);
	for (i = 0; i < slots; i++)
		s.done[i] = false;
	/* Threads that the system refuses are done without. */
	while (started + 1 < pool->threads && started < POOL_MAX_THREADS &&
	    pthread_create(&others[started], NULL, run, &s) == 0)
		started++;
	run(&s);
	for (i = 0; i < started; i++)
		pthread_join(others[i], NULL);
	mem_free(s.done);
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
