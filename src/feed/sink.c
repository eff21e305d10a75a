#include "feed/sink.h"

static struct buf *
buf_of(struct p2f_sink *sink)
{
	return ((struct buf_sink *)(void *)sink)->buf;
}

/* Bytes that begin at the address that room() returned are in place already. */
static void
put(struct p2f_sink *sink, const char *bytes, size_t n)
{
	struct buf *buf = buf_of(sink);

	if (n == 0)
		return;
	if (bytes != buf->bytes + buf->length) {
		buf_add(buf, bytes, n);
		return;
	}
	buf->length += n;
	buf->bytes[buf->length] = '\0';
}

static void
share(struct p2f_sink *sink, p2f_part *part, const struct p2f_post *post)
{
	part(post, sink);
}

static char *
room(struct p2f_sink *sink, size_t n)
{
	return buf_reserve(buf_of(sink), n);
}

struct buf_sink
sink_into(struct buf *buf)
{
	return (struct buf_sink){ { put, share, room }, buf };
}
