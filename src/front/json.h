/*
 * json - JSON front matter (Hugo's `{`, Hexo's `;;;`), by jansson.
 */
#ifndef FRONT_JSON_H
#define FRONT_JSON_H

#include "front/value.h"

/*
 * Length of the object that a block begins with, 0 if it is not one, which is
 * reported if the block begins like one, `{ "`.
 */
size_t	 json_object_length(const struct block *, struct diag *);

/* Decode a JSON string, including its quotes; NULL if it is not one. */
const char *json_decode(struct arena *, const char *, size_t);

/*
 * Read a block: an object, with or without its braces.  The result is a
 * P2F_MAP, or NULL if it is not an object (reported).
 */
const struct p2f_value *json_read(struct arena *, const struct block *,
	    struct diag *);

#endif
