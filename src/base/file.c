#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdint.h>
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
file_extension(const char *path)
{
	const char *name = file_base_name(path);
	const char *dot = strrchr(name, '.');

	return dot == NULL || dot == name ? "" : dot;
}

const char *
file_stem(struct arena *a, const char *path)
{
	const char *name = file_base_name(path);

	return arena_strndup(a, name, strlen(name) -
	    strlen(file_extension(path)));
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

/*
 * The bytes of a file.  Nearly all posts fit into the first part, which is
 * always the same memory: no allocation, and no page that is touched once.
 */
struct bytes {
	const char	*bytes;		/* here or there */
	size_t		 length;
	bool		 is_regular;	/* what is read, and no pipe */
	bool		 is_clean;	/* as text; else it is to be seen */
	struct buf	 rest;		/* all of it, if it is more */
	char		 first[65536];
};

/* A multiple of the length of those that text_clean_length() knows. */
#define VECTORS 64

/* What does not fit into the first part; false: reported. */
static bool
read_rest(int fd, const char *path, struct bytes *b, struct diag *d)
{
	ssize_t n;

	buf_add(&b->rest, b->first, b->length);
	do {
		n = seen_read(fd, buf_reserve(&b->rest, b->rest.length),
		    b->rest.length);
		if (n == -1)
			return file_report(path, errno, d);
		b->rest.length += (size_t)n;
		if (b->rest.length > FILE_MAX_SIZE) {
			diag_report(d, DIAG_SIZE, (struct place){ .path =
			    path }, "larger than %u MiB; not read",
			    FILE_MAX_SIZE >> 20);
			return false;
		}
	} while (n > 0);
	b->bytes = b->rest.bytes;
	b->length = b->rest.length;
	return true;
}

/*
 * Whether so much of the first part is clean.  What is behind it may be looked
 * at, too: whole vectors take less time than the rest of one.
 */
static bool
is_clean(const struct bytes *b, size_t length)
{
	const size_t more = length + VECTORS - length % VECTORS;

	return text_clean_length(b->first, more < b->length ? more :
	    length) >= length;
}

/*
 * Whether the first part will do, of which no more is kept then.  What has to
 * be mended is reported with its number in the whole file.
 */
static bool
head_is_enough(const struct file_reading *r, struct bytes *b)
{
	size_t length = r->test->enough(r->test->context, b->first,
	    b->length);

	/* The last line may be cut, and a longer one may be none that ends
	   the head. */
	if (length == 0 ||
	    (length == b->length && b->first[length - 1] != '\n') ||
	    !is_clean(b, length))
		return false;
	b->length = length;
	b->is_clean = true;
	return true;
}

/* Of a regular file, a read that is not filled is the last one. */
static bool
read_fd(int fd, struct file_reading *r, struct bytes *b, struct diag *d)
{
	size_t want = r->test == NULL ? sizeof b->first : FILE_HEAD;
	ssize_t n;

	b->bytes = b->first;
	while (b->length < sizeof b->first) {
		n = seen_read(fd, b->first + b->length, want - b->length);
		if (n == -1)
			return file_report(r->path, errno, d);
		b->length += (size_t)n;
		if (n == 0 || (b->is_regular && b->length < want))
			return true;
		if (b->length == FILE_HEAD && want == FILE_HEAD) {
			r->is_head = head_is_enough(r, b);
			if (r->is_head)
				return true;
			want = sizeof b->first;
		}
	}
	return read_rest(fd, r->path, b, d);
}

static int
open_file(const struct file_reading *r)
{
	return r->folder == NULL ? seen_open(r->path) :
	    seen_open_in(r->folder->fd, r->path, r->folder->length);
}

/* The caller releases the rest, also after a failure. */
static bool
read_bytes(struct file_reading *r, struct bytes *b, struct diag *d)
{
	bool ok;
	int fd;

	b->length = 0;
	b->is_clean = false;
	b->rest = (struct buf){ 0 };
	if (strcmp(r->path, "-") == 0) {
		seen_distrust();
		return read_fd(STDIN_FILENO, r, b, d);
	}
	fd = open_file(r);
	if (fd == -1)
		return file_report(r->path, errno, d);
	ok = read_fd(fd, r, b, d);
	close(fd);
	return ok;
}

bool
file_read(const char *path, struct buf *out, struct diag *d)
{
	struct file_reading r = { .path = path };
	struct bytes b;
	bool ok;

	b.is_regular = false;
	ok = read_bytes(&r, &b, d);

	if (ok)
		buf_add(out, b.bytes, b.length);
	buf_release(&b.rest);
	return ok;
}

/* A byte order mark of UTF-16, or every other byte NUL. */
static bool
is_utf16(const struct bytes *b)
{
	const unsigned char *p = (const unsigned char *)b->bytes;

	if (b->length < 2)
		return false;
	return (p[0] == 0xff && p[1] == 0xfe) ||
	    (p[0] == 0xfe && p[1] == 0xff) ||
	    (b->length >= 4 && ((p[0] == 0 && p[2] == 0 && p[1] != 0) ||
	    (p[1] == 0 && p[3] == 0 && p[0] != 0)));
}

static void
report_faults(const char *path, const struct bytes *raw,
    const struct text_faults *faults, struct diag *d)
{
	struct place place = { .path = path };
	char more[64] = "";

	text_place(raw->bytes, faults->offset, &place.line, &place.column);
	if (faults->count > 1)
		snprintf(more, sizeof more, " (and %zu more in this file)",
		    faults->count - 1);
	if (faults->is_byte)
		diag_report(d, DIAG_CHARACTER, place, "the byte 0x%02X is no "
		    "UTF-8 here; replaced by U+FFFD%s", faults->code, more);
	else
		diag_report(d, DIAG_CHARACTER, place, "the character U+%04X "
		    "cannot stand in a feed; removed%s", faults->code, more);
}

static bool
read_text(struct file_reading *r, bool is_regular, struct buf *out,
    struct diag *d)
{
	static const char mark[] = "\xef\xbb\xbf";
	struct text_faults faults = { 0 };
	struct bytes raw;
	size_t skip;
	bool ok;

	raw.is_regular = is_regular;
	ok = read_bytes(r, &raw, d);
	if (ok && raw.is_clean) {
		buf_add(out, raw.bytes, raw.length);
		return true;
	}
	if (ok && is_utf16(&raw)) {
		diag_report(d, DIAG_ENCODING, (struct place){ .path =
		    r->path }, "this is UTF-16; save it as UTF-8");
		ok = false;
	}
	if (ok) {
		skip = raw.length >= 3 && memcmp(raw.bytes, mark, 3) == 0 ?
		    3 : 0;
		text_clean(out, raw.bytes + skip, raw.length - skip, &faults);
		buf_puts(out, "");
		faults.offset += skip;
		if (faults.count > 0)
			report_faults(r->path, &raw, &faults, d);
	}
	buf_release(&raw.rest);
	return ok;
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

void
file_folder_open(struct file_folder *folder)
{
	struct buf name = { 0 };

	buf_add(&name, folder->path, folder->length);
	folder->fd = seen_open_folder(name.bytes);
	buf_release(&name);
}

void
file_folder_close(struct file_folder *folder)
{
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

bool
file_write_all(int fd, const char *bytes, size_t n)
{
	struct iovec part = { (void *)(uintptr_t)bytes, n };

	return file_write_vector(fd, &part, 1);
}
