/*
 * path - paths of files as text; no file is looked at.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * What a path means in the folder of a file, without empty parts, "." and
 * "..": "b.md" and "../c.md" beside "a/x.md" are "a/b.md" and "c.md".  What
 * climbs further than the file's own path goes keeps its "..".  A path from
 * the root is taken as one from where the file's path begins.
 */
const char *path_beside(struct arena *, const char *file, const char *path);

/* What lies in a folder, of which "" is the top: "a/x.md" of "a" and "x.md". */
const char *path_join(struct arena *, const char *folder, const char *name);
/* The folder of a path; "" at the top. */
const char *path_folder(struct arena *, const char *path);

/* The length of a path or a URL of n bytes without slashes at its end. */
size_t	 path_cut_slashes(const char *, size_t n);

/*
 * The descriptor of this process that a path stands for, as /dev/stdin and
 * /dev/fd/63 do; -1: it is that of a file.
 */
int	 path_descriptor(const char *);

/*
 * Whether the end of a path is the name of a file: "-" is standard input, and
 * the number of a descriptor says nothing of what is read from it.
 */
bool	 path_has_name(const char *);

#endif
