/*
 * path - file paths as text, without access to the file system.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Resolve a path relative to the folder of a file, without empty parts, "."
 * and "..": "b.md" and "../c.md" beside "a/x.md" are "a/b.md" and "c.md".  A
 * ".." beyond the beginning of the file's own path is kept.  A path from the
 * root counts from where the file's path begins.
 */
const char *path_beside(struct arena *, const char *file, const char *path);

/* A name in a folder, where "" is the top: "a/x.md" for "a" and "x.md". */
const char *path_join(struct arena *, const char *folder, const char *name);
/* The folder of a path; "" at the top. */
const char *path_folder(struct arena *, const char *path);

/* The length of a path or URL of n bytes without its trailing slashes. */
size_t	 path_cut_slashes(const char *, size_t n);

/*
 * The descriptor of this process that a path names, as /dev/stdin and
 * /dev/fd/63 do; -1: it is the path of a file.
 */
int	 path_descriptor(const char *);

/*
 * Whether the last part of a path is the name of a file: "-" is standard
 * input, and the number of a descriptor says nothing about what is read.
 */
bool	 path_has_name(const char *);

#endif
