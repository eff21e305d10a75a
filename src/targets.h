/*
 * targets - where the feeds of a run go.
 */
#ifndef TARGETS_H
#define TARGETS_H

#include "feed/entries.h"
#include "feed/split.h"
#include "options.h"
#include "site/source.h"

/* An output for each -o, or standard output. */
void	 targets_open(struct outputs *, const struct options *);

/* In place of them, those of each part; their paths stand in the arena. */
void	 targets_open_parts(struct outputs *, struct arena *,
	    const struct parts *);

/* False: one of them is a post or something else to keep; it is reported. */
bool	 targets_check(const struct outputs *, const struct options *,
	    struct sources *, struct diag *);

#endif
