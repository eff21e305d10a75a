#define _XOPEN_SOURCE 700	/* S_IFMT */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "feed/cache.h"
#include "feed/cache_parts.h"

/* So many files of a folder are worth to open it. */
#define FILES_FOR_FOLDER 3

/* The bytes of a cache that are left. */
struct reader {
	char		*p;
	size_t		 left;
};

static bool
take(struct reader *r, void *out, size_t n)
{
	if (n > r->left)
		return false;
	memcpy(out, r->p, n);
	r->p += n;
	r->left -= n;
	return true;
}

/* A string in its place; NULL: it has no end. */
static const char *
take_string(struct reader *r)
{
	const char *s = r->p;
	char *end = r->left == 0 ? NULL : memchr(s, '\0', r->left);

	if (end == NULL)
		return NULL;
	r->left -= (size_t)(end + 1 - r->p);
	r->p = end + 1;
	return s;
}

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

/* All of a file of this size; false: it cannot be read. */
static bool
read_all(int fd, struct buf *out, size_t size)
{
	ssize_t n;

	/* A read that is not filled was the last one. */
	do {
		n = seen_read(fd, buf_reserve(out, size + 1), size + 1);
		out->length += n > 0 ? (size_t)n : 0;
	} while (n == (ssize_t)size + 1);
	return n != -1;
}

enum cache_file
cache_read(struct cache *c)
{
	/* A pipe would wait for somebody who writes. */
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

/* A folder whose files are looked at. */
struct place_of_files {
	const char	*folder;	/* with its slash; "": none */
	int		 fd;		/* AT_FDCWD: paths are put together */
	struct buf	 path;
};

static const char *
whole_path(struct place_of_files *at, const char *name)
{
	buf_clear(&at->path);
	buf_puts(&at->path, at->folder);
	buf_puts(&at->path, name);
	return at->path.bytes;
}

/* How a file is called relative to the descriptor. */
static const char *
name_at(struct place_of_files *at, const char *name)
{
	return at->fd != AT_FDCWD || *at->folder == '\0' ? name :
	    whole_path(at, name);
}

static bool
is_same_stamp(const struct stamp *stamp, const struct stat *st)
{
	const struct stamp present = stamp_of(st);

	return memcmp(stamp, &present, sizeof present) == 0;
}

/*
 * A folder changes when a file is written beside others and renamed, as the
 * feed and the cache are, and has the same names in the end.
 */
static bool
has_same_names(const char *path, const struct stamp *stamp, uint64_t names,
    const struct stat *st)
{
	uint64_t present;

	return stamp->device == (uint64_t)st->st_dev &&
	    stamp->inode == (uint64_t)st->st_ino &&
	    listing_names(path, &present) && present == names;
}

static bool
is_unchanged(struct reader *r, struct place_of_files *at)
{
	const char *name;
	struct stamp stamp;
	uint64_t names;
	unsigned char kind;
	uint32_t type;
	struct stat st;

	if (!take(r, &kind, 1) || (name = take_string(r)) == NULL)
		return false;
	if (fstatat(at->fd, name_at(at, name), &st, 0) == -1)
		return kind == SEEN_ABSENT && (errno == ENOENT ||
		    errno == ENOTDIR);
	switch (kind) {
	case SEEN_THERE:
		return take(r, &type, sizeof type) &&
		    type == (uint32_t)(st.st_mode & S_IFMT);
	case SEEN_FILE:
		return take(r, &stamp, sizeof stamp) &&
		    is_same_stamp(&stamp, &st);
	case SEEN_FOLDER:
		return take(r, &stamp, sizeof stamp) &&
		    take(r, &names, sizeof names) && S_ISDIR(st.st_mode) &&
		    (is_same_stamp(&stamp, &st) || has_same_names(
		    whole_path(at, name), &stamp, names, &st));
	}
	return false;
}

static bool
is_folder_unchanged(struct reader *r)
{
	struct place_of_files at = { .fd = AT_FDCWD };
	uint64_t count;
	bool same;

	if (!take(r, &count, sizeof count) ||
	    (at.folder = take_string(r)) == NULL)
		return false;
	if (count >= FILES_FOR_FOLDER && *at.folder != '\0')
		at.fd = open(at.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (at.fd == -1)
		at.fd = AT_FDCWD;
	for (same = true; count > 0 && same; count--)
		same = is_unchanged(r, &at);
	if (at.fd != AT_FDCWD)
		close(at.fd);
	buf_release(&at.path);
	return same;
}

static uint64_t
hash_of_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct cache_piece piece = { .length = 0 };
	uint64_t hash = HASH_START;
	ssize_t n;

	if (fd == -1)
		return 0;
	do {
		n = seen_read(fd, piece.bytes + piece.length,
		    sizeof piece.bytes - piece.length);
		piece.length += n > 0 ? (size_t)n : 0;
		if (n == 0 || piece.length == sizeof piece.bytes)
			hash = cache_hash_piece(hash, &piece);
	} while (n > 0);
	close(fd);
	return n == 0 ? hash : 0;
}

/*
 * Whether an output is the feed that was left.  One that was young, and whose
 * bytes tell that it is, can be old by now: that is put into the cache.
 */
static bool
is_output_unchanged(struct reader *r, long long start, bool *has_aged)
{
	const char *path = take_string(r);
	struct cache_output left;
	char *here = r->p;
	struct stat st;

	if (path == NULL || !take(r, &left, sizeof left) ||
	    stat(path, &st) == -1 || !S_ISREG(st.st_mode) ||
	    !is_same_stamp(&left.stamp, &st))
		return false;
	if (!left.is_young)
		return true;
	if (left.hash == 0 || hash_of_file(path) != left.hash)
		return false;
	if (!stamp_is_recent(&left.stamp, start)) {
		left.is_young = 0;
		memcpy(here, &left, sizeof left);
		*has_aged = true;
	}
	return true;
}

static bool
has_good_hash(const struct buf *file)
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

static bool
holds(struct cache *c, bool *has_aged)
{
	struct reader r = { c->file.bytes,
	    c->file.length - sizeof(struct cache_trailer) };
	struct cache_header header;
	uint64_t i;

	if (!take(&r, &header, sizeof header) ||
	    header.layout != CACHE_LAYOUT || header.key != c->key ||
	    c->now < header.now || c->now >= header.due)
		return false;
	for (i = 0; i < header.folders; i++)
		if (!is_folder_unchanged(&r))
			return false;
	for (i = 0; i < header.outputs; i++)
		if (!is_output_unchanged(&r, c->start, has_aged))
			return false;
	if (header.messages != r.left)
		return false;
	c->due = header.due;
	c->status = (int)header.status;
	buf_add(&c->messages, r.p, r.left);
	return true;
}

bool
cache_holds(struct cache *c)
{
	bool has_aged = false;

	if (!has_good_hash(&c->file) || !holds(c, &has_aged))
		return false;
	if (has_aged) {
		c->file.length -= sizeof(struct cache_trailer);
		/* If it cannot be written, the feed is compared again. */
		if (!cache_write(c->path, &c->file))
			errno = 0;
	}
	return true;
}

void
cache_release(struct cache *c)
{
	buf_release(&c->file);
	buf_release(&c->messages);
}
