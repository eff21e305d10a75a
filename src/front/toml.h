/*
 * toml - TOML 1.0 front matter and settings.
 *
 * No C library for TOML is common, so this reader is our own.  It keeps what
 * the others of its kind drop: the spelling of numbers and dates, and the
 * place of each value.
 */
#ifndef FRONT_TOML_H
#define FRONT_TOML_H

#include "front/value.h"

/*
 * Read a block.  An error costs the key or the [table] that it stands in,
 * not the rest: it is reported and reading goes on at the next line that
 * begins a key or a table.  Numbers, booleans and dates are plain text, as
 * they were typed.  The result is a P2F_MAP, or NULL when no line of the
 * text is TOML (reported).
 */
const struct p2f_value *toml_read(struct arena *, const struct block *,
	    struct diag *);

#endif
