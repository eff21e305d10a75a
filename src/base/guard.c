#define _POSIX_C_SOURCE 200809L

#include "base/guard.h"

static const int ends[] = { SIGHUP, SIGINT, SIGTERM };

#define ENDS (sizeof ends / sizeof *ends)

/* Not if the signal is ignored, as with nohup(1), or blocked. */
static bool
would_end(int signal, const sigset_t *mask)
{
	struct sigaction action;

	return sigismember(mask, signal) == 0 &&
	    sigaction(signal, NULL, &action) == 0 &&
	    action.sa_handler == SIG_DFL;
}

static void
end_by(int signal)
{
	sigset_t one;

	sigemptyset(&one);
	sigaddset(&one, signal);
	pthread_sigmask(SIG_UNBLOCK, &one, NULL);
	raise(signal);
}

static void *
wait_for_end(void *context)
{
	struct guard *g = context;
	int signal;

	if (sigwait(&g->ends, &signal) != 0 || atomic_load(&g->is_over))
		return NULL;
	g->clean(g->context);
	end_by(signal);
	return NULL;
}

/* The thread has all signals blocked, as they are here. */
static void
start_thread(struct guard *g, const sigset_t *before, sigset_t *mask)
{
	size_t i;

	sigemptyset(&g->ends);
	for (i = 0; i < ENDS; i++)
		if (would_end(ends[i], before)) {
			sigaddset(&g->ends, ends[i]);
			sigaddset(mask, ends[i]);
			g->has_thread = true;
		}
	g->has_thread = g->has_thread && pthread_create(&g->thread, NULL,
	    wait_for_end, g) == 0;
}

void
guard_begin(struct guard *g, const sigset_t *before)
{
	sigset_t mask = *before;

	g->has_thread = false;
	atomic_init(&g->is_over, false);
	if (g->clean != NULL)
		start_thread(g, before, &mask);
	pthread_sigmask(SIG_SETMASK, g->has_thread ? &mask : before, NULL);
}

void
guard_end(struct guard *g)
{
	sigset_t all;
	size_t i;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, NULL);
	if (!g->has_thread)
		return;
	atomic_store(&g->is_over, true);
	/* One of the signals that it waits for, only to wake it up. */
	for (i = 0; sigismember(&g->ends, ends[i]) != 1; i++)
		;
	pthread_kill(g->thread, ends[i]);
	pthread_join(g->thread, NULL);
}
