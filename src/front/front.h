/*
 * front - where the front matter of a post ends and its body begins.
 *
 * Generators disagree on nearly every detail (is a blank line allowed before
 * the opening?  does "..." close?), so the rules here accept what any of them
 * accepts, and leave alone what only looks like front matter: a thematic
 * break, a setext heading, a template tag.
 */
#ifndef FRONT_FRONT_H
#define FRONT_FRONT_H

#include "front/value.h"

enum dialect {
	DIALECT_NONE, DIALECT_YAML, DIALECT_JSON, DIALECT_TOML,
	DIALECT_HEADERS, DIALECT_DEFS, DIALECT_TITLE_BLOCK, DIALECT_HTML,
	DIALECT_SCRIPT, DIALECT_IKIWIKI, DIALECT_NOTION
};

struct front {
	enum dialect	 dialect;
	struct block	 block;		/* between the delimiters */
	const char	*body;		/* after them, without blank ends */
	size_t		 body_length;
	bool		 is_reported;	/* why there is none was reported */
};

/* Split a whole file, given as a block.  Reports a missing closing line. */
void	 front_split(const struct block *, struct front *, struct diag *);

/*
 * The end of the front matter, if the first lines of a file contain all of it
 * and what follows cannot change that; else 0, as for dialects without a
 * closing line.  Fills in all of *front except the body.
 */
size_t	 front_find(const struct block *head, struct front *);

/*
 * The front matter as a P2F_MAP, empty if there is none.  A block that is not
 * a mapping becomes part of the body again, in front->body.
 */
const struct p2f_value *front_read(struct arena *, const struct block *,
	    struct front *, struct diag *);

#endif
