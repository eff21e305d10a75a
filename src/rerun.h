/*
 * rerun - a run that need not be made again.
 *
 * Which runs can be left out by --cache, what tells one of them from another
 * besides files, and what is left to be said.
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
	bool			 is_used;	/* there is a cache, for a run
						   that can have one */
	bool			 is_readable;
	struct cache		 cache;
};

/* False: the options contradict each other, which is reported. */
bool	 rerun_begin(struct rerun *, const struct options *, struct diag *);

/*
 * Whether there is nothing to do.  Then the messages of the run that left the
 * cache are reported, and its status is filled in.  Else notes are taken from
 * now on.
 */
bool	 rerun_is_needless(struct rerun *, enum exit_status *, struct diag *);

/* All was said that does not depend on what the outputs held. */
void	 rerun_end_record(struct rerun *, struct diag *);

/* The outputs were published: leave a cache. */
void	 rerun_save(struct rerun *, const struct outputs *, enum exit_status,
	    struct diag *);

void	 rerun_release(struct rerun *);

#endif
