/*
 * guard - cleaning up when a signal ends the process.
 *
 * For calls that may block for as long as somebody else likes, such as
 * write(2) to a pipe that nobody reads: the process can be ended, and leaves
 * nothing behind.  A thread waits for the signal, so that there is no signal
 * handler that would have to know what to remove.
 */
#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

struct guard {
	void		(*clean)(void *);	/* on another thread; NULL:
						   nothing to do */
	void		*context;
	pthread_t	 thread;
	bool		 has_thread;
	atomic_bool	 is_over;
	sigset_t	 ends;			/* the signals it waits for */
};

/*
 * With all signals blocked: restore the mask from before.  From then on HUP,
 * INT and TERM call clean() and then end the process; if the system has no
 * thread for that, they end it at once.
 */
void	 guard_begin(struct guard *, const sigset_t *);
/* Block all signals again. */
void	 guard_end(struct guard *);

#endif
