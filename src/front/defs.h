/*
 * defs - Franklin's front matter, which is written in Julia.
 *
 *	@def title = "A post"		lines at the top of a page
 *
 * or, between lines of +++, a program whose assignments count.  What is
 * plain text there is read, code is not run.
 */
#ifndef FRONT_DEFS_H
#define FRONT_DEFS_H

#include "front/value.h"

/* Length of the `@def` lines that a block begins with, 0 if it does not. */
size_t	 defs_length(const struct block *);

/*
 * Read such lines as a P2F_MAP.  What is code is left out, with one message
 * for all of it.
 */
const struct p2f_value *defs_read(struct arena *, const struct block *,
	    struct diag *);

/* The same for all `@def` lines of a text, and a program between +++. */
const struct p2f_value *defs_read_anywhere(struct arena *,
	    const struct block *, struct diag *);

/* Whether a block that is no TOML looks like a program. */
bool	 defs_is_program(const struct block *);
/* Read a program in the same way. */
const struct p2f_value *defs_read_program(struct arena *,
	    const struct block *, struct diag *);

#endif
