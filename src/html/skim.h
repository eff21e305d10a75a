/*
 * skim - fast skipping of what needs no processing.
 *
 * Most of a body is text, and most of its tags have no URL or an absolute one.
 * Skipping those takes a fraction of the time of splitting them into tokens.
 */
#ifndef HTML_SKIM_H
#define HTML_SKIM_H

#include <stdbool.h>

#include "html/markup.h"

/*
 * Advance a scanner to the next tag that may have a URL that is not absolute,
 * the URL of an image that waits for a script, or the value "more", which is an
 * excerpt marker; to a comment; or to <base> or an element whose content is
 * parsed differently or may not be shown: <picture>, <noscript>, <template>.
 * With is_wary, advance to the next tag with any attributes.  The token that
 * markup_next() returns next may begin in the middle of a text.
 */
void	 skim(struct markup *, bool is_wary);

#endif
