#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
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

static bool
read_all(int fd, const char *path, struct buf *out, struct diag *d)
{
	size_t room = 16384;
	ssize_t n;

	for (;;) {
		n = read(fd, buf_reserve(out, room), room);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return file_report(path, errno, d);
		if (n == 0)
			return true;
		out->length += (size_t)n;
		if (out->length > FILE_MAX_SIZE) {
			diag_report(d, DIAG_SIZE, (struct place){ .path =
			    path }, "larger than %u MiB; not read",
			    FILE_MAX_SIZE >> 20);
			return false;
		}
		room = out->length;
	}
}

bool
file_read(const char *path, struct buf *out, struct diag *d)
{
	bool ok;
	int fd;

	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, path, out, d);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return file_report(path, errno, d);
	ok = read_all(fd, path, out, d);
	close(fd);
	return ok;
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

static void
report_faults(const char *path, const struct buf *raw,
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

bool
file_read_text(const char *path, struct buf *out, struct diag *d)
{
	static const char mark[] = "\xef\xbb\xbf";
	struct text_faults faults = { 0 };
	struct buf raw = { 0 };
	size_t skip;
	bool ok = file_read(path, &raw, d);

	buf_puts(&raw, "");
	if (ok && is_utf16(&raw)) {
		diag_report(d, DIAG_ENCODING, (struct place){ .path = path },
		    "this is UTF-16; save it as UTF-8");
		ok = false;
	}
	if (ok) {
		skip = strncmp(raw.bytes, mark, 3) == 0 ? 3 : 0;
		text_clean(out, raw.bytes + skip, raw.length - skip, &faults);
		buf_puts(out, "");
		faults.offset += skip;
		if (faults.count > 0)
			report_faults(path, &raw, &faults, d);
	}
	buf_release(&raw);
	return ok;
}
