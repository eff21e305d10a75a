/*
 * sink - collects the output of writers in a buffer.
 */
#ifndef FEED_SINK_H
#define FEED_SINK_H

#include "base/buf.h"
#include "post2feed.h"

/* The first member of whatever else a host keeps with a sink. */
struct buf_sink {
	struct p2f_sink	 sink;
	struct buf	*buf;
};

/* A sink that writes to the buffer; shared parts are written each time. */
struct buf_sink sink_into(struct buf *);

#endif
