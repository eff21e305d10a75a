/*
 * writer - the output formats: those built in, and those in modules.
 *
 * A module is a shared object that defines a constant struct p2f_writer named
 * p2f_writer, and needs nothing of this program; see post2feed-writer(3).
 */
#ifndef WRITERS_WRITER_H
#define WRITERS_WRITER_H

#include <stdbool.h>

#include "base/arena.h"
#include "post2feed.h"

/* A new format is one line here and one in the table of writer.c, and what
   writer_may_have_made() knows it by. */
extern const struct p2f_writer writer_rss, writer_atom, writer_json;

/* Those built in, in the order in which --help lists them; NULL ends it. */
extern const struct p2f_writer *const writers[];

/* A built-in writer by its name; NULL: there is none. */
const struct p2f_writer *writer_find(const char *name);

/* The same by the extension, with its dot, in upper or lower case. */
const struct p2f_writer *writer_for_extension(const char *extension);

/* Whether it is one of these, and not a module's, which may have its name. */
bool	 writer_is_built_in(const struct p2f_writer *);

/*
 * Whether a file that begins so may be one that a writer has made, or another
 * program for the same use.  What modules write is not known: any may.
 */
bool	 writer_may_have_made(const struct p2f_writer *, const char *start,
	    size_t);

/*
 * A writer from a module.  A name with a slash is the path of the module; any
 * other is looked up as NAME.so in the folder of installed modules, and never
 * in the working directory.  NULL: there is none that could be used, and why
 * is in *problem: a text without a full stop, in the arena.  A writer stays
 * for the rest of the program's life.
 */
const struct p2f_writer *writer_load(struct arena *, const char *name,
    const char **problem);

#endif
