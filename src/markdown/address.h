/*
 * address - which parts of a text are addresses, where nothing is Markdown.
 *
 * These are URLs, hosts that begin with "www.", and what stands behind `](`.
 */
#ifndef MARKDOWN_ADDRESS_H
#define MARKDOWN_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/* The way through a text; it begins with zeros. */
struct address {
	const char	*seen;		/* how far it is known ... */
	bool		 is_open;	/* ... whether this is one, ... */
	size_t		 depth;		/* ... and brackets that it opened */
};

/*
 * Whether p is in an address, which has no blank.  In each text, which begins
 * at start, this is asked from left to right.
 */
bool	 address_holds(struct address *, const char *start, const char *p);

#endif
