/*
 * sink - what writers write to, collected in a buffer.
 */
#ifndef UNIT_SINK_H
#define UNIT_SINK_H

#include "base/buf.h"
#include "post2feed.h"

/* A sink is the first member of what a host needs to know about it. */
struct buf_sink {
	struct p2f_sink	 sink;
	struct buf	*buf;
};

static inline void
sink_put(struct p2f_sink *sink, const char *bytes, size_t n)
{
	buf_add(((struct buf_sink *)(void *)sink)->buf, bytes, n);
}

static inline void
sink_share(struct p2f_sink *sink, p2f_part *part, const struct p2f_post *post)
{
	part(post, sink);
}

static inline struct buf_sink
sink_into(struct buf *buf)
{
	return (struct buf_sink){ { sink_put, sink_share }, buf };
}

#endif
