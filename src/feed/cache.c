#define _XOPEN_SOURCE 700	/* S_IFMT */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "feed/cache.h"
#include "feed/cache_parts.h"

/* The least number of files for which opening their folder pays. */
#define FILES_FOR_FOLDER 3

/* The bytes of a cache that are still to be read. */
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

/* A string, in place; NULL: it is not terminated. */
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

/* A folder whose files are examined. */
struct place_of_files {
	const char	*folder;	/* with its slash; "": none */
	int		 fd;		/* AT_FDCWD: use whole paths */
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

/* The name of a file relative to the descriptor. */
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
 * A folder changes when a file is written next to others and renamed, as the
 * feed and the cache are, but in the end it has the same names.
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

static ssize_t
read_output(void *fd, char *bytes, size_t n)
{
	return seen_read(*(const int *)fd, bytes, n);
}

static uint64_t
hash_of_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	uint64_t hash;

	if (fd == -1)
		return 0;
	hash = cache_hash(read_output, &fd);
	close(fd);
	return hash;
}

/*
 * Whether an output is the feed that was left.  If it was young then, its bytes
 * are compared; if it is old by now, the cache is updated to say so.
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

	if (!cache_is_whole(&c->file) || !holds(c, &has_aged))
		return false;
	if (has_aged) {
		c->file.length -= sizeof(struct cache_trailer);
		/* If that fails, the feed is compared again next time. */
		if (!cache_write(c->path, &c->file))
			errno = 0;
	}
	return true;
}
