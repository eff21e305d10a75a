/*
 * json - JSON front matter (Hugo's `{`, Hexo's `;;;`), by jansson.
 */
#ifndef FRONT_JSON_H
#define FRONT_JSON_H

#include "front/value.h"

/*
 * Length of the object that a block begins with, 0 when it is none; which is
 * reported when the block begins as an object does, `{ "`.
 */
size_t	 json_object_length(const struct block *, struct diag *);

/* The text of a JSON string, quotes and all; NULL when it is none. */
const char *json_decode(struct arena *, const char *, size_t);

/*
 * Read a block: an object, with or without its braces.  The result is a
 * P2F_MAP, or NULL when it is none (reported).
 */
const struct p2f_value *json_read(struct arena *, const struct block *,
	    struct diag *);

#endif
