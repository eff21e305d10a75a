/*
 * A cache that is damaged anywhere is not trusted; and an intact one returns
 * what it recorded of a run.
 */
#define _XOPEN_SOURCE 700
#define _DARWIN_C_SOURCE	/* mkdtemp() */

#include <stdlib.h>
#include <unistd.h>

#include "feed/cache.h"
#include "tap.h"

#define KEY 12345
#define START 4000000000	/* all files are old by then */

static char folder[] = "/tmp/post2feed-unit-XXXXXX";

static void
write_bytes(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL || fwrite(bytes, 1, n, f) != n || fclose(f) != 0) {
		perror(path);
		exit(1);
	}
}

/* Look at the working folder in every way. */
static void
look(void)
{
	struct listing all;
	struct stat st;

	seen_start();
	seen_stat("a.md", &st);
	close(seen_open("a.md"));
	seen_exists("posts");
	seen_exists("missing");
	if (listing_open(&all, "posts")) {
		while (listing_next(&all) != NULL)
			;
		listing_close(&all);
	}
	seen_due(START + 100);
	seen_due(START + 50);
}

static struct cache
new_cache(long long now)
{
	return (struct cache){ .path = "cache", .key = KEY, .start = START,
	    .now = now };
}

/* Leave a cache of a run that wrote one feed. */
static bool
save(void)
{
	struct cache c = new_cache(START);
	struct spool spool;
	struct output output;
	const struct outputs outputs = { .items = &output, .count = 1 };
	struct seen_notes notes;
	bool ok;

	memset(&output, 0, sizeof output);
	spool_init(&spool);
	out_init(&output.out, "feed", &spool);
	out_add(&output.out, "a feed", 6);
	c.status = 1;
	buf_puts(&c.messages, "said\n");
	ok = seen_stop(&notes, START) && notes.doubt == NULL &&
	    cache_save(&c, &notes, &outputs);
	out_release(&output.out);
	spool_release(&spool);
	cache_release(&c);
	return ok;
}

static bool
holds_at(long long now, uint64_t key)
{
	struct cache c = new_cache(now);
	bool ok;

	c.key = key;
	ok = cache_read(&c) == CACHE_OURS && cache_holds(&c);
	if (ok)
		ok = c.status == 1 && strcmp(c.messages.bytes, "said\n") == 0;
	cache_release(&c);
	return ok;
}

static bool
holds(void)
{
	return holds_at(START, KEY);
}

static void
test_present(void)
{
	tap_ok(holds(), "an unchanged folder");
	tap_ok(holds_at(START + 49, KEY), "before the day when it changes");
	tap_ok(!holds_at(START + 50, KEY), "on the day when it changes");
	tap_ok(!holds_at(START - 1, KEY), "on a day before");
	tap_ok(!holds_at(START, KEY + 1), "for another run");
}

static void
test_damage(const struct buf *whole)
{
	char *copy = malloc(whole->length + 1);
	size_t i, bit, flips = 0, ends = 0;

	for (i = 0; copy != NULL && i < whole->length; i++) {
		memcpy(copy, whole->bytes, whole->length);
		for (bit = 0; bit < 8; bit++) {
			copy[i] = (char)(whole->bytes[i] ^ 1 << bit);
			write_bytes("cache", copy, whole->length);
			flips += holds();
		}
		write_bytes("cache", whole->bytes, i);
		ends += holds();
	}
	free(copy);
	tap_ok(flips == 0, "each of %zu bits is wrong", 8 * whole->length);
	tap_ok(ends == 0, "cut at each of %zu bytes", whole->length);
	write_bytes("cache", whole->bytes, whole->length);
	tap_ok(holds(), "put back");
}

static void
test_kinds(void)
{
	struct cache c = new_cache(START);

	write_bytes("cache", "", 0);
	tap_ok(cache_read(&c) == CACHE_NONE, "an empty file is not a cache");
	write_bytes("cache", "title: Rain\n", 12);
	tap_ok(cache_read(&c) == CACHE_FOREIGN, "settings are not ours");
	c.path = "posts";
	tap_ok(cache_read(&c) == CACHE_FOREIGN, "a folder is not ours");
	c.path = "missing";
	tap_ok(cache_read(&c) == CACHE_NONE, "a missing file is not a cache");
	c.path = "a.md/cache";
	tap_ok(cache_read(&c) == CACHE_CLOSED, "a non-folder is closed");
	cache_release(&c);
}

static void
test_changes(void)
{
	struct cache c = new_cache(START);
	struct buf whole = { 0 };

	tap_ok(cache_read(&c) == CACHE_OURS, "a cache was left");
	buf_add(&whole, c.file.bytes, c.file.length);
	cache_release(&c);
	test_present();
	test_damage(&whole);
	write_bytes("posts/new.md", "", 0);
	tap_ok(!holds(), "a file was added");
	unlink("posts/new.md");
	tap_ok(holds(), "it is gone again");
	write_bytes("missing", "", 0);
	tap_ok(!holds(), "an absent file appeared");
	unlink("missing");
	write_bytes("a.md", "b", 1);
	tap_ok(!holds(), "a file has other bytes");
	buf_release(&whole);
}

static void
test_doubts(void)
{
	struct stamp young = { .modified = START - 1 }, old = { .modified =
	    START - SEEN_RECENT - 1 };
	struct seen_notes notes;

	tap_ok(stamp_is_recent(&young, START), "a second old is young");
	tap_ok(!stamp_is_recent(&old, START), "three seconds old is not");
	tap_ok(!seen_stop(&notes, START), "no notes were taken");
	seen_start();
	close(seen_open("a.md"));
	write_bytes("a.md", "other", 5);
	close(seen_open("a.md"));
	seen_stop(&notes, START);
	tap_ok(notes.doubt != NULL && strcmp(notes.doubt, "a.md") == 0,
	    "a file that changes while it is read");
	seen_release();
}

int
main(void)
{
	if (mkdtemp(folder) == NULL || chdir(folder) == -1 ||
	    mkdir("posts", 0700) == -1)
		return 1;
	write_bytes("a.md", "a", 1);
	write_bytes("posts/b.md", "b", 1);
	write_bytes("feed", "a feed", 6);
	look();
	tap_ok(save(), "a cache is left");
	seen_release();
	test_changes();
	test_kinds();
	test_doubts();
	unlink("cache");
	unlink("feed");
	unlink("a.md");
	unlink("posts/b.md");
	rmdir("posts");
	rmdir(folder);
	return tap_end();
}
