/*
 * What was added to a spool can be read again, wherever it begins: in memory,
 * in the file, or in both; and also if there can be no file.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/spool.h"
#include "pick.h"
#include "tap.h"

enum { ADDED = 400 };

struct added {
	off_t	 start;
	size_t	 length;
};

/* The byte at an offset. */
static char
byte_at(off_t offset)
{
	return (char)(offset * 7 + offset / 251 + offset / 65537);
}

/* In parts, some of them empty if fewer would do. */
static off_t
add_parts(struct spool *s, char *bytes, size_t n)
{
	static uint64_t state = 20240401;
	struct iovec parts[SPOOL_PARTS];
	unsigned count = 1 + pick(&state, SPOOL_PARTS), i;
	size_t done = 0;

	for (i = 0; i < count; i++) {
		parts[i].iov_len = i + 1 == count ? n - done :
		    pick(&state, (unsigned)(n - done) + 1);
		parts[i].iov_base = parts[i].iov_len == 0 ? NULL :
		    bytes + done;
		done += parts[i].iov_len;
	}
	return spool_add_parts(s, parts, (int)count);
}

static void
add(struct spool *s, struct added *added, size_t n)
{
	static char bytes[300 * 1024];
	off_t start;
	size_t i;

	added->length = n;
	added->start = s->written + (off_t)s->held.length;
	for (i = 0; i < n; i++)
		bytes[i] = byte_at(added->start + (off_t)i);
	start = n % 2 == 0 ? add_parts(s, bytes, n) : spool_add(s, bytes, n);
	if (start != added->start)
		tap_ok(false, "%zu bytes begin elsewhere", n);
}

static bool
is_there(struct spool *s, const struct added *added)
{
	size_t done, n, i;
	const char *view;

	for (done = 0; done < added->length; done += n) {
		n = added->length - done;
		view = spool_view(s, added->start + (off_t)done, &n);
		if (view == NULL || n == 0 || n > added->length - done)
			return false;
		for (i = 0; i < n; i++)
			if (view[i] != byte_at(added->start +
			    (off_t)(done + i)))
				return false;
		spool_forget(s);
	}
	return true;
}

static bool
all_are_there(struct spool *s, const struct added *added, size_t count)
{
	size_t i;

	for (i = count; i > 0; i--)
		if (!is_there(s, &added[i - 1]))
			return false;
	return true;
}

/* The size of the address space in use; 0: not known. */
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

static void
test_sizes(unsigned most, const char *name)
{
	static struct added added[ADDED];
	struct spool spool;
	uint64_t state = most;
	bool ok = true;
	size_t i;

	spool_init(&spool);
	for (i = 0; i < ADDED; i++) {
		add(&spool, &added[i], i % 50 == 0 ? 65536 :
		    pick(&state, most));
		if (i % 100 == 99)
			ok = ok && all_are_there(&spool, added, i + 1);
	}
	tap_ok(ok && spool.error == 0, "%s, %s", name, spool.fd == -1 ?
	    "in memory" : "in a file");
	spool_release(&spool);
}

static void
test_limit(size_t n, bool has_file)
{
	struct added added;
	struct spool spool;

	spool_init(&spool);
	add(&spool, &added, n / 2);
	add(&spool, &added, n - n / 2);
	tap_ok((spool.fd != -1) == has_file && is_there(&spool, &added),
	    "%zu bytes are %s", n, has_file ? "in a file" : "in memory");
	spool_release(&spool);
}

static void
test_without_file(void)
{
	struct rlimit none, before;

	if (getrlimit(RLIMIT_NOFILE, &before) == -1)
		return;
	none = before;
	none.rlim_cur = 0;
	setrlimit(RLIMIT_NOFILE, &none);
	test_sizes(20000, "no file can be made");
	setrlimit(RLIMIT_NOFILE, &before);
}

/* As with 32-bit addresses. */
static void
test_without_room(void)
{
	static struct added added[ADDED];
	struct rlimit few, before;
	struct spool spool;
	bool ok;
	size_t i;

	spool_init(&spool);
	for (i = 0; i < ADDED; i++)
		add(&spool, &added[i], 48 * 1024 + 1);
	ok = getrlimit(RLIMIT_AS, &before) == 0;
	few = before;
	few.rlim_cur = (rlim_t)address_space() + 2 * SPOOL_MEMORY;
	ok = ok && setrlimit(RLIMIT_AS, &few) == 0;
	tap_ok(ok && all_are_there(&spool, added, ADDED),
	    "what cannot be mapped can be read, too");
	setrlimit(RLIMIT_AS, &before);
	spool_release(&spool);
}

static void
test_error(void)
{
	struct spool spool;
	struct added added;
	size_t n = 1;

	spool_init(&spool);
	add(&spool, &added, 10);
	spool.error = 5;
	tap_ok(spool_view(&spool, 0, &n) == NULL, "an error is reported");
	spool_release(&spool);
}

int
main(void)
{
	test_sizes(10, "small ones");
	test_sizes(20000, "some kilobytes");
	test_sizes(300 * 1024, "larger than pieces");
	test_limit(SPOOL_MEMORY - 1, false);
	test_limit(SPOOL_MEMORY, true);
	test_without_file();
	if (address_space() > 0)
		test_without_room();
	test_error();
	return tap_end();
}
