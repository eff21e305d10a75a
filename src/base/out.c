#define _XOPEN_SOURCE 700	/* realpath() */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/out.h"

/* Once there is a file, it is written in pieces that stay in the cache. */
#define OUT_PIECE (128u * 1024)

/*
 * Run with standard output closed, the first file that we open would become
 * it.  Descriptors that are missing are filled with one that refuses what it
 * is for, so that the fault is found when it matters.
 */
bool
out_init_process(void)
{
	int fd;

	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 && open("/dev/null",
		    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			return false;
	return true;
}

static bool
report(const struct out *out, const char *what, int error, struct diag *d)
{
	diag_report(d, DIAG_OUTPUT, (struct place){ .path = out->path },
	    "cannot %s%s: %s", what, out->path == NULL ? " standard output" :
	    "", strerror(error));
	return false;
}

static bool
report_spool(const struct out *out, struct diag *d)
{
	diag_report(d, DIAG_OUTPUT, (struct place){ .path = out->path },
	    "cannot keep the feed in /tmp until it is complete: %s",
	    strerror(out->error));
	return false;
}

void
out_init(struct out *out, const char *path)
{
	*out = (struct out){ .path = path, .spool = -1 };
}

static bool
write_all(int fd, const char *bytes, size_t n)
{
	ssize_t written;

	while (n > 0) {
		written = write(fd, bytes, n);
		if (written == -1 && errno == EINTR)
			continue;
		if (written == -1)
			return false;
		bytes += written;
		n -= (size_t)written;
	}
	return true;
}

static void
spool(struct out *out)
{
	static const char name[] = "/tmp/post2feed-XXXXXX";
	char path[sizeof name];

	if (out->spool == -1 && out->error == 0) {
		memcpy(path, name, sizeof name);
		out->spool = mkstemp(path);
		if (out->spool == -1)
			out->error = errno;
		else
			unlink(path);
	}
	if (out->error == 0 &&
	    !write_all(out->spool, out->held.bytes, out->held.length))
		out->error = errno;
	if (out->error == 0)
		out->spooled += (off_t)out->held.length;
	buf_clear(&out->held);
}

void
out_add(struct out *out, const char *bytes, size_t n)
{
	buf_add(&out->held, bytes, n);
	if (out->held.length > (out->spool == -1 ? OUT_MEMORY : OUT_PIECE))
		spool(out);
}

static ssize_t
read_spool(struct out *out, off_t offset, char *bytes, size_t n)
{
	ssize_t got;

	do
		got = pread(out->spool, bytes, n, offset);
	while (got == -1 && errno == EINTR);
	/* All of it was written, so there is more. */
	if (got == 0)
		errno = EIO;
	if (got > 0)
		return got;
	out->error = errno;
	return -1;
}

ssize_t
out_read(struct out *out, off_t offset, char *bytes, size_t n)
{
	size_t start, left;

	if (offset < out->spooled)
		return read_spool(out, offset, bytes, n);
	start = (size_t)(offset - out->spooled);
	left = out->held.length - start;
	if (n > left)
		n = left;
	if (n > 0)
		memcpy(bytes, out->held.bytes + start, n);
	return (ssize_t)n;
}

/* Call for each piece of what was written; false when one call was. */
static bool
each_piece(struct out *out, bool (*take)(const char *, size_t, int), int fd)
{
	char piece[65536];
	off_t offset = 0;
	ssize_t n;

	for (; offset < out->spooled; offset += n) {
		n = read_spool(out, offset, piece, sizeof piece);
		if (n == -1 || !take(piece, (size_t)n, fd))
			return false;
	}
	return out->held.length == 0 ||
	    take(out->held.bytes, out->held.length, fd);
}

static bool
take_write(const char *bytes, size_t n, int fd)
{
	return write_all(fd, bytes, n);
}

/* Whether the file goes on with these bytes. */
static bool
take_compare(const char *bytes, size_t n, int fd)
{
	char there[65536];
	size_t want;
	ssize_t got;

	while (n > 0) {
		want = n < sizeof there ? n : sizeof there;
		got = read(fd, there, want);
		if (got == -1 && errno == EINTR)
			continue;
		if (got <= 0 || memcmp(there, bytes, (size_t)got) != 0)
			return false;
		bytes += got;
		n -= (size_t)got;
	}
	return true;
}

static bool
is_same(struct out *out)
{
	char more;
	int fd = open(out->target, O_RDONLY | O_CLOEXEC);
	bool same;

	if (fd == -1)
		return false;
	same = each_piece(out, take_compare, fd) && read(fd, &more, 1) == 0;
	close(fd);
	return same;
}

static const char *
resolve_links(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy;

	if (real == NULL)
		return NULL;
	copy = arena_strdup(a, real);
	free(real);
	return copy;
}

/* What open(2) would give a new file. */
static mode_t
default_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/*
 * Write the temporary file.  A file that replaces another takes its mode,
 * and its owner where that is allowed.
 */
static bool
write_temporary(struct out *out, const struct stat *old)
{
	const char *slash = strrchr(out->target, '/');
	char *path = arena_printf(&out->arena, "%.*s.post2feed-XXXXXX",
	    slash == NULL ? 0 : (int)(slash + 1 - out->target), out->target);
	int fd = mkstemp(path), error;
	bool ok;

	if (fd == -1)
		return false;
	out->temporary = path;
	if (old != NULL && fchown(fd, old->st_uid, old->st_gid) == -1)
		errno = 0;
	ok = fchmod(fd, old == NULL ? default_mode() :
	    old->st_mode & 07777) == 0 &&
	    each_piece(out, take_write, fd) && fsync(fd) == 0;
	error = errno;
	ok = close(fd) == 0 && ok;
	if (!ok && error != 0)
		errno = error;
	return ok;
}

static bool
prepare_file(struct out *out, struct diag *d)
{
	struct stat st;
	bool exists = stat(out->path, &st) == 0;

	if (!exists && errno != ENOENT)
		return report(out, "write", errno, d);
	out->target = exists ? resolve_links(&out->arena, out->path) :
	    out->path;
	if (out->target == NULL)
		return report(out, "write", errno, d);
	if (exists && S_ISDIR(st.st_mode))
		return report(out, "write", EISDIR, d);
	out->in_place = exists && !S_ISREG(st.st_mode);
	if (out->in_place)
		return true;
	out->unchanged = exists && is_same(out);
	if (out->unchanged)
		return true;
	if (!write_temporary(out, exists ? &st : NULL))
		return report(out, "write", errno, d);
	return true;
}

bool
out_prepare(struct out *out, struct diag *d)
{
	if (out->error != 0)
		return report_spool(out, d);
	return out->path == NULL || prepare_file(out, d);
}

/* The name is on disk when its folder is. */
static void
sync_folder(struct out *out)
{
	const char *slash = strrchr(out->target, '/');
	const char *folder = slash == NULL ? "." : slash == out->target ? "/"
	    : arena_strndup(&out->arena, out->target,
	    (size_t)(slash - out->target));
	int fd = open(folder, O_RDONLY | O_CLOEXEC);

	if (fd == -1)
		return;
	/* Not every file system can; the file itself is safe by now. */
	if (fsync(fd) == -1)
		errno = 0;
	close(fd);
}

static bool
commit_in_place(struct out *out, struct diag *d)
{
	int fd = open(out->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool ok;
	int error;

	if (fd == -1)
		return report(out, "write", errno, d);
	ok = each_piece(out, take_write, fd);
	error = errno;
	if (close(fd) == -1 && ok) {
		ok = false;
		error = errno;
	}
	return ok || report(out, "write", error, d);
}

bool
out_is_replaced(const struct out *out)
{
	return out->path != NULL && !out->in_place;
}

void
out_report_same(const char *path, struct diag *d)
{
	diag_report(d, DIAG_OUTPUT_SAME, (struct place){ .path = path },
	    "holds this feed already; left as it was");
}

bool
out_commit(struct out *out, struct diag *d)
{
	if (out->path == NULL) {
		if (!each_piece(out, take_write, STDOUT_FILENO) ||
		    close(STDOUT_FILENO) == -1)
			return report(out, "write", errno, d);
		return true;
	}
	if (out->in_place)
		return commit_in_place(out, d);
	if (out->unchanged) {
		out_report_same(out->path, d);
		return true;
	}
	if (rename(out->temporary, out->target) == -1)
		return report(out, "replace", errno, d);
	out->temporary = NULL;
	sync_folder(out);
	return true;
}

void
out_release(struct out *out)
{
	if (out->temporary != NULL)
		unlink(out->temporary);
	if (out->spool != -1)
		close(out->spool);
	buf_release(&out->held);
	arena_release(&out->arena);
	*out = (struct out){ .spool = -1 };
}
