/*
 * Any bytes as a site: the settings of a generator, posts and whatever else is
 * read from it.  The program must end with a feed, or say why there is none.
 *
 * A line "==== NAME" begins a file; tests/fuzz/run makes such inputs from the
 * cases.  The files are written to disk, since that is how they are found.
 */
#define _XOPEN_SOURCE 700	/* nftw() */
#define _DARWIN_C_SOURCE	/* mkdtemp() */

#include <assert.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

/* The program as a whole. */
#define main post2feed_main
#include "main.c"
#undef main

#define MARK "==== "
#define NAME_MAX_LENGTH 100

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static char folder[] = "/tmp/post2feed-fuzz-XXXXXX";

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	if (at->level > 0 && remove(path) == -1)
		abort();
	return 0;
}

static void
empty_folder(void)
{
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void
remove_folder(void)
{
	empty_folder();
	rmdir(folder);
}

/* Whether a name stays in the folder and has no part "." or "..". */
static bool
is_good(const char *name)
{
	return *name != '\0' && *name != '/' &&
	    strlen(name) <= NAME_MAX_LENGTH && strstr(name, "..") == NULL &&
	    strstr(name, "//") == NULL && strstr(name, "/.") == NULL &&
	    strncmp(name, "./", 2) != 0 && name[strlen(name) - 1] != '/';
}

static void
write_file(const char *name, const char *bytes, size_t n)
{
	struct buf path = { 0 };
	FILE *file;
	char *p;

	if (!is_good(name))
		return;
	buf_printf(&path, "%s/%s", folder, name);
	for (p = path.bytes + sizeof folder; *p != '\0'; p++)
		if (*p == '/') {
			*p = '\0';
			mkdir(path.bytes, 0777);
			*p = '/';
		}
	file = fopen(path.bytes, "w");
	if (file != NULL) {
		fwrite(bytes, 1, n, file);
		fclose(file);
	}
	buf_release(&path);
}

/* The next line that begins a file, or the end. */
static const char *
next_mark(const char *p, const char *end)
{
	const size_t n = strlen(MARK);

	for (; p != NULL && (size_t)(end - p) > n; p++) {
		if (memcmp(p, MARK, n) == 0)
			return p;
		p = memchr(p, '\n', (size_t)(end - p));
		if (p == NULL)
			break;
	}
	return end;
}

static void
write_site(const char *p, const char *end)
{
	char name[NAME_MAX_LENGTH + 2];
	const char *line_end, *next;
	size_t n;

	for (p = next_mark(p, end); p < end; p = next) {
		p += strlen(MARK);
		line_end = memchr(p, '\n', (size_t)(end - p));
		if (line_end == NULL)
			return;
		n = (size_t)(line_end - p);
		next = next_mark(line_end + 1, end);
		if (n >= sizeof name)
			continue;
		memcpy(name, p, n);
		name[n] = '\0';
		write_file(name, line_end + 1, (size_t)(next - line_end) - 1);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const more[] = {
		"--generator=astro", "--generator=docusaurus",
		"--generator=eleventy", "--generator=franklin",
		"--generator=gatsby", "--generator=hexo", "--generator=hugo",
		"--generator=jekyll", "--generator=nikola",
		"--generator=pelican", "--generator=zola", "--drafts",
		"--all-languages", "--verify", "--limit=2"
	};
	const size_t choices = 2 * sizeof more / sizeof *more;
	static char quiet[] = "-q", go_on[] = "-k", jobs[] = "-j1",
	    output[] = "-o/dev/null", program[] = "post2feed";
	const char *text = (const char *)data;
	char option[32] = "--future";
	char *arguments[] = {
		program, quiet, go_on, jobs, output, option, folder, NULL
	};
	int status;

	if (folder[sizeof folder - 2] == 'X') {
		assert(mkdtemp(folder) != NULL);
		atexit(remove_folder);
	}
	/* Otherwise leave the settings of the site alone. */
	if (size % choices < sizeof more / sizeof *more)
		snprintf(option, sizeof option, "%s", more[size % choices]);
	empty_folder();
	write_site(text, text + size);
	status = post2feed_main((int)(sizeof arguments / sizeof *arguments) -
	    1, arguments);
	if (status > 1) {
		fprintf(stderr, "status %d of %s\n", status, option);
		abort();
	}
	return 0;
}
