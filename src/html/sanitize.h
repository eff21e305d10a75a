/*
 * sanitize - bodies without what readers refuse to show.
 *
 * Readers take scripts, frames and forms out of what they show, each by its
 * own rules, and the W3C's validator warns of them.  Done here, on request,
 * all readers show the same.  What is not known to be harmless goes.
 */
#ifndef HTML_SANITIZE_H
#define HTML_SANITIZE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* What readers refuse; attributes that are merely useless do not count. */
struct sanitize {
	size_t	 count;
	char	 first[48];		/* "<script>", "onclick", "vbscript:" */
};

/*
 * Add a body, less what is not on the list of the harmless, to a buffer.
 * False, with nothing added, when all of it is.  What is left is copied byte
 * for byte.  Time is linear.
 *
 *  - Scripts, styles, templates, SVG, menus of forms and the like go with
 *    their content; of all other unknown elements only the tags go.
 *  - A frame with a player of a known site becomes a link to its page, and a
 *    box to check the character for one.
 *  - Text that would be markup elsewhere, as in <xmp>, is escaped.
 *  - Attributes go that run scripts, or that nothing is known of, and so do
 *    URLs of unsafe schemes, and properties of a style that can do more
 *    than form text.
 */
bool	 sanitize_html(struct sanitize *, const char *, size_t, struct buf *);

#endif
