/*
 * ikiwiki - front matter as directives of ikiwiki, anywhere in a page.
 *
 *	[[!meta title="A page" date="2024-05-31"]]
 *	[[!tag rain gauge]]
 *
 * They are a part of the body, too, where the template layer takes them out.
 */
#ifndef FRONT_IKIWIKI_H
#define FRONT_IKIWIKI_H

#include <stdbool.h>

#include "front/value.h"

/* Whether a text begins with one of these directives, or, in a page that is
   known to be of ikiwiki, has one. */
bool	 ikiwiki_is_page(const struct block *, bool is_known);

/* Read all of them as a P2F_MAP. */
const struct p2f_value *ikiwiki_read(struct arena *, const struct block *,
	    struct diag *);

#endif
