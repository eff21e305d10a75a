/*
 * path - paths of files as text; no file is looked at.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"

/*
 * What a path means in the folder of a file, without empty parts, "." and
 * "..": "b.md" and "../c.md" beside "a/x.md" are "a/b.md" and "c.md".  What
 * climbs further than the file's own path goes keeps its "..".  A path from
 * the root is taken as one from where the file's path begins.
 */
const char *path_beside(struct arena *, const char *file, const char *path);

#endif
