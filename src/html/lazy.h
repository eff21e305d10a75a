/*
 * lazy - pictures that a script of the page would load.
 *
 * Until it does, they have a placeholder for an address, or none, and the
 * true one stands in an attribute that the script knows.  A reader of feeds
 * runs no script.
 */
#ifndef HTML_LAZY_H
#define HTML_LAZY_H

#include <stdbool.h>

#include "base/buf.h"
#include "html/markup.h"

/* What <img>, <source> or <iframe> has, and what it should have. */
struct lazy {
	struct markup_attribute	 src, srcset;	/* name NULL: is missing */
	struct buf		 new_src, new_srcset; /* decoded; empty: keep */
};

/* Look at one of these tags.  False: nothing to repair, or to release. */
bool	 lazy_find(const struct markup_token *, struct lazy *);
void	 lazy_release(struct lazy *);

/*
 * Whether what the scanner will find behind a lazy picture, end tags aside,
 * is a <noscript> with a picture in it; and the same for what is behind the
 * <picture> that was just begun.  Called for each such tag of a body, they
 * take linear time.
 */
bool	 lazy_is_doubled(const struct markup *);
bool	 lazy_picture_is_doubled(const struct markup *);

/* Whether a decoded src shows nothing: data:, about:blank, "spacer.gif" ... */
bool	 lazy_is_placeholder(const char *);

#endif
