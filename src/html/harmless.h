/*
 * harmless - the lists of what a sanitized body may contain.
 */
#ifndef HTML_HARMLESS_H
#define HTML_HARMLESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum harmless_element {
	HARMLESS_UNKNOWN,	/* its tags are removed, its content kept */
	HARMLESS_ELEMENT,
	HARMLESS_NOT		/* it is removed with its content */
};

enum harmless_element harmless_element(const char *name, size_t length);

enum harmless_kind {
	HARMLESS_TEXT, HARMLESS_URL, HARMLESS_SRCSET, HARMLESS_STYLE
};

/*
 * The index of an attribute in its list, less than 64, and the kind of its
 * value, or -1 if it is not on the list.
 */
int	 harmless_attribute(const char *name, size_t length,
	    enum harmless_kind *);

/* Whether a decoded URL has no scheme or one that cannot run code. */
bool	 harmless_url(const char *);
bool	 harmless_srcset(const char *);

/*
 * Add those declarations of a decoded style that only format text.  Returns
 * whether that is all of them.
 */
bool	 harmless_style(const char *, struct buf *);

#endif
