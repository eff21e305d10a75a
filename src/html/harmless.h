/*
 * harmless - the lists of what may stand in a body that is sanitized.
 */
#ifndef HTML_HARMLESS_H
#define HTML_HARMLESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum harmless_element {
	HARMLESS_UNKNOWN,	/* its tags go, its content stays */
	HARMLESS_ELEMENT,
	HARMLESS_NOT		/* it goes with its content */
};

enum harmless_element harmless_element(const char *name, size_t length);

enum harmless_kind {
	HARMLESS_TEXT, HARMLESS_URL, HARMLESS_SRCSET, HARMLESS_STYLE
};

/*
 * The number of an attribute in its list, less than 64, and what kind of
 * value it has; -1: it is not on the list.
 */
int	 harmless_attribute(const char *name, size_t length,
	    enum harmless_kind *);

/* Whether the scheme of a decoded URL, if it has one, runs nothing. */
bool	 harmless_url(const char *);
bool	 harmless_srcset(const char *);

/*
 * Add the declarations of a decoded style that only form text.  True: that
 * is all of them.
 */
bool	 harmless_style(const char *, struct buf *);

#endif
