/*
 * seen - what a run sees of the file system.
 *
 * All that is read, listed or asked for goes through here.  When notes are
 * taken, which a run with a cache does, it is written down: what was there,
 * and what was not.  A later run that would see the same would make the same
 * feed.
 *
 * The notes belong to the process, as what it has open does: they are the one
 * thing that all threads write to, under a lock, and nothing of a feed depends
 * on them.  While none are taken, a call costs what its system call does.
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

/* What changes when the contents of a file do; no byte of it is padding. */
struct stamp {
	uint64_t	 device, inode, size;
	int64_t		 modified, changed;	/* seconds */
	uint32_t	 modified_ns, changed_ns;
};

struct stamp stamp_of(const struct stat *);

/*
 * A file that was changed so shortly before the run, or during it, can be
 * changed once more and bear the same time: some file systems count two
 * seconds at a time.
 */
#define SEEN_RECENT 2		/* seconds */

/* Whether a stamp that was taken in a run, which began then, is that young. */
bool	 stamp_is_recent(const struct stamp *, long long start);

/* In the order of how much was seen. */
enum seen_kind {
	SEEN_ABSENT,		/* nothing is there */
	SEEN_THERE,		/* something is, of that type */
	SEEN_FILE,		/* its facts and contents */
	SEEN_FOLDER		/* the names of what lies in it */
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
/* The same by what follows in the path, in a folder that is open. */
int	 seen_open_in(int folder, const char *path, size_t name);
/* For that: it is no note, as those of what is opened in it have paths. */
int	 seen_open_folder(const char *path);

/* read(2), not to be interrupted; -1 after an error. */
ssize_t	 seen_read(int fd, char *, size_t);

/* stat(2); false: nothing is there, for the reason in errno. */
bool	 seen_stat(const char *path, struct stat *);

/* Whether a file or a folder is there, and no device or pipe. */
bool	 seen_exists(const char *path);

/*
 * A folder that is being listed: without "." and "..", up to the end.  The
 * path is to stay until it is closed.
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
/* NULL: that was the last one, or, if errno is not 0, it cannot be read. */
const struct dirent *listing_next(struct listing *);
void	 listing_close(struct listing *);

/* A hash of all names in a folder and of what they are; false: unknown. */
bool	 listing_names(const char *path, uint64_t *);

/* What was read can be other things the next time, and nobody could tell. */
void	 seen_distrust(void);

/* The run would come out otherwise at that time, in seconds. */
void	 seen_due(long long);

/* Take notes from now on. */
void	 seen_start(void);

/* What there is to note of a file that something else has read. */
void	 seen_note(const char *path);

/* All notes. */
struct seen_notes {
	struct arena_list list;		/* struct seen, each path once; those of
					   a folder stand together */
	long long	 due;		/* LLONG_MAX: never */
	const char	*doubt;		/* a path whose note cannot be trusted;
					   "": something; NULL: all can be */
};

/*
 * Take no more notes, and hand over those of a run that began at that time;
 * false: there are none.  They stay until seen_release().
 */
bool	 seen_stop(struct seen_notes *, long long start);
void	 seen_release(void);

#endif
