/*
 * seen - what a run sees of the file system.
 *
 * Everything that is read, listed or looked up goes through here.  A run with
 * a cache takes notes of it: of what was there, and of what was not.  A later
 * run that would see the same would make the same feed.
 *
 * The notes belong to the process, as its open files do: they are the one
 * thing that all threads write to, under a lock, and nothing in a feed depends
 * on them.  While no notes are taken, a call costs as much as its system call.
 */
#ifndef BASE_SEEN_H
#define BASE_SEEN_H

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "base/arena.h"

/* Changes when the contents of a file do; without padding bytes. */
struct stamp {
	uint64_t	 device, inode, size;
	int64_t		 modified, changed;	/* seconds */
	uint32_t	 modified_ns, changed_ns;
};

struct stamp stamp_of(const struct stat *);

/*
 * A file changed that shortly before the run, or during it, can be changed
 * again and keep its time stamp: some file systems have a resolution of two
 * seconds.
 */
#define SEEN_RECENT 2		/* seconds */

/* Whether a stamp is that young for a run that began at `start`. */
bool	 stamp_is_recent(const struct stamp *, long long start);

/* In ascending order of how much was seen. */
enum seen_kind {
	SEEN_ABSENT,		/* nothing is there */
	SEEN_THERE,		/* something is, of that type */
	SEEN_FILE,		/* its facts and contents */
	SEEN_FOLDER		/* the names in it */
};

struct seen {
	const char	*path;
	size_t		 folder;	/* bytes of it before the name */
	uint64_t	 names;		/* SEEN_FOLDER: see listing_names() */
	struct stamp	 stamp;		/* SEEN_FILE, SEEN_FOLDER */
	uint32_t	 type;		/* SEEN_THERE: of its st_mode */
	enum seen_kind	 kind;
};

/* open(2) for reading, or -1. */
int	 seen_open(const char *path);
/* The same in an open folder, by the rest of the path, from `name` on. */
int	 seen_open_in(int folder, const char *path, size_t name);
/* For that: not noted, since what is opened in it is noted by its path. */
int	 seen_open_folder(const char *path);

/* read(2), resumed after interruptions; -1 after an error. */
ssize_t	 seen_read(int fd, char *, size_t);

/* stat(2); false: nothing is there, for the reason in errno. */
bool	 seen_stat(const char *path, struct stat *);

/* Whether a file or folder is there; a device or pipe does not count. */
bool	 seen_exists(const char *path);

/*
 * A folder that is being listed, without "." and "..", to its end.  The path
 * must remain valid until it is closed.
 */
struct listing {
	DIR		*dir;
	const char	*path;
	struct stamp	 stamp;
	uint64_t	 names;
	bool		 is_noted, is_whole;
};

/* False: it cannot be opened, for the reason in errno. */
bool	 listing_open(struct listing *, const char *path);
/* NULL: there are no more; or, if errno is not 0, it cannot be read. */
const struct dirent *listing_next(struct listing *);
void	 listing_close(struct listing *);

/* A hash of all names in a folder and of their types; false: unknown. */
bool	 listing_names(const char *path, uint64_t *);

/* What was read may differ next time, without anyone being able to tell. */
void	 seen_distrust(void);

/* From that time on, in seconds, the result of the run would be different. */
void	 seen_due(long long);

/* Take notes from now on. */
void	 seen_start(void);

/* Note a file that something else has read. */
void	 seen_note(const char *path);

/* All notes. */
struct seen_notes {
	struct arena_list list;		/* struct seen, each path once; those in
					   a folder are adjacent */
	long long	 due;		/* LLONG_MAX: never */
	const char	*doubt;		/* a path whose note cannot be trusted;
					   "": something; NULL: all can be */
};

/*
 * Stop taking notes, and return those of a run that began at that time; false:
 * there are none.  They are valid until seen_release().
 */
bool	 seen_stop(struct seen_notes *, long long start);
void	 seen_release(void);

#endif
