/* What collects in memory, and then in a file, is what was added. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* How much memory there is a name for; 0: it is not known. */
static unsigned long long
address_space(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	unsigned long long pages = 0;

	if (file == NULL)
		return 0;
	if (fscanf(file, "%llu", &pages) != 1)
		pages = 0;
	fclose(file);
	return pages * (unsigned long long)sysconf(_SC_PAGESIZE);
}

/* As where addresses have 32 bits. */
static void
test_without_room(void)
{
	const size_t size = 16 * SPOOL_MEMORY + 5;
	struct rlimit old, few;
	struct spool s;
	bool ok;

	spool_init(&s);
	fill(&s, size);
	ok = getrlimit(RLIMIT_AS, &old) == 0;
	few = old;
	few.rlim_cur = (rlim_t)address_space() + 2 * SPOOL_MEMORY;
	ok = ok && setrlimit(RLIMIT_AS, &few) == 0;
	tap_ok(ok && has(&s, size), "what cannot be mapped is there, too");
	setrlimit(RLIMIT_AS, &old);
	spool_release(&s);
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
	if (address_space() > 0)
		test_without_room();
	return tap_end();
}
