#define _XOPEN_SOURCE 700	/* realpath() */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/out.h"
#include "base/path.h"

/* Written by one call; POSIX allows 16 parts. */
#define BATCH_PARTS 16
#define BATCH_SIZE (1024u * 1024)

/* No more links are followed, since they may form a loop. */
#define LINKS_MAX 16

/*
 * If standard output were closed, the first file that we open would become it.
 * Missing descriptors are filled with one that refuses its intended use, so
 * that the error is found when it matters.
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
	    "", error == ENOENT ?
	    "its folder does not exist (create it first)" : strerror(error));
	return false;
}

static bool
report_spool(const struct out *out, struct diag *d)
{
	diag_report(d, DIAG_OUTPUT, (struct place){ .path = out->path },
	    "cannot buffer the feed in /tmp: %s", strerror(out->spool->error));
	return false;
}

void
out_init(struct out *out, const char *path, struct spool *spool)
{
	*out = (struct out){ .path = path, .spool = spool,
	    .descriptor = -1 };
}

/* Merge contiguous extents. */
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

/* The next part, up to *n bytes; *n is 0 at the end. */
static const char *
next_view(struct out_reader *r, size_t *n)
{
	const struct extent *extent;
	const char *view;

	if (r->extent == r->out->count) {
		*n = 0;
		return "";
	}
	extent = &r->out->extents[r->extent];
	if (*n > extent->length - r->offset)
		*n = extent->length - r->offset;
	view = spool_view(r->out->spool, extent->start + (off_t)r->offset, n);
	if (view == NULL)
		return NULL;
	r->offset += *n;
	if (r->offset == extent->length) {
		r->extent++;
		r->offset = 0;
	}
	return view;
}

ssize_t
out_read(struct out_reader *r, char *bytes, size_t n)
{
	size_t done, got;
	const char *view;

	for (done = 0; done < n; done += got) {
		got = n - done;
		view = next_view(r, &got);
		if (view == NULL)
			return -1;
		if (got == 0)
			break;
		memcpy(bytes + done, view, got);
	}
	spool_forget(r->out->spool);
	return (ssize_t)done;
}

/* Consecutive parts of the output. */
struct batch {
	struct iovec	 parts[BATCH_PARTS];
	int		 count;
};

static bool
read_batch(struct out_reader *r, struct batch *batch)
{
	size_t left = BATCH_SIZE, n;
	const char *view;

	for (batch->count = 0; batch->count < BATCH_PARTS && left > 0;
	    left -= n) {
		n = left;
		view = next_view(r, &n);
		if (view == NULL)
			return false;
		if (n == 0)
			break;
		/* writev(2) is not const-correct: it only reads. */
		batch->parts[batch->count++] = (struct iovec){
		    (void *)(uintptr_t)view, n };
	}
	return true;
}

/* Call take() for all of the output, in order; false if any call failed. */
static bool
each_batch(struct out *out, bool (*take)(struct batch *, int), int fd)
{
	struct out_reader r = { .out = out };
	struct batch batch;

	for (;;) {
		if (!read_batch(&r, &batch))
			return false;
		if (batch.count == 0)
			return true;
		if (!take(&batch, fd))
			return false;
		spool_forget(out->spool);
	}
}

static bool
take_write(struct batch *batch, int fd)
{
	return file_write_vector(fd, batch->parts, batch->count);
}

static bool
continues_with(int fd, const char *bytes, size_t n)
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

/* Whether the file continues with these bytes. */
static bool
take_compare(struct batch *batch, int fd)
{
	int i;

	for (i = 0; i < batch->count; i++)
		if (!continues_with(fd, batch->parts[i].iov_base,
		    batch->parts[i].iov_len))
			return false;
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
	same = each_batch(out, take_compare, fd) && read(fd, &more, 1) == 0;
	close(fd);
	return same;
}

/*
 * What is open already is not opened again, which would start at the
 * beginning of a file, and is not a file to be replaced.  -1: not open.
 */
static int
descriptor_of(const char *path)
{
	return path == NULL ? STDOUT_FILENO : path_descriptor(path);
}

size_t
out_peek(const char *path, char *bytes, size_t n)
{
	struct stat st;
	ssize_t got = 0;
	int fd;

	if (descriptor_of(path) != -1 || stat(path, &st) == -1 ||
	    !S_ISREG(st.st_mode))
		return 0;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return 0;
	do
		got = read(fd, bytes, n);
	while (got == -1 && errno == EINTR);
	close(fd);
	return got > 0 ? (size_t)got : 0;
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

/* What a link points to if nothing is there yet. */
static const char *
resolve_dangling(struct arena *a, const char *path)
{
	char *name = arena_text(a, PATH_MAX);
	ssize_t n;
	int links;

	for (links = 0; links < LINKS_MAX; links++) {
		n = readlink(path, name, PATH_MAX);
		if (n <= 0)
			break;
		path = *name == '/' ? arena_strndup(a, name, (size_t)n) :
		    arena_printf(a, "%s/%.*s", file_folder_name(a, path),
		    (int)n, name);
	}
	return path;
}

const char *
out_place(struct arena *a, const char *path)
{
	const char *folder;
	struct stat st;

	if (descriptor_of(path) != -1)
		return NULL;
	if (stat(path, &st) == 0)
		return S_ISREG(st.st_mode) ? resolve_links(a, path) : NULL;
	path = resolve_dangling(a, path);
	folder = resolve_links(a, file_folder_name(a, path));
	return folder == NULL ? NULL : arena_printf(a, "%s/%s", folder,
	    file_base_name(path));
}

bool
out_is_same_file(const char *path, const char *other)
{
	int number = descriptor_of(path), second_number = descriptor_of(other);
	struct arena a = { 0 };
	const char *place, *second;
	bool is_same;

	if (number != -1 || second_number != -1)
		return number == second_number;
	if (strcmp(path, other) == 0)
		return true;
	place = out_place(&a, path);
	second = out_place(&a, other);
	is_same = place != NULL && second != NULL &&
	    strcmp(place, second) == 0;
	arena_release(&a);
	return is_same;
}

/* The mode that open(2) would give a new file. */
static mode_t
default_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/*
 * Write the temporary file.  A file that replaces another keeps its mode, and
 * its owner if that is allowed.
 */
static bool
write_temporary(struct out *out, const struct stat *old)
{
	char *path = arena_printf(&out->arena, "%.*s.post2feed-XXXXXX",
	    (int)(file_base_name(out->target) - out->target), out->target);
	int fd = mkstemp(path), error;
	bool ok;

	if (fd == -1)
		return false;
	out->temporary = path;
	if (old != NULL && fchown(fd, old->st_uid, old->st_gid) == -1)
		errno = 0;
	ok = fchmod(fd, old == NULL ? default_mode() :
	    old->st_mode & 07777) == 0 &&
	    each_batch(out, take_write, fd) && fsync(fd) == 0;
	error = errno;
	if (close(fd) == -1 && ok)
		return false;
	errno = error;
	return ok;
}

/* False: reported. */
static bool
find_target(struct out *out, struct stat *st, bool *exists, struct diag *d)
{
	*exists = stat(out->path, st) == 0;
	if (!*exists && errno != ENOENT)
		return report(out, "write", errno, d);
	if (*exists && S_ISDIR(st->st_mode))
		return report(out, "write", EISDIR, d);
	out->in_place = *exists && !S_ISREG(st->st_mode);
	if (out->in_place)
		out->target = out->path;
	else
		out->target = *exists ?
		    resolve_links(&out->arena, out->path) :
		    resolve_dangling(&out->arena, out->path);
	return out->target != NULL || report(out, "write", errno, d);
}

/* They remain if there is an error later. */
static bool
make_folders(struct out *out)
{
	const char *slash = out->made == NULL ? NULL : strchr(out->made, '/');

	for (; slash != NULL; slash = strchr(slash + 1, '/'))
		if (mkdir(arena_span(&out->arena, out->path, slash), 0777) ==
		    -1 && errno != EEXIST)
			return false;
	return true;
}

static bool
prepare_file(struct out *out, struct diag *d)
{
	struct stat st;
	bool exists;

	if (!make_folders(out))
		return report(out, "create a folder for it", errno, d);
	out->descriptor = descriptor_of(out->path);
	out->in_place = out->descriptor != -1;
	if (out->in_place)
		return fcntl(out->descriptor, F_GETFD) != -1 ||
		    report(out, "write", errno, d);
	if (!find_target(out, &st, &exists, d))
		return false;
	if (out->in_place)
		return true;
	out->unchanged = exists && is_same(out);
	if (out->unchanged)
		return true;
	if (!write_temporary(out, exists ? &st : NULL))
		/* The file itself may be writable. */
		return report(out, out->temporary != NULL || errno == ENOENT ?
		    "write" : "create a temporary file beside it", errno, d);
	return true;
}

bool
out_prepare(struct out *out, struct diag *d)
{
	if (out->spool->error != 0)
		return report_spool(out, d);
	return out->path == NULL || prepare_file(out, d);
}

/* A name is on disk once its folder is. */
static void
sync_folder(struct out *out)
{
	int fd = open(file_folder_name(&out->arena, out->target),
	    O_RDONLY | O_CLOEXEC);

	if (fd == -1)
		return;
	/* Not every file system can do this; the file is safe by now. */
	if (fsync(fd) == -1)
		errno = 0;
	close(fd);
}

/*
 * The end of a regular file, if the next byte will be written there; else -1.
 * A file open for appending may have other writers.
 */
static off_t
end_of_file(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (fcntl(fd, F_GETFL) & O_APPEND) == 0 &&
	    lseek(fd, 0, SEEK_CUR) == st.st_size ? st.st_size : -1;
}

/* On a full disk, half a feed is worse than none. */
static bool
write_or_take_back(struct out *out, int fd)
{
	off_t end = end_of_file(fd);
	int error;

	if (each_batch(out, take_write, fd))
		return true;
	error = errno;
	/* Best effort. */
	if (end != -1 && end_of_file(fd) != -1 && ftruncate(fd, end) == 0)
		lseek(fd, end, SEEK_SET);
	errno = error;
	return false;
}

static bool
commit_in_place(struct out *out, struct diag *d)
{
	int fd = out->descriptor != -1 ? dup(out->descriptor) :
	    open(out->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool ok;
	int error;

	if (fd == -1)
		return report(out, "write", errno, d);
	ok = write_or_take_back(out, fd);
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
	    "already contains this feed; left untouched");
}

bool
out_commit(struct out *out, struct diag *d)
{
	if (out->path == NULL) {
		if (!write_or_take_back(out, STDOUT_FILENO) ||
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
out_drop_temporary(const struct out *out)
{
	if (out->temporary != NULL)
		unlink(out->temporary);
}

void
out_release(struct out *out)
{
	out_drop_temporary(out);
	mem_free(out->extents);
	arena_release(&out->arena);
	*out = (struct out){ .path = NULL };
}
