/*
 * summary - what --check ends with.
 */
#ifndef FEED_SUMMARY_H
#define FEED_SUMMARY_H

#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"

/*
 * Add how many posts were read and how many are in the feed, and how often
 * each message was given: errors first, then by their number.
 */
void	 summary_print(struct buf *, size_t read, size_t kept,
	    const struct diag *);

#endif
