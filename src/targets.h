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
 * For --split and --archives: make the editions of the posts, which must be
 * selected, and replace the outputs by those of each edition.  Returns false,
 * with the error reported, if the options do not allow that.
 */
bool	 targets_divide(struct outputs *, struct editions *,
	    const struct posts *, const struct site *, const struct options *,
	    struct diag *);

/* Returns false, with the error reported, if an output would overwrite a post
   or another file that must be kept. */
bool	 targets_check(const struct outputs *, const struct options *,
	    struct sources *, struct diag *);

#endif
