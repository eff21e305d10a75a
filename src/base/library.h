/*
 * library - libraries that are loaded when first called.
 *
 * Linking a library costs 40 us at each start, which is a tenth of the run
 * time of /bin/true; libxml2 and its dependencies cost five times that of
 * /bin/true.  A post in HTML with plain front matter needs none of them.
 * jansson, libyaml and md4c are called by their own names: library_jansson.c
 * and the like define the same functions, and load the library at the first
 * call.  Without P2F_LATE these files are empty, and the libraries are linked:
 * the Makefile says on which systems.
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>

#include "base/arena.h"

/* The file name of the version whose interface the headers describe. */
#ifdef __APPLE__
#define LIBRARY_NAME(stem, number) stem "." number ".dylib"
#else
#define LIBRARY_NAME(stem, number) stem ".so." number
#endif

/* A pointer to a function, with the name and type from the library's header. */
#define LIBRARY_MEMBER(name) __typeof__(name) *name;

/*
 * Load a library.  Some systems number versions differently, and find theirs
 * by the other name, without a number.  NULL: *problem, in the arena, says why.
 */
void	*library_open(const char *name, const char *other, struct arena *,
	    const char **problem);

/* Set *function to a function of the library; false: it has none. */
bool	 library_find(void *library, const char *name, void *function);

/* The same two for what the run cannot do without: on failure they print a
   message and exit with status 3. */
void	*library_need(const char *name, const char *other);
void	 library_need_function(void *library, const char *name,
	    void *function);

#endif
