/*
 * rerun - whether a run can be skipped.
 *
 * Which runs --cache can skip, what besides files tells one run from another,
 * and which messages are still to be printed.
 */
#ifndef RERUN_H
#define RERUN_H

#include <stdbool.h>

#include "base/diag.h"
#include "feed/cache.h"
#include "feed/entries.h"
#include "options.h"

struct rerun {
	const struct options	*options;
	bool			 is_used;	/* there is a cache, and the run
						   is one that can use it */
	bool			 is_readable;
	struct cache		 cache;
};

/* Returns false, with the error reported, if options contradict each other. */
bool	 rerun_begin(struct rerun *, const struct options *, struct diag *);

/*
 * Whether there is nothing to do.  If so, the messages of the run that left the
 * cache are reported and its status is filled in; if not, recording starts.
 */
bool	 rerun_is_needless(struct rerun *, enum exit_status *, struct diag *);

/* Stop recording: later messages depend on what the outputs held before. */
void	 rerun_end_record(struct rerun *, struct diag *);

/* Leave a cache, once the outputs are published. */
void	 rerun_save(struct rerun *, const struct outputs *, enum exit_status,
	    struct diag *);

void	 rerun_release(struct rerun *);

#endif
