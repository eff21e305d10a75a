/*
 * raw - a key and its value as typed, for YAML that cannot be parsed.
 */
#ifndef FRONT_RAW_H
#define FRONT_RAW_H

#include "front/value.h"

/* A key line and the lines of its value. */
struct piece {
	struct block	 block;
	size_t		 key_length;	/* after the indentation */
	size_t		 margin;	/* indentation of the keys */
};

/*
 * The text after the key, without one pair of quotes; or the items of its `- `
 * lines, or of `[a, b`; or after `|` or `>` the rest.  P2F_NULL if there is
 * nothing.
 */
struct p2f_value *raw_value(struct arena *, const struct piece *);

/* Whether `|` or `>` follows the key: the text is below. */
bool	 raw_is_block(const struct piece *);

/* The key, without quotes; never NULL. */
const char *raw_key(struct arena *, const struct piece *);

#endif
