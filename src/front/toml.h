/*
 * toml - TOML 1.0 front matter and settings.
 *
 * No C library for TOML is common, so this parser is our own.  It keeps what
 * others drop: the spelling of numbers and dates, and the position of each
 * value.
 */
#ifndef FRONT_TOML_H
#define FRONT_TOML_H

#include "front/value.h"

/*
 * Read a block.  An error costs the key or the [table] that it is in, not the
 * rest: it is reported, and reading continues at the next line that begins a
 * key or a table.  Numbers, booleans and dates are plain text, as typed.  The
 * result is a P2F_MAP, or NULL if no line of the text is TOML (reported).
 */
const struct p2f_value *toml_read(struct arena *, const struct block *,
	    struct diag *);

#endif
