/* What collects in memory, and then in a file, is what was added. */
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/spool.h"
#include "tap.h"

#define CHUNK (48u * 1024 + 1)

/* The byte at an offset. */
static char
byte_at(off_t offset)
{
	return (char)('a' + offset * 7 / 5 % 26);
}

static void
fill(struct spool *s, size_t size)
{
	char *bytes = mem_alloc(CHUNK);
	size_t done, n, i;

	for (done = 0; done < size; done += n) {
		n = size - done < CHUNK ? size - done : CHUNK;
		for (i = 0; i < n; i++)
			bytes[i] = byte_at((off_t)(done + i));
		if (spool_add(s, bytes, n) != (off_t)done)
			break;
	}
	mem_free(bytes);
}

static bool
has(struct spool *s, size_t size)
{
	size_t at, n, i;
	const char *view;

	for (at = 0; at < size; at += n) {
		n = size - at;
		view = spool_view(s, (off_t)at, &n);
		if (view == NULL || n == 0 || n > size - at)
			return false;
		for (i = 0; i < n; i++)
			if (view[i] != byte_at((off_t)(at + i)))
				return false;
		spool_forget(s);
	}
	return true;
}

/* The output may go to the same disk, where each block counts. */
static bool
holds_no_more_than(const struct spool *s, size_t size)
{
	struct stat st;

	if (s->fd == -1)
		return true;
	return fstat(s->fd, &st) == 0 &&
	    (unsigned long long)st.st_blocks * 512 <= size + 128 * 1024;
}

int
main(void)
{
	static const size_t sizes[] = {
		1, CHUNK, SPOOL_MEMORY - 1, SPOOL_MEMORY, SPOOL_MEMORY + 1,
		SPOOL_MEMORY + 64 * 1024, 2 * SPOOL_MEMORY + 77,
		3 * SPOOL_MEMORY + 64 * 1024 - 1
	};
	struct spool s;
	size_t i;

	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		spool_init(&s);
		fill(&s, sizes[i]);
		tap_ok(has(&s, sizes[i]), "%zu bytes are there", sizes[i]);
		tap_ok(holds_no_more_than(&s, sizes[i]),
		    "%zu bytes take no more when they are read", sizes[i]);
		spool_release(&s);
	}
	return tap_end();
}
