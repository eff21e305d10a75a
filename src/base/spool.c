#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/spool.h"

/*
 * A file is written in whole pieces: systems are faster with pages that begin
 * where a piece does.  Blocks are not preallocated: as long as none are
 * needed, a short-lived file never reaches the disk.
 */
#define PIECE (64u * 1024)

/*
 * A mapped file is read without a copy, and a system maps some pages around
 * the one that is touched.  They count as memory in use, which is given back
 * when there is that much of it.
 */
#define AROUND (64u * 1024)
#define VIEW_MAX (2u * 1024 * 1024)

void
spool_init(struct spool *s)
{
	*s = (struct spool){ .fd = -1 };
}

void
spool_open(struct spool *s)
{
	char path[] = "/tmp/post2feed-XXXXXX";

	if (s->fd != -1 || s->has_none)
		return;
	s->fd = mkstemp(path);
	if (s->fd == -1)
		s->has_none = true;
	else
		unlink(path);
}

static void
limit(size_t *n, size_t most)
{
	if (*n > most)
		*n = most;
}

/* Hold what follows the first `skipped` bytes. */
static void
hold(struct spool *s, const struct iovec *parts, int count, size_t skipped)
{
	const char *bytes;
	size_t n;
	int i;

	for (i = 0; i < count; i++, skipped -= n) {
		n = skipped;
		limit(&n, parts[i].iov_len);
		/* An empty part may be NULL. */
		if (n == parts[i].iov_len)
			continue;
		bytes = parts[i].iov_base;
		buf_add(&s->held, bytes + n, parts[i].iov_len - n);
	}
}

/*
 * Write all whole pieces of what is held and of the parts after it, and hold
 * the rest.  There is at least one piece, and the last one ends in the parts.
 */
static void
write_pieces(struct spool *s, const struct iovec *parts, int count, size_t n)
{
	struct iovec whole[1 + SPOOL_PARTS];
	const size_t length = (s->held.length + n) / PIECE * PIECE;
	const size_t from_parts = length - s->held.length;
	size_t left = from_parts;
	int i;

	whole[0] = (struct iovec){ s->held.bytes, s->held.length };
	for (i = 0; i < count; i++) {
		whole[1 + i] = parts[i];
		limit(&whole[1 + i].iov_len, left);
		left -= whole[1 + i].iov_len;
	}
	if (s->error == 0 && !file_write_vector(s->fd, whole, 1 + count))
		s->error = errno;
	/* That much room is not needed again. */
	if (s->written == 0)
		buf_release(&s->held);
	s->written += (off_t)length;
	buf_clear(&s->held);
	hold(s, parts, count, from_parts);
}

static void
unmap(struct spool *s)
{
	if (s->view != NULL)
		munmap(s->view, s->view_length);
	s->view = NULL;
	s->touched = s->noted = 0;
	arena_release(&s->copies);
}

off_t
spool_add_parts(struct spool *s, const struct iovec *parts, int count)
{
	const size_t most = s->written == 0 ? SPOOL_MEMORY : PIECE;
	off_t start = s->written + (off_t)s->held.length;
	size_t n = 0;
	int i;

	unmap(s);
	for (i = 0; i < count; i++)
		n += parts[i].iov_len;
	if (s->held.length + n >= most)
		spool_open(s);
	if (s->fd != -1 && s->held.length + n >= most)
		write_pieces(s, parts, count, n);
	else
		hold(s, parts, count, 0);
	return start;
}

off_t
spool_add(struct spool *s, const char *bytes, size_t n)
{
	const struct iovec part = { (void *)(uintptr_t)bytes, n };

	return spool_add_parts(s, &part, 1);
}

static bool
map(struct spool *s)
{
	void *view = MAP_FAILED;

	if ((uintmax_t)s->written <= SIZE_MAX)
		view = mmap(NULL, (size_t)s->written, PROT_READ, MAP_PRIVATE,
		    s->fd, 0);
	if (view == MAP_FAILED)
		return false;
	s->view = view;
	s->view_length = (size_t)s->written;
	return true;
}

/* Views close to each other touch the same pages; an output has some of its
   own, and some that it shares with others. */
static void
note_touched(struct spool *s, size_t begin, size_t n)
{
	size_t first = begin / AROUND, last = (begin + n) / AROUND, i;

	for (i = 0; i < s->noted && i < SPOOL_RECENT; i++)
		if (first >= s->recent[i].first && last <= s->recent[i].last)
			return;
	s->touched += (last - first + 1) * AROUND;
	i = s->noted++ % SPOOL_RECENT;
	s->recent[i].first = first;
	s->recent[i].last = last;
}

/* A copy of bytes in the file, for when it cannot be mapped. */
static const char *
copy(struct spool *s, off_t start, size_t *n)
{
	char *bytes;
	ssize_t got;

	limit(n, PIECE);
	if (s->written - start < (off_t)*n)
		*n = (size_t)(s->written - start);
	bytes = arena_text(&s->copies, *n);
	do
		got = pread(s->fd, bytes, *n, start);
	while (got == -1 && errno == EINTR);
	if (got <= 0) {
		errno = s->error = got == 0 ? EIO : errno;
		return NULL;
	}
	*n = (size_t)got;
	return bytes;
}

const char *
spool_view(struct spool *s, off_t start, size_t *n)
{
	size_t begin;

	if (s->error != 0) {
		errno = s->error;
		return NULL;
	}
	if (start >= s->written) {
		begin = (size_t)(start - s->written);
		limit(n, s->held.length - begin);
		return s->held.bytes + begin;
	}
	if (s->view == NULL && !map(s))
		return copy(s, start, n);
	begin = (size_t)start;
	limit(n, s->view_length - begin);
	note_touched(s, begin, *n);
	return s->view + begin;
}

void
spool_forget(struct spool *s)
{
	if (s->touched > VIEW_MAX || s->copies.block != NULL)
		unmap(s);
}

void
spool_release(struct spool *s)
{
	unmap(s);
	if (s->fd != -1)
		close(s->fd);
	buf_release(&s->held);
	spool_init(s);
}
