#define _XOPEN_SOURCE 700	/* realpath() */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/out.h"

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
	    strerror(out->spool->error));
	return false;
}

void
out_init(struct out *out, const char *path, struct spool *spool)
{
	*out = (struct out){ .path = path, .spool = spool };
}

/* Put extents that are in a row together. */
void
out_take(struct out *out, off_t start, size_t n)
{
	struct extent *last = out->count == 0 ? NULL :
	    &out->extents[out->count - 1];

	if (n == 0)
		return;
	if (last != NULL && last->start + (off_t)last->length == start) {
		last->length += n;
		return;
	}
	if (out->count == out->room) {
		out->room = out->room == 0 ? 8 : out->room * 2;
		out->extents = mem_realloc(out->extents, out->room *
		    sizeof *out->extents);
	}
	out->extents[out->count++] = (struct extent){ start, n };
}

void
out_add(struct out *out, const char *bytes, size_t n)
{
	out_take(out, spool_add(out->spool, bytes, n), n);
}

ssize_t
out_read(struct out_reader *r, char *bytes, size_t n)
{
	const struct extent *extent;
	size_t done = 0, want;
	ssize_t got;

	while (done < n && r->extent < r->out->count) {
		extent = &r->out->extents[r->extent];
		want = extent->length - r->offset;
		if (want > n - done)
			want = n - done;
		got = spool_read(r->out->spool, extent->start +
		    (off_t)r->offset, bytes + done, want);
		if (got == -1)
			return -1;
		done += (size_t)got;
		r->offset += (size_t)got;
		if (r->offset == extent->length) {
			r->extent++;
			r->offset = 0;
		}
	}
	return (ssize_t)done;
}

/* Call for each piece of what was written; false when one call was. */
static bool
each_piece(struct out *out, bool (*take)(const char *, size_t, int), int fd)
{
	struct out_reader r = { .out = out };
	char piece[65536];
	ssize_t n;

	while ((n = out_read(&r, piece, sizeof piece)) > 0)
		if (!take(piece, (size_t)n, fd))
			return false;
	return n == 0;
}

static bool
take_write(const char *bytes, size_t n, int fd)
{
	return file_write_all(fd, bytes, n);
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
	if (out->spool->error != 0)
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
	mem_free(out->extents);
	arena_release(&out->arena);
	*out = (struct out){ .path = NULL };
}
