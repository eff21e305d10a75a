/*
 * Saving a cache.
 */
#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "feed/cache.h"
#include "feed/cache_parts.h"

static ssize_t
read_held(void *reader, char *bytes, size_t n)
{
	return out_read(reader, bytes, n);
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
	/* In a young folder, compare names, not the unreliable time. */
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

/* Returns the number of folders. */
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
	struct out_reader reader = { .out = out };
	struct stat st;

	if (stat(out->path, &st) == -1)
		return false;
	left.stamp = stamp_of(&st);
	left.is_young = stamp_is_recent(&left.stamp, start);
	if (left.is_young)
		left.hash = cache_hash(read_held, &reader);
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
