#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE		/* d_type, if the system has it */

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/contents.h"
#include "base/mem.h"
#include "base/seen.h"

/* Most systems return it with the name, none for the target of a link. */
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

/* A name that was read, until all are sorted. */
struct name {
	uint64_t	 start[2];	/* its start, ordered as by strcmp */
	size_t		 at;		/* offset in the text of all names */
	enum contents_kind kind;
};

#define START sizeof ((struct name *)NULL)->start

struct names {
	struct buf	 text;		/* each with its NUL */
	struct name	*items;
	size_t		 count, room;
};

/* Few names have such a long common prefix that all of it must be compared. */
static inline bool
is_before(const struct name *a, const struct name *b, const char *text)
{
	if (a->start[0] != b->start[0])
		return a->start[0] < b->start[0];
	return a->start[1] != b->start[1] ? a->start[1] < b->start[1] :
	    strcmp(text + a->at, text + b->at) < 0;
}

/* Merge two sorted runs; the second begins where the first ends. */
static void
merge(struct name *out, const struct name *a, const struct name *b,
    const struct name *end, const char *text)
{
	const struct name *end_of_a = b;

	while (a < end_of_a && b < end)
		*out++ = is_before(b, a, text) ? *b++ : *a++;
	while (a < end_of_a)
		*out++ = *a++;
	while (b < end)
		*out++ = *b++;
}

/*
 * Most of the work of qsort(3) is calling the comparison function: in a folder
 * of thousands, a thirtieth of a whole run for its newest posts.
 */
static void
sort(struct names *all)
{
	const size_t n = all->count;
	struct name *from = all->items, *to, *spare;
	size_t run, i, middle, end;

	to = mem_alloc(n * sizeof *to);
	for (run = 1; run < n; run *= 2) {
		for (i = 0; i < n; i = end) {
			middle = n - i < run ? n : i + run;
			end = n - middle < run ? n : middle + run;
			merge(to + i, from + i, from + middle, from + end,
			    all->text.bytes);
		}
		spare = from;
		from = to;
		to = spare;
	}
	all->items = from;
	mem_free(to);
}

/* Spelled out so that compilers recognize a single load. */
static inline uint64_t
number_of(const char *bytes)
{
	const unsigned char *b = (const unsigned char *)bytes;

	return (uint64_t)b[0] << 56 | (uint64_t)b[1] << 48 |
	    (uint64_t)b[2] << 40 | (uint64_t)b[3] << 32 |
	    (uint64_t)b[4] << 24 | (uint64_t)b[5] << 16 |
	    (uint64_t)b[6] << 8 | (uint64_t)b[7];
}

/*
 * No two names are equal, so they differ at the end of the shorter one at the
 * latest, and what follows it in the text does not matter.
 */
static void
note_starts(struct names *all)
{
	const char *name;
	size_t i;

	memset(buf_reserve(&all->text, START), 0, START);
	for (i = 0; i < all->count; i++) {
		name = all->text.bytes + all->items[i].at;
		all->items[i].start[0] = number_of(name);
		all->items[i].start[1] = number_of(name + START / 2);
	}
}

/* The length of the prefix of all paths in a folder: none for ".". */
static size_t
length_of_start(const char *folder)
{
	size_t n = strlen(folder);

	if (strcmp(folder, ".") == 0)
		return 0;
	return strcmp(folder, "/") == 0 ? n : n + 1;
}

static void
add_name(struct names *all, const struct dirent *entry)
{
	if (all->count == all->room) {
		all->room = all->room == 0 ? 32 : all->room * 2;
		all->items = mem_realloc(all->items, all->room *
		    sizeof *all->items);
	}
	all->items[all->count++] = (struct name){ .at = all->text.length,
	    .kind = kind_of_entry(entry) };
	buf_add(&all->text, entry->d_name, strlen(entry->d_name) + 1);
}

static bool
list(struct names *names, struct listing *listing, struct contents *all)
{
	const struct dirent *entry;
	struct stat st;

	if (fstat(dirfd(listing->dir), &st) == -1)
		return false;
	all->device = st.st_dev;
	all->inode = st.st_ino;
	while ((entry = listing_next(listing)) != NULL)
		add_name(names, entry);
	return errno == 0;
}

static void
make_entries(struct contents *all, struct arena *a,
    const struct names *names)
{
	const size_t start = length_of_start(all->folder);
	const char *name;
	size_t i, n;
	char *path;

	all->items = mem_alloc(names->count * sizeof *all->items);
	for (i = 0; i < names->count; i++) {
		name = names->text.bytes + names->items[i].at;
		n = strlen(name);
		path = arena_text(a, start + n);
		memcpy(path, all->folder, start);
		if (start > 0)
			path[start - 1] = '/';
		memcpy(path + start, name, n);
		all->items[i] = (struct contents_entry){ .path = path,
		    .kind = names->items[i].kind };
	}
	all->count = names->count;
}

bool
contents_read(struct contents *all, struct arena *a, const char *folder)
{
	struct names names = { 0 };
	struct listing listing;
	bool is_whole;
	int error;

	*all = (struct contents){ .folder = folder };
	if (!listing_open(&listing, folder))
		return false;
	is_whole = list(&names, &listing, all);
	error = errno;
	listing_close(&listing);
	if (is_whole) {
		note_starts(&names);
		sort(&names);
		make_entries(all, a, &names);
	}
	mem_free(names.items);
	buf_release(&names.text);
	errno = error;
	return is_whole;
}

void
contents_release(struct contents *all)
{
	mem_free(all->items);
}
