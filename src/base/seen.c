#define _XOPEN_SOURCE 700	/* S_IFMT */
#define _DEFAULT_SOURCE		/* d_type, if the system has it */
#define _DARWIN_C_SOURCE	/* likewise */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/seen.h"

#ifdef __APPLE__		/* does not use POSIX names */
#define st_mtim st_mtimespec
#define st_ctim st_ctimespec
#endif

/* File times set by hand may be years in the future. */
#define DAY 86400

static struct {
	bool		 is_on;		/* set while there is one thread */
	pthread_mutex_t	 lock;		/* of all below */
	struct arena	 arena;
	struct arena_list list;		/* struct seen, in order of arrival */
	long long	 due;
	bool		 is_distrusted;
} notes = { .lock = PTHREAD_MUTEX_INITIALIZER, .due = LLONG_MAX };

struct stamp
stamp_of(const struct stat *st)
{
	return (struct stamp){
		.device = (uint64_t)st->st_dev,
		.inode = (uint64_t)st->st_ino,
		.size = (uint64_t)st->st_size,
		.modified = (int64_t)st->st_mtim.tv_sec,
		.changed = (int64_t)st->st_ctim.tv_sec,
		.modified_ns = (uint32_t)st->st_mtim.tv_nsec,
		.changed_ns = (uint32_t)st->st_ctim.tv_nsec
	};
}

static bool
is_recent(int64_t time, long long start)
{
	return time >= start - SEEN_RECENT && time < start + DAY;
}

bool
stamp_is_recent(const struct stamp *stamp, long long start)
{
	return is_recent(stamp->modified, start) ||
	    is_recent(stamp->changed, start);
}

void
seen_distrust(void)
{
	if (!notes.is_on)
		return;
	pthread_mutex_lock(&notes.lock);
	notes.is_distrusted = true;
	pthread_mutex_unlock(&notes.lock);
}

void
seen_due(long long due)
{
	if (!notes.is_on)
		return;
	pthread_mutex_lock(&notes.lock);
	if (due < notes.due)
		notes.due = due;
	pthread_mutex_unlock(&notes.lock);
}

/* "a/" has no name after its slash: it counts as a name as a whole. */
static size_t
length_of_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL || slash[1] == '\0' ? 0 :
	    (size_t)(slash + 1 - path);
}

static void
add(const char *path, struct seen seen)
{
	struct seen *copy;

	pthread_mutex_lock(&notes.lock);
	copy = arena_alloc(&notes.arena, sizeof *copy);
	*copy = seen;
	copy->path = arena_strdup(&notes.arena, path);
	copy->folder = length_of_folder(path);
	arena_list_add(&notes.arena, &notes.list, copy);
	pthread_mutex_unlock(&notes.lock);
}

/* Nothing is there; any other error may go away without a trace. */
static void
add_absent(const char *path, int error)
{
	if (error == ENOENT || error == ENOTDIR)
		add(path, (struct seen){ .kind = SEEN_ABSENT });
	else
		seen_distrust();
	errno = error;
}

static void
add_there(const char *path, const struct stat *st)
{
	add(path, (struct seen){ .kind = SEEN_THERE,
	    .type = (uint32_t)(st->st_mode & S_IFMT) });
}

static void
add_file(const char *path, const struct stat *st)
{
	add(path, (struct seen){ .kind = SEEN_FILE,
	    .stamp = stamp_of(st) });
}

int
seen_open(const char *path)
{
	return seen_open_in(AT_FDCWD, path, 0);
}

int
seen_open_in(int folder, const char *path, size_t name)
{
	int fd = openat(folder, path + name, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (!notes.is_on)
		return fd;
	if (fd == -1)
		add_absent(path, errno);
	else if (fstat(fd, &st) == -1 || !S_ISREG(st.st_mode))
		seen_distrust();
	else
		add_file(path, &st);
	return fd;
}

int
seen_open_folder(const char *path)
{
	return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

ssize_t
seen_read(int fd, char *bytes, size_t room)
{
	ssize_t n;
	int error;

	do
		n = read(fd, bytes, room);
	while (n == -1 && errno == EINTR);
	if (n == -1) {
		error = errno;
		seen_distrust();
		errno = error;
	}
	return n;
}

bool
seen_stat(const char *path, struct stat *st)
{
	bool found = stat(path, st) == 0;

	if (!notes.is_on)
		return found;
	if (!found)
		add_absent(path, errno);
	else if (S_ISREG(st->st_mode))
		add_file(path, st);
	else
		add_there(path, st);
	return found;
}

bool
seen_exists(const char *path)
{
	struct stat st;

	if (stat(path, &st) == -1) {
		if (notes.is_on)
			add_absent(path, errno);
		return false;
	}
	if (notes.is_on)
		add_there(path, &st);
	return S_ISREG(st.st_mode) || S_ISDIR(st.st_mode);
}

void
seen_note(const char *path)
{
	struct stat st;

	if (notes.is_on)
		seen_stat(path, &st);
}

bool
listing_open(struct listing *l, const char *path)
{
	struct stat st;

	*l = (struct listing){ .dir = opendir(path), .path = path,
	    .is_noted = notes.is_on };
	if (l->dir == NULL && l->is_noted)
		add_absent(path, errno);
	if (l->dir == NULL || !l->is_noted)
		return l->dir != NULL;
	if (fstat(dirfd(l->dir), &st) == 0)
		l->stamp = stamp_of(&st);
	else
		seen_distrust();
	return true;
}

/* The type of an entry; a link is a link. */
static unsigned
type_of(DIR *dir, const struct dirent *entry)
{
	struct stat st;

#ifdef DT_UNKNOWN
	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type;
#endif
	if (fstatat(dirfd(dir), entry->d_name, &st,
	    AT_SYMLINK_NOFOLLOW) == -1)
		return 0;
	return (unsigned)(st.st_mode & S_IFMT);
}

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

const struct dirent *
listing_next(struct listing *l)
{
	const struct dirent *entry;

	do {
		errno = 0;
		entry = readdir(l->dir);
	} while (entry != NULL && is_dots(entry->d_name));
	if (entry == NULL)
		l->is_whole = errno == 0;
	else if (l->is_noted)
		/* A sum, because folders have no order. */
		l->names += hash_string(HASH_START + type_of(l->dir, entry),
		    entry->d_name);
	return entry;
}

void
listing_close(struct listing *l)
{
	closedir(l->dir);
	if (!l->is_noted)
		return;
	if (l->is_whole)
		add(l->path, (struct seen){ .kind = SEEN_FOLDER,
		    .stamp = l->stamp, .names = l->names });
	else
		seen_distrust();
}

bool
listing_names(const char *path, uint64_t *names)
{
	struct listing l = { .dir = opendir(path), .is_noted = true };

	if (l.dir == NULL)
		return false;
	while (listing_next(&l) != NULL)
		;
	closedir(l.dir);
	*names = l.names;
	return l.is_whole;
}

void
seen_start(void)
{
	notes.is_on = true;
}

/* By folder, then by name, then by how much was seen. */
static int
compare_seen(const void *left, const void *right)
{
	const struct seen *a = *(const struct seen *const *)left;
	const struct seen *b = *(const struct seen *const *)right;
	size_t n = a->folder < b->folder ? a->folder : b->folder;
	int order = memcmp(a->path, b->path, n);

	if (order == 0 && a->folder != b->folder)
		order = a->folder < b->folder ? -1 : 1;
	if (order == 0)
		order = strcmp(a->path + a->folder, b->path + b->folder);
	return order != 0 ? order : (int)a->kind - (int)b->kind;
}

/* Whether two notes on a path can both be true at the same time. */
static bool
agree(const struct seen *less, const struct seen *more)
{
	if (less->kind == more->kind)
		return less->type == more->type &&
		    less->names == more->names &&
		    memcmp(&less->stamp, &more->stamp,
		    sizeof less->stamp) == 0;
	if (less->kind != SEEN_THERE)
		return false;
	return less->type == (uint32_t)(more->kind == SEEN_FOLDER ? S_IFDIR :
	    S_IFREG);
}

static void
merge(struct seen_notes *all)
{
	const struct seen *last = NULL, *this;
	size_t i, kept = 0;

	for (i = 0; i < all->list.count; i++) {
		this = all->list.items[i];
		if (last != NULL && strcmp(last->path, this->path) == 0) {
			if (!agree(last, this))
				all->doubt = this->path;
			kept--;
		}
		all->list.items[kept++] = last = this;
	}
	all->list.count = kept;
}

bool
seen_stop(struct seen_notes *all, long long start)
{
	const struct seen *this;
	size_t i;

	*all = (struct seen_notes){ .list = notes.list, .due = notes.due,
	    .doubt = notes.is_distrusted ? "" : NULL };
	if (!notes.is_on)
		return false;
	notes.is_on = false;
	arena_list_sort(&all->list, compare_seen);
	merge(all);
	for (i = 0; i < all->list.count; i++) {
		this = all->list.items[i];
		if (this->kind == SEEN_FILE &&
		    stamp_is_recent(&this->stamp, start))
			all->doubt = this->path;
	}
	return true;
}

void
seen_release(void)
{
	arena_release(&notes.arena);
	notes.list = (struct arena_list){ 0 };
}
