/*
 * defs - the front matter of Franklin, written in Julia.
 *
 *	@def title = "A post"		lines at the top of a page
 *
 * or, between lines of +++, a program whose assignments count.  Plain text in
 * it is read, code is not run.
 */
#ifndef FRONT_DEFS_H
#define FRONT_DEFS_H

#include "front/value.h"

/* Length of the `@def` lines that a block begins with, 0 if it does not. */
size_t	 defs_length(const struct block *);

/*
 * Read such lines as a P2F_MAP.  Code is left out, with a single message for
 * all of it.
 */
const struct p2f_value *defs_read(struct arena *, const struct block *,
	    struct diag *);

/* The same for all `@def` lines in a text, and for a program between +++. */
const struct p2f_value *defs_read_anywhere(struct arena *,
	    const struct block *, struct diag *);

/* Whether a block that is not TOML looks like a program. */
bool	 defs_is_program(const struct block *);
/* Read a program in the same way. */
const struct p2f_value *defs_read_program(struct arena *,
	    const struct block *, struct diag *);

#endif
