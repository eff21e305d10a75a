/*
 * lazy - images that a script of the page would load.
 *
 * Until the script runs, they have a placeholder as their URL, or none, and the
 * real URL is in an attribute that the script knows.  Feed readers run no
 * scripts.
 */
#ifndef HTML_LAZY_H
#define HTML_LAZY_H

#include <stdbool.h>

#include "base/buf.h"
#include "html/markup.h"

/* What an <img>, <source> or <iframe> has, and what it should have. */
struct lazy {
	struct markup_attribute	 src, srcset;	/* name NULL: missing */
	struct buf		 new_src, new_srcset; /* decoded; empty: keep */
};

/*
 * Examine one of these tags.  Returns false if there is nothing to repair; then
 * there is nothing to release either.
 */
bool	 lazy_find(const struct markup_token *, struct lazy *);
void	 lazy_release(struct lazy *);

/*
 * Whether the next thing after a lazy image, apart from end tags, is a
 * <noscript> with an image in it; and the same for what follows the <picture>
 * that has just been opened.  Calling them for every such tag of a body takes
 * linear time.
 */
bool	 lazy_is_doubled(const struct markup *);
bool	 lazy_picture_is_doubled(const struct markup *);

/* Whether a decoded src shows nothing: data:, about:blank, "spacer.gif" ... */
bool	 lazy_is_placeholder(const char *);

#endif
