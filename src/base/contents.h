/*
 * contents - what is in a folder, sorted by name.
 *
 * This makes the order of messages the same on every system.  The system is
 * not asked for more than it volunteers: most return the kind of an entry
 * along with its name.
 */
#ifndef BASE_CONTENTS_H
#define BASE_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"

enum contents_kind {
	CONTENTS_UNKNOWN,	/* the system did not tell */
	CONTENTS_FOLDER, CONTENTS_FILE, CONTENTS_OTHER
};

struct contents_entry {
	const char	*path;
	enum contents_kind kind;
};

struct contents {
	const char		*folder;
	dev_t			 device;	/* of the folder */
	ino_t			 inode;
	struct contents_entry	*items;
	size_t			 count;
};

/*
 * Fill in what is in a folder.  The paths are allocated from the arena one
 * after the other, since memory that is read in order is prefetched.
 * False: the folder cannot be read to its end, for the reason in errno, and
 * there is nothing to release.
 */
bool	 contents_read(struct contents *, struct arena *, const char *folder);
void	 contents_release(struct contents *);

/* What a path resolves to.  Unknown: nothing, for the reason in errno. */
enum contents_kind contents_kind_of(const char *path);
/* What an entry is itself: a link is CONTENTS_OTHER, wherever it points. */
enum contents_kind contents_kind_itself(const struct contents_entry *);

#endif
