/*
 * guard - what is to be taken away when a signal ends the process.
 *
 * For a while in which a call may last for as long as somebody else likes, such
 * as write(2) to a pipe that is not read: it can be ended, and leaves nothing
 * behind.  A thread waits for the signal, so that no handler has to know of
 * what there is.
 */
#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

struct guard {
	void		(*clean)(void *);	/* by another thread; NULL:
						   there is nothing */
	void		*context;
	pthread_t	 thread;
	bool		 has_thread;
	atomic_bool	 is_over;
	sigset_t	 ends;			/* what is waited for */
};

/*
 * With all signals blocked: let them in again as a mask says, which is that of
 * before.  One of HUP, INT and TERM calls clean(), and then ends the process;
 * if the system has no thread for it, the process ends at once.
 */
void	 guard_begin(struct guard *, const sigset_t *);
/* Block all signals again. */
void	 guard_end(struct guard *);

#endif
