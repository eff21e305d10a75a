/*
 * ikiwiki - front matter as ikiwiki directives, anywhere in a page.
 *
 *	[[!meta title="A page" date="2024-05-31"]]
 *	[[!tag rain gauge]]
 *
 * They are part of the body, too, from which the template layer removes them.
 */
#ifndef FRONT_IKIWIKI_H
#define FRONT_IKIWIKI_H

#include <stdbool.h>

#include "front/value.h"

/* Whether a text begins with such a directive or, in a page known to be
   ikiwiki's, contains one. */
bool	 ikiwiki_is_page(const struct block *, bool is_known);

/* Read all of them as a P2F_MAP. */
const struct p2f_value *ikiwiki_read(struct arena *, const struct block *,
	    struct diag *);

#endif
