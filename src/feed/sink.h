/*
 * sink - what writers write to, collected in a buffer.
 */
#ifndef FEED_SINK_H
#define FEED_SINK_H

#include "base/buf.h"
#include "post2feed.h"

/* A sink is the first member of what a host needs to know about it. */
struct buf_sink {
	struct p2f_sink	 sink;
	struct buf	*buf;
};

/* What is shared is written each time. */
struct buf_sink sink_into(struct buf *);

#endif
