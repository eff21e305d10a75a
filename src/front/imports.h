/*
 * imports - the names that a program imports from other files, and those that
 * it exports to them.
 *
 * By `import` and `export` in JavaScript and TypeScript, and by require() and
 * module.exports in Node.js; only from files given by a relative path.
 */
#ifndef FRONT_IMPORTS_H
#define FRONT_IMPORTS_H

#include "base/arena.h"

/* More names are not listed. */
#define IMPORTS_MAX 64
/* Not a real member: the other file as a whole. */
#define IMPORTS_DEFAULT "default"

struct imports_name {
	const char	*name;		/* here; "*": all names of that file */
	const char	*member;	/* there; NULL: the map of its names */
	const char	*path;		/* as written, "./config" */
};

struct imports {
	struct arena_list names;	/* in the order of the text */
	const char	*whole;		/* name of what is exported as the whole
					   file; NULL: none */
	struct arena_list calls;	/* names of the results of calls */
};

struct imports imports_read(struct arena *, const char *text);

#endif
