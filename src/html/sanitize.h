/*
 * sanitize - bodies without what readers refuse to show.
 *
 * Readers remove scripts, frames and forms from what they show, each by its own
 * rules, and the W3C validator warns about them.  Done here, on request, all
 * readers show the same.  What is not known to be harmless is removed.
 */
#ifndef HTML_SANITIZE_H
#define HTML_SANITIZE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* What readers refuse; merely useless attributes are not counted. */
struct sanitize {
	size_t	 count;
	char	 first[48];		/* "<script>", "onclick", "vbscript:" */
};

/*
 * Add a body without what is not on the lists of harmless things to a buffer.
 * Returns false, with nothing added, if all of it is harmless.  What is left is
 * copied byte for byte.  Runs in linear time.
 *
 *  - Scripts, styles, templates, SVG, form menus and the like are removed with
 *    their content; of all other unknown elements, only the tags.
 *  - A frame with a player of a known site becomes a link to its page, and a
 *    checkbox becomes the character for one.
 *  - Text that would be markup elsewhere, as in <xmp>, is escaped.
 *  - Attributes that run scripts or are unknown are removed, as are URLs with
 *    unsafe schemes, and style properties that can do more than format text.
 */
bool	 sanitize_html(struct sanitize *, const char *, size_t, struct buf *);

#endif
