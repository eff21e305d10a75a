#define _GNU_SOURCE		/* close_range(), if there is one */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/seen.h"
#include "base/text.h"

const char *
file_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

const char *
file_folder_name(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/" :
	    arena_span(a, path, slash);
}

const char *
file_extension(const char *path)
{
	const char *dot = strrchr(path, '.');

	if (dot == NULL || dot == path || dot[-1] == '/' ||
	    strchr(dot, '/') != NULL)
		return path + strlen(path);
	return dot;
}

const char *
file_stem(struct arena *a, const char *path)
{
	const char *name = file_base_name(path);

	return arena_strndup(a, name, (size_t)(file_extension(name) - name));
}

const char *
file_clean_name(struct arena *a, const char *name)
{
	return text_is_printable(name) ? name : text_clean_name(a, name);
}

bool
file_is_post_extension(const char *extension, size_t n)
{
	/* By length, which tells most of them apart. */
	static const char extensions[][6][sizeof ".markdown"] = {
		[3] = { ".md" },
		[4] = { ".mdx", ".mkd", ".htm", ".qmd", ".svx" },
		[5] = { ".html", ".mkdn", ".mdoc", ".mdwn" },
		[6] = { ".mdown" }, [7] = { ".mkdown" }, [9] = { ".markdown" }
	};
	size_t i;

	if (n >= sizeof extensions / sizeof *extensions)
		return false;
	for (i = 0; *extensions[n][i] != '\0'; i++)
		if (ascii_has_prefix(extension, extensions[n][i]))
			return true;
	return false;
}

bool
file_is_html(const char *path)
{
	const char *extension = file_extension(path);

	return ascii_equal(extension, ".html") ||
	    ascii_equal(extension, ".htm");
}

bool
file_is_mdx(const char *path)
{
	return ascii_equal(file_extension(path), ".mdx");
}

bool
file_report(const char *path, int error, struct diag *d)
{
	diag_report(d, DIAG_READ, (struct place){ .path = path },
	    "cannot read: %s", strerror(error));
	return false;
}

/* Nearly all posts fit into the first read. */
#define FIRST_READ 65536

/*
 * Whether the first bytes are enough; if so, no more are kept.  A head that
 * has to be repaired is not: the message counts all faults of the file.
 */
static bool
head_is_enough(const struct file_reading *r, struct buf *b)
{
	size_t length = r->test->enough(r->test->context, b->bytes,
	    b->length);

	/* The last line may be incomplete, and when complete might not end
	   the head. */
	if (length == 0 ||
	    (length == b->length && b->bytes[length - 1] != '\n') ||
	    text_clean_length(b->bytes, length) < length)
		return false;
	b->length = length;
	return true;
}

/* How much to read after that many bytes; 0: they are enough. */
static size_t
next_goal(struct file_reading *r, struct buf *b)
{
	if (r->test == NULL || b->length != FILE_HEAD)
		return b->length < FIRST_READ ? FIRST_READ : 2 * b->length;
	r->is_head = head_is_enough(r, b);
	return r->is_head ? 0 : FIRST_READ;
}

static bool
read_fd(int fd, struct file_reading *r, bool is_regular, struct buf *b,
    struct diag *d)
{
	size_t goal = r->test == NULL ? FIRST_READ : FILE_HEAD;
	ssize_t n;

	/* The buffer of the previous post has room for all of this. */
	buf_reserve(b, FIRST_READ);
	while (goal > 0) {
		n = seen_read(fd, buf_reserve(b, goal - b->length),
		    goal - b->length);
		if (n == -1)
			return file_report(r->path, errno, d);
		b->length += (size_t)n;
		if (b->length > FILE_MAX_SIZE) {
			diag_report(d, DIAG_SIZE, (struct place){ .path =
			    r->path }, "larger than %u MiB; not read",
			    FILE_MAX_SIZE >> 20);
			return false;
		}
		/* In a regular file, a short read that is not filled is the
		   last one. */
		if (n == 0 || (is_regular && b->length < goal &&
		    goal <= FIRST_READ))
			break;
		if (b->length == goal)
			goal = next_goal(r, b);
	}
	b->bytes[b->length] = '\0';
	return true;
}

static int
open_file(const struct file_reading *r)
{
	return r->folder == NULL ? seen_open(r->path) :
	    seen_open_in(r->folder->fd, r->path, r->folder->length);
}

static void
close_run(int first, int last)
{
	/* A test for races would not notice it. */
#if defined(CLOSE_RANGE_CLOEXEC) && !defined(P2F_MANY_THREADS)
	if (close_range((unsigned)first, (unsigned)last, 0) == 0)
		return;
#endif
	for (; first <= last; first++)
		close(first);
}

/* Descriptors are the lowest free ones, so most are consecutive. */
static void
close_done(struct file_folder *folder)
{
	const int *fd = folder->done, *end = fd + folder->done_count;
	int first;

	while (fd < end) {
		first = *fd++;
		while (fd < end && *fd == fd[-1] + 1)
			fd++;
		close_run(first, fd[-1]);
	}
	folder->done_count = 0;
}

static void
close_file(struct file_folder *folder, int fd)
{
	if (folder == NULL) {
		close(fd);
		return;
	}
	folder->done[folder->done_count++] = fd;
	if (folder->done_count == FILE_CLOSED)
		close_done(folder);
}

/* Read into an empty buffer, which stays empty on failure (reported). */
static bool
read_bytes(struct file_reading *r, bool is_regular, struct buf *b,
    struct diag *d)
{
	bool ok;
	int fd;

	if (strcmp(r->path, "-") == 0) {
		seen_distrust();
		ok = read_fd(STDIN_FILENO, r, false, b, d);
	} else {
		fd = open_file(r);
		if (fd == -1)
			return file_report(r->path, errno, d);
		ok = read_fd(fd, r, is_regular, b, d);
		close_file(r->folder, fd);
	}
	if (!ok)
		buf_clear(b);
	return ok;
}

bool
file_read(const char *path, struct buf *out, struct diag *d)
{
	struct file_reading r = { .path = path };

	return read_bytes(&r, false, out, d);
}

/* A byte order mark of UTF-16, or every other byte NUL. */
static bool
is_utf16(const struct buf *b)
{
	const unsigned char *p = (const unsigned char *)b->bytes;

	if (b->length < 2)
		return false;
	return (p[0] == 0xff && p[1] == 0xfe) ||
	    (p[0] == 0xfe && p[1] == 0xff) ||
	    (b->length >= 4 && ((p[0] == 0 && p[2] == 0 && p[1] != 0) ||
	    (p[1] == 0 && p[3] == 0 && p[0] != 0)));
}

/* Whether less text beyond ASCII is valid than was replaced. */
static bool
is_other_encoding(const struct buf *text, size_t replaced)
{
	size_t i, count = 0;

	for (i = 0; i < text->length; i++)
		count += (unsigned char)text->bytes[i] >= 0xc0;
	return count < 2 * replaced;
}

/* Report the faults in a file; the text is what it has become. */
static void
report_faults(const char *path, const struct buf *text,
    const struct text_faults *faults, struct diag *d)
{
	struct place place = { .path = path };
	char more[80] = "";

	text_place(text->bytes, faults->offset, &place.line, &place.column);
	if (faults->count > 1)
		snprintf(more, sizeof more, " (and %zu more in this file%s)",
		    faults->count - 1, faults->is_byte &&
		    is_other_encoding(text, faults->count) ?
		    "; save it as UTF-8" : "");
	if (faults->is_byte)
		diag_report(d, DIAG_CHARACTER, place, "the byte 0x%02X is not "
		    "valid UTF-8; replaced by U+FFFD%s", faults->code, more);
	else
		diag_report(d, DIAG_CHARACTER, place, "the character U+%04X is "
		    "not allowed in a feed; removed%s", faults->code, more);
}

/* Clean text stays where it was read. */
static void
clean(const struct file_reading *r, struct buf *b, struct diag *d)
{
	static const char mark[] = "\xef\xbb\xbf";
	size_t skip = b->length >= 3 && memcmp(b->bytes, mark, 3) == 0 ? 3 : 0;
	size_t length = b->length - skip;
	struct text_faults faults = { 0 };
	struct buf text = { 0 };

	/* A head that is enough was clean. */
	if (skip == 0 && (r->is_head ||
	    text_clean_length(b->bytes, length) == length))
		return;
	buf_reserve(&text, length);
	text_clean(&text, b->bytes + skip, length, &faults);
	if (faults.count > 0)
		report_faults(r->path, &text, &faults, d);
	buf_clear(b);
	buf_add(b, text.bytes, text.length);
	buf_release(&text);
}

static bool
read_text(struct file_reading *r, bool is_regular, struct buf *out,
    struct diag *d)
{
	if (!read_bytes(r, is_regular, out, d))
		return false;
	if (is_utf16(out)) {
		diag_report(d, DIAG_ENCODING, (struct place){ .path = r->path },
		    "a UTF-16 file; not read (save it as UTF-8)");
		buf_clear(out);
		return false;
	}
	clean(r, out, d);
	return true;
}

bool
file_read_text(const char *path, struct buf *out, struct diag *d)
{
	struct file_reading r = { .path = path };

	return read_text(&r, false, out, d);
}

bool
file_read_regular(struct file_reading *r, struct buf *out, struct diag *d)
{
	return read_text(r, true, out, d);
}

struct file_folder
file_folder_of(const char *path)
{
	return (struct file_folder){ .path = path, .fd = -1,
	    .length = (size_t)(file_base_name(path) - path) };
}

bool
file_folder_has(const struct file_folder *folder, const char *path)
{
	return strncmp(path, folder->path, folder->length) == 0 &&
	    strchr(path + folder->length, '/') == NULL;
}

/*
 * If there are fewer descriptors, all of them are left for files.  Each thread
 * may have a folder of its own.
 */
#define MANY_DESCRIPTORS 256

void
file_folder_open(struct file_folder *folder)
{
	const long most = sysconf(_SC_OPEN_MAX);
	struct buf name = { 0 };

	if (most != -1 && most < MANY_DESCRIPTORS)
		return;
	buf_add(&name, folder->path, folder->length);
	folder->fd = seen_open_folder(name.bytes);
	buf_release(&name);
}

void
file_folder_close(struct file_folder *folder)
{
	close_done(folder);
	if (folder->path != NULL && folder->fd != -1)
		close(folder->fd);
	*folder = (struct file_folder){ .path = NULL };
}

bool
file_write_vector(int fd, struct iovec *parts, int count)
{
	ssize_t written;

	while (count > 0) {
		written = writev(fd, parts, count);
		if (written == -1 && errno == EINTR)
			continue;
		if (written == -1)
			return false;
		for (; count > 0 && (size_t)written >= parts->iov_len;
		    count--)
			written -= (ssize_t)(parts++)->iov_len;
		if (count > 0) {
			parts->iov_base = (char *)parts->iov_base + written;
			parts->iov_len -= (size_t)written;
		}
	}
	return true;
}
