/*
 * The half of the cache that leaves one.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <signal.h>
#include <string.h>

#include "base/hash.h"
#include "feed/cache.h"
#include "feed/cache_parts.h"

/* Never over something else, which may have come since it was read. */
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
	/* None stops the run while there is a temporary file. */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	ok = write_file(path, bytes);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return ok;
}

uint64_t
cache_hash_piece(uint64_t hash, struct cache_piece *piece)
{
	hash = hash_bytes(hash, piece->bytes, piece->length);
	piece->length = 0;
	return hash;
}

/* Of a feed that is held; 0: it cannot be read, or there is no such hash. */
static uint64_t
hash_of_out(struct out *out)
{
	struct cache_piece piece = { .length = 0 };
	struct out_reader reader = { .out = out };
	uint64_t hash = HASH_START;
	ssize_t n;

	do {
		n = out_read(&reader, piece.bytes + piece.length,
		    sizeof piece.bytes - piece.length);
		piece.length += n > 0 ? (size_t)n : 0;
		if (n == 0 || piece.length == sizeof piece.bytes)
			hash = cache_hash_piece(hash, &piece);
	} while (n > 0);
	return n == 0 ? hash : 0;
}

static void
put(struct buf *out, const void *bytes, size_t n)
{
	buf_add(out, bytes, n);
}

static void
put_string(struct buf *out, const char *s)
{
	buf_add(out, s, strlen(s) + 1);
}

static void
put_seen(struct buf *out, const struct seen *seen, long long start)
{
	struct stamp stamp = seen->stamp;

	buf_putc(out, (char)seen->kind);
	put_string(out, seen->path + seen->folder);
	if (seen->kind == SEEN_THERE)
		put(out, &seen->type, sizeof seen->type);
	/* The names in a folder tell what the time of a young one cannot. */
	if (seen->kind == SEEN_FOLDER && stamp_is_recent(&stamp, start))
		stamp.changed = 0;
	if (seen->kind >= SEEN_FILE)
		put(out, &stamp, sizeof stamp);
	if (seen->kind == SEEN_FOLDER)
		put(out, &seen->names, sizeof seen->names);
}

static bool
is_beside(const struct seen *a, const struct seen *b)
{
	return a->folder == b->folder &&
	    memcmp(a->path, b->path, a->folder) == 0;
}

/* How many folders there were. */
static uint64_t
put_notes(struct buf *out, const struct arena_list *list, long long start)
{
	const struct seen *first;
	uint64_t folders = 0, count;
	size_t i = 0, end;

	for (; i < list->count; folders++) {
		first = list->items[i];
		for (end = i; end < list->count &&
		    is_beside(first, list->items[end]); end++)
			;
		count = end - i;
		put(out, &count, sizeof count);
		buf_add(out, first->path, first->folder);
		buf_putc(out, '\0');
		for (; i < end; i++)
			put_seen(out, list->items[i], start);
	}
	return folders;
}

static bool
put_output(struct buf *file, struct out *out, long long start)
{
	struct cache_output left = { .hash = 0 };
	struct stat st;

	if (stat(out->path, &st) == -1)
		return false;
	left.stamp = stamp_of(&st);
	left.is_young = stamp_is_recent(&left.stamp, start);
	if (left.is_young)
		left.hash = hash_of_out(out);
	put_string(file, out->path);
	put(file, &left, sizeof left);
	return true;
}

bool
cache_save(struct cache *c, const struct seen_notes *notes,
    const struct outputs *outputs)
{
	struct cache_header header = { .layout = CACHE_LAYOUT, .key = c->key,
	    .now = c->now, .due = notes->due, .status = c->status,
	    .outputs = outputs->count, .messages = c->messages.length };
	struct buf file = { 0 };
	bool ok = true;
	size_t i;

	memcpy(header.magic, CACHE_MAGIC, CACHE_MAGIC_SIZE);
	put(&file, &header, sizeof header);
	header.folders = put_notes(&file, &notes->list, c->start);
	memcpy(file.bytes, &header, sizeof header);
	for (i = 0; i < outputs->count && ok; i++)
		ok = put_output(&file, &outputs->items[i].out,
		    c->start);
	if (c->messages.length > 0)
		put(&file, c->messages.bytes, c->messages.length);
	ok = ok && cache_write(c->path, &file);
	buf_release(&file);
	return ok;
}
