/*
 * writer - the output formats: those built in, and those in modules.
 *
 * A module is a shared object that defines a constant struct p2f_writer named
 * p2f_writer and needs nothing from this program; see post2feed-writer(3).
 */
#ifndef WRITERS_WRITER_H
#define WRITERS_WRITER_H

#include <stdbool.h>

#include "base/arena.h"
#include "post2feed.h"

/* A new format needs a line here, one in the table of writer.c, and one in
   writer_may_have_made(), by which its files are recognized. */
extern const struct p2f_writer writer_rss, writer_atom, writer_json;

/* The built-in writers, in the order of --help, ended by NULL. */
extern const struct p2f_writer *const writers[];

/* A built-in writer by name; NULL: none. */
const struct p2f_writer *writer_find(const char *name);

/* The same by extension, with its dot, ignoring case. */
const struct p2f_writer *writer_for_extension(const char *extension);

/* Whether it is one of these, and not a module's of the same name. */
bool	 writer_is_built_in(const struct p2f_writer *);

/*
 * Whether a file that begins like this may have been made by a writer, or by
 * another program for the same purpose.  For a module's writer, any may.
 */
bool	 writer_may_have_made(const struct p2f_writer *, const char *start,
	    size_t);

/*
 * Load a writer from a module.  A name with a slash is the path of the module;
 * any other is looked up as NAME.so in the folder of installed modules, never
 * in the working directory.  NULL: there is no usable one, and *problem says
 * why, without a full stop, in the arena.  A loaded writer stays valid until
 * the program ends.
 */
const struct p2f_writer *writer_load(struct arena *, const char *name,
    const char **problem);

#endif
