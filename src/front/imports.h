/*
 * imports - the names that a program has from other files, and what it is to
 * them.
 *
 * Both by `import` and `export` of JavaScript and TypeScript, and by require()
 * and module.exports of Node.js; only from files by their path beside it.
 */
#ifndef FRONT_IMPORTS_H
#define FRONT_IMPORTS_H

#include "base/arena.h"

/* More names are not listed. */
#define IMPORTS_MAX 64
/* The member that is no name: what the other file is as a whole. */
#define IMPORTS_DEFAULT "default"

struct imports_name {
	const char	*name;		/* here; "*": all names of the other */
	const char	*member;	/* there; NULL: the map of its names */
	const char	*path;		/* as it is written, "./config" */
};

struct imports {
	struct arena_list names;	/* in the order of the text */
	const char	*whole;		/* the name of what is exported as the
					   whole; NULL: it has none */
	struct arena_list calls;	/* names of what calls return */
};

struct imports imports_read(struct arena *, const char *text);

#endif
