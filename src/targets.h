/*
 * targets - where the feeds of a run go.
 */
#ifndef TARGETS_H
#define TARGETS_H

#include "feed/editions.h"
#include "feed/entries.h"
#include "options.h"
#include "site/source.h"

/* An output for each -o, or standard output. */
void	 targets_open(struct outputs *, const struct options *);

/*
 * For --split and --archives: make the editions of the posts, which are
 * selected by now, and in place of the outputs those of each edition.  False:
 * the options do not go with them, which is reported.
 */
bool	 targets_divide(struct outputs *, struct editions *,
	    const struct posts *, const struct site *, const struct options *,
	    struct diag *);

/* False: one of them is a post or something else to keep; it is reported. */
bool	 targets_check(const struct outputs *, const struct options *,
	    struct sources *, struct diag *);

#endif
