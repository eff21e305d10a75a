#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE		/* d_type, where the system has it */

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/contents.h"
#include "base/mem.h"
#include "base/seen.h"

/* Most systems say it with the name; what a link leads to, none. */
static enum contents_kind
kind_of_entry(const struct dirent *entry)
{
#ifdef DT_REG
	if (entry->d_type == DT_REG)
		return CONTENTS_FILE;
	if (entry->d_type == DT_DIR)
		return CONTENTS_FOLDER;
#else
	(void)entry;
#endif
	return CONTENTS_UNKNOWN;
}

static enum contents_kind
kind_of_mode(mode_t mode)
{
	if (S_ISDIR(mode))
		return CONTENTS_FOLDER;
	return S_ISREG(mode) ? CONTENTS_FILE : CONTENTS_OTHER;
}

enum contents_kind
contents_kind_of(const char *path)
{
	struct stat st;

	return seen_stat(path, &st) ? kind_of_mode(st.st_mode) :
	    CONTENTS_UNKNOWN;
}

enum contents_kind
contents_kind_itself(const struct contents_entry *entry)
{
	struct stat st;

	if (entry->kind != CONTENTS_UNKNOWN || lstat(entry->path, &st) == -1)
		return entry->kind;
	return kind_of_mode(st.st_mode);
}

/* Few names begin alike for so long that they have to be looked up. */
static inline bool
is_before(const struct contents_entry *a, const struct contents_entry *b)
{
	return a->start != b->start ? a->start < b->start :
	    strcmp(a->path, b->path) < 0;
}

/* One sorted run of two, of which the second begins where the first ends. */
static void
merge(struct contents_entry *out, const struct contents_entry *a,
    const struct contents_entry *b, const struct contents_entry *end)
{
	const struct contents_entry *end_of_a = b;

	while (a < end_of_a && b < end)
		*out++ = is_before(b, a) ? *b++ : *a++;
	while (a < end_of_a)
		*out++ = *a++;
	while (b < end)
		*out++ = *b++;
}

/*
 * Most of the work of qsort(3) is to call who compares: for a folder of
 * thousands, a thirtieth of all there is to do for its newest posts.
 */
static void
sort(struct contents *all)
{
	const size_t n = all->count;
	struct contents_entry *from = all->items, *to, *spare;
	size_t run, i, middle, end;

	to = mem_alloc(n * sizeof *to);
	for (run = 1; run < n; run *= 2) {
		for (i = 0; i < n; i = end) {
			middle = n - i < run ? n : i + run;
			end = n - middle < run ? n : middle + run;
			merge(to + i, from + i, from + middle, from + end);
		}
		spare = from;
		from = to;
		to = spare;
	}
	all->items = from;
	all->room = n;
	mem_free(to);
}

static uint64_t
start_of(const char *name, size_t n)
{
	char padded[8] = "";
	uint64_t start = 0;
	size_t i;

	if (n < sizeof padded)
		name = memcpy(padded, name, n);
	for (i = 0; i < sizeof padded; i++)
		start = start << 8 | (unsigned char)name[i];
	return start;
}

/* What the paths of all that lies in a folder begin with: nothing in ".". */
static size_t
length_of_start(const char *folder)
{
	size_t n = strlen(folder);

	if (strcmp(folder, ".") == 0)
		return 0;
	return strcmp(folder, "/") == 0 ? n : n + 1;
}

static void
add_entry(struct contents *all, const struct contents_entry *entry)
{
	if (all->count == all->room) {
		all->room = all->room == 0 ? 32 : all->room * 2;
		all->items = mem_realloc(all->items, all->room *
		    sizeof *all->items);
	}
	all->items[all->count++] = *entry;
}

static bool
list(struct listing *listing, struct arena *a, struct contents *all)
{
	const size_t start = length_of_start(all->folder);
	const struct dirent *entry;
	struct stat st;
	size_t n;
	char *path;

	if (fstat(dirfd(listing->dir), &st) == -1)
		return false;
	all->device = st.st_dev;
	all->inode = st.st_ino;
	while ((entry = listing_next(listing)) != NULL) {
		n = strlen(entry->d_name);
		path = arena_text(a, start + n);
		memcpy(path, all->folder, start);
		if (start > 0)
			path[start - 1] = '/';
		memcpy(path + start, entry->d_name, n);
		add_entry(all, &(struct contents_entry){
		    .start = start_of(entry->d_name, n), .path = path,
		    .kind = kind_of_entry(entry) });
	}
	return errno == 0;
}

bool
contents_read(struct contents *all, struct arena *a, const char *folder)
{
	struct listing listing;
	bool is_whole;
	int error;

	*all = (struct contents){ .folder = folder };
	if (!listing_open(&listing, folder))
		return false;
	is_whole = list(&listing, a, all);
	error = errno;
	listing_close(&listing);
	errno = error;
	if (!is_whole)
		mem_free(all->items);
	else if (all->count > 1)
		sort(all);
	return is_whole;
}

void
contents_release(struct contents *all)
{
	mem_free(all->items);
}
