#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/spool.h"

/* Once there is a file, it is written in pieces that stay in the cache. */
#define PIECE (128u * 1024)

void
spool_init(struct spool *s)
{
	*s = (struct spool){ .fd = -1 };
}

static void
open_file(struct spool *s)
{
	char path[] = "/tmp/post2feed-XXXXXX";

	s->fd = mkstemp(path);
	if (s->fd == -1)
		s->error = errno;
	else
		unlink(path);
}

static void
write_held(struct spool *s)
{
	bool is_first = s->fd == -1;

	if (is_first && s->error == 0)
		open_file(s);
	if (s->error == 0 && !file_write_all(s->fd, s->held.bytes,
	    s->held.length))
		s->error = errno;
	s->written += (off_t)s->held.length;
	if (is_first)
		/* So much room is not needed again. */
		buf_release(&s->held);
	buf_clear(&s->held);
}

off_t
spool_add(struct spool *s, const char *bytes, size_t n)
{
	off_t start = s->written + (off_t)s->held.length;

	buf_add(&s->held, bytes, n);
	if (s->held.length > (s->fd == -1 ? SPOOL_MEMORY : PIECE))
		write_held(s);
	return start;
}

static ssize_t
read_file(struct spool *s, off_t start, char *bytes, size_t n)
{
	ssize_t got;

	do
		got = pread(s->fd, bytes, n, start);
	while (got == -1 && errno == EINTR);
	/* All of it was written, so there is more. */
	if (got == 0)
		errno = EIO;
	if (got > 0)
		return got;
	s->error = errno;
	return -1;
}

ssize_t
spool_read(struct spool *s, off_t start, char *bytes, size_t n)
{
	size_t begin, left;

	if (s->error != 0) {
		errno = s->error;
		return -1;
	}
	if (start < s->written)
		return read_file(s, start, bytes, n);
	begin = (size_t)(start - s->written);
	left = s->held.length - begin;
	if (n > left)
		n = left;
	memcpy(bytes, s->held.bytes + begin, n);
	return (ssize_t)n;
}

void
spool_release(struct spool *s)
{
	if (s->fd != -1)
		close(s->fd);
	buf_release(&s->held);
	spool_init(s);
}
