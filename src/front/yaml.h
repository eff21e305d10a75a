/*
 * yaml - YAML front matter and settings, by libyaml's event parser.
 */
#ifndef FRONT_YAML_H
#define FRONT_YAML_H

#include "front/value.h"

/*
 * Read a block.  An error costs the key that it is in, not the rest: it is
 * reported, and the text of that key is used as typed.  The result is a
 * P2F_MAP, or NULL if the text is not a mapping (reported).
 */
const struct p2f_value *yaml_read(struct arena *, const struct block *,
	    struct diag *);

/* Where and why libyaml gave up. */
struct yaml_problem {
	unsigned	 line, column;	/* in the file */
	const char	*text;		/* in the arena */
};

/*
 * The same without recovery: NULL and a problem if the text is not valid.  An
 * empty text is an empty map.
 */
const struct p2f_value *yaml_parse(struct arena *, const struct block *,
	    struct diag *, struct yaml_problem *);

#endif
