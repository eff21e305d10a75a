/*
 * The file of a cache, whatever it holds, and hashes of feeds.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "feed/cache.h"
#include "feed/cache_parts.h"

static bool
is_magic(const char *bytes)
{
	return memcmp(bytes, CACHE_MAGIC, CACHE_MAGIC_SIZE) == 0;
}

static bool
has_magic(const struct buf *file)
{
	size_t n = file->length;

	if (n < CACHE_MAGIC_SIZE)
		return memcmp(file->bytes, CACHE_MAGIC, n) == 0;
	return is_magic(file->bytes) ||
	    is_magic(file->bytes + n - CACHE_MAGIC_SIZE);
}

/* Read a whole file of this size; false: it cannot be read. */
static bool
read_all(int fd, struct buf *out, size_t size)
{
	ssize_t n;

	/* A short read is the last one. */
	do {
		n = seen_read(fd, buf_reserve(out, size + 1), size + 1);
		out->length += n > 0 ? (size_t)n : 0;
	} while (n == (ssize_t)size + 1);
	return n != -1;
}

enum cache_file
cache_read(struct cache *c)
{
	/* O_NONBLOCK, or opening a pipe would wait for a writer. */
	int fd = open(c->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	bool ok;

	buf_clear(&c->file);
	if (fd == -1)
		return errno == ENOENT ? CACHE_NONE : CACHE_CLOSED;
	if (fstat(fd, &st) == -1 || !S_ISREG(st.st_mode)) {
		close(fd);
		return CACHE_FOREIGN;
	}
	ok = read_all(fd, &c->file, (size_t)st.st_size);
	close(fd);
	if (!ok)
		return CACHE_CLOSED;
	if (c->file.length == 0)
		return CACHE_NONE;
	return has_magic(&c->file) ? CACHE_OURS : CACHE_FOREIGN;
}

void
cache_release(struct cache *c)
{
	buf_release(&c->file);
	buf_release(&c->messages);
}

/* Never over something else, which may have appeared since it was read. */
static bool
write_file(const char *path, const struct buf *bytes)
{
	struct diag attempt = { .options = &diag_quiet };
	struct cache present = { .path = path };
	enum cache_file what = cache_read(&present);
	struct spool spool;
	struct out out;
	int error;
	bool ok;

	cache_release(&present);
	if (what == CACHE_CLOSED)
		return false;
	errno = EEXIST;
	if (what == CACHE_FOREIGN)
		return false;
	spool_init(&spool);
	out_init(&out, path, &spool);
	out_add(&out, bytes->bytes, bytes->length);
	ok = out_prepare(&out, &attempt) && out_commit(&out, &attempt);
	error = errno;
	out_release(&out);
	spool_release(&spool);
	diag_discard(&attempt);
	errno = error;
	return ok;
}

bool
cache_write(const char *path, struct buf *bytes)
{
	struct cache_trailer trailer = { .hash = hash_bytes(HASH_START,
	    bytes->bytes, bytes->length) };
	sigset_t all, before;
	bool ok;

	memcpy(trailer.magic, CACHE_MAGIC, CACHE_MAGIC_SIZE);
	buf_add(bytes, (const char *)&trailer, sizeof trailer);
	/* No signal may end the run while there is a temporary file. */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	ok = write_file(path, bytes);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return ok;
}

bool
cache_is_whole(const struct buf *file)
{
	struct cache_trailer trailer;
	size_t n = file->length;

	if (n < sizeof(struct cache_header) + sizeof trailer)
		return false;
	n -= sizeof trailer;
	memcpy(&trailer, file->bytes + n, sizeof trailer);
	return is_magic(trailer.magic) &&
	    trailer.hash == hash_bytes(HASH_START, file->bytes, n);
}

uint64_t
cache_hash(ssize_t (*read_more)(void *, char *, size_t), void *source)
{
	char piece[65536];
	size_t length = 0;
	uint64_t hash = HASH_START;
	ssize_t n;

	do {
		n = read_more(source, piece + length, sizeof piece - length);
		length += n > 0 ? (size_t)n : 0;
		/* The hash depends on the pieces: all but the last are full. */
		if (n == 0 || length == sizeof piece) {
			hash = hash_bytes(hash, piece, length);
			length = 0;
		}
	} while (n > 0);
	return n == 0 ? hash : 0;
}
