/*
 * The contents of a folder come in the order of their names, however many there
 * are and however long their common prefixes.
 */
#define _XOPEN_SOURCE 700
#define _DARWIN_C_SOURCE	/* mkdtemp() */

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/contents.h"
#include "pick.h"
#include "tap.h"

#define FILES 150

static char folder[] = "/tmp/post2feed-unit-XXXXXX";

/* A name of up to 19 letters; many have a long common prefix. */
static void
make_file(uint64_t *state)
{
	static const char letters[] = "aB-_.0~";
	char name[21] = "x";
	size_t n = 1 + pick(state, 19), i;
	int fd;

	for (i = 1; i <= n; i++)
		name[i] = letters[pick(state, i < 4 ? 2 : i < 15 ? 1 : 7)];
	fd = open(name, O_CREAT | O_WRONLY, 0600);
	if (fd == -1) {
		perror(name);
		exit(1);
	}
	close(fd);
}

static size_t
count_sorted(const struct contents *all)
{
	size_t n = 0;

	while (n < all->count && (n == 0 ||
	    strcmp(all->items[n - 1].path, all->items[n].path) < 0))
		n++;
	return n;
}

static void
remove_all(const struct contents *all)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		unlink(all->items[i].path);
}

int
main(void)
{
	struct arena arena = { 0 };
	struct contents all;
	uint64_t state = 1;
	size_t made = 0, last = 0;
	bool ok = true;

	if (mkdtemp(folder) == NULL || chdir(folder) == -1) {
		perror(folder);
		return 1;
	}
	while (ok && made < FILES) {
		ok = contents_read(&all, &arena, ".") &&
		    all.count >= last && count_sorted(&all) == all.count;
		last = all.count;
		contents_release(&all);
		make_file(&state);
		made++;
	}
	tap_ok(ok && last > FILES / 2, "up to %zu names", last);
	if (contents_read(&all, &arena, "."))
		remove_all(&all);
	contents_release(&all);
	tap_ok(rmdir(folder) == 0, "all names were there");
	arena_release(&arena);
	return tap_end();
}
