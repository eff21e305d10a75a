/*
 * library - libraries that are loaded when something of them is called.
 *
 * To link a library takes 40 us at each start, which is a tenth of what
 * /bin/true takes; libxml2, with what it brings, takes five times that of
 * /bin/true.  A post in HTML with plain front matter needs none of them.
 * Whoever calls jansson, libyaml or md4c calls them by their own names:
 * library_jansson.c and its like are between, have the same functions, and
 * load the library at the first call.  Without P2F_LATE they are empty, and
 * the libraries are linked: the Makefile says where.
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>

#include "base/arena.h"

/* The name that stands for the interface of the headers. */
#ifdef __APPLE__
#define LIBRARY_NAME(stem, number) stem "." number ".dylib"
#else
#define LIBRARY_NAME(stem, number) stem ".so." number
#endif

/* The functions by their own names, from their own headers. */
#define LIBRARY_MEMBER(name) __typeof__(name) *name;

/*
 * Load a library.  Some systems count otherwise, and find by the other name,
 * without a number, what they have.  NULL: *problem, in the arena, says why.
 */
void	*library_open(const char *name, const char *other, struct arena *,
	    const char **problem);

/* Set *function to a function of the library; false: it has none. */
bool	 library_find(void *library, const char *name, void *function);

/* The same two, but for what the run cannot do without: say so, and exit
   with status 3. */
void	*library_need(const char *name, const char *other);
void	 library_need_function(void *library, const char *name,
	    void *function);

#endif
