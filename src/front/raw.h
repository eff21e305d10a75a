/*
 * raw - a key and its value as they were typed, where YAML gives up.
 */
#ifndef FRONT_RAW_H
#define FRONT_RAW_H

#include "front/value.h"

/* A key line and the lines that belong to it. */
struct piece {
	struct block	 block;
	size_t		 key_length;	/* behind the indentation */
	size_t		 margin;	/* indentation of the keys */
};

/*
 * The text behind the key, less one pair of quotes; or the items of its `- `
 * lines, or of `[a, b`; or below `|` or `>` all the rest.  P2F_NULL when there
 * is nothing.
 */
struct p2f_value *raw_value(struct arena *, const struct piece *);

/* Whether `|` or `>` stands behind the key: the text is below. */
bool	 raw_is_block(const struct piece *);

/* The key, without quotes; never NULL. */
const char *raw_key(struct arena *, const struct piece *);

#endif
