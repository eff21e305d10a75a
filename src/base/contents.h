/*
 * contents - what lies in a folder, in the order of the names.
 *
 * Whoever lists a folder has one order of messages, too.  The system is asked
 * for no more than it says by itself: most tell the kind of an entry with its
 * name.
 */
#ifndef BASE_CONTENTS_H
#define BASE_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"

enum contents_kind {
	CONTENTS_UNKNOWN,	/* nobody said */
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
 * Fill in what is in a folder; the paths come into the arena, one behind the
 * other: a system looks ahead in memory that is read in order.  False: it
 * cannot be read to its end, for the reason in errno, and there is nothing to
 * release.
 */
bool	 contents_read(struct contents *, struct arena *, const char *folder);
void	 contents_release(struct contents *);

/* What a path leads to.  Unknown: to nothing, for the reason in errno. */
enum contents_kind contents_kind_of(const char *path);
/* What an entry is itself: a link, wherever it leads to, is a kind of other. */
enum contents_kind contents_kind_itself(const struct contents_entry *);

#endif
