/*
 * summary - the summary that --check ends with.
 */
#ifndef FEED_SUMMARY_H
#define FEED_SUMMARY_H

#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"

/*
 * Append how many posts were read, how many are in the feed, and how often each
 * message was given: errors first, then by count.
 */
void	 summary_print(struct buf *, size_t read, size_t kept,
	    const struct diag *);

#endif
