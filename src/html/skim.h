/*
 * skim - over what needs no look.
 *
 * Most of a body is text, and most of its tags have no URL or an absolute
 * one.  To step over those takes a fraction of the time that it takes to cut
 * them into tokens.
 */
#ifndef HTML_SKIM_H
#define HTML_SKIM_H

#include <stdbool.h>

#include "html/markup.h"

/*
 * Move a scanner up to a tag that may hold a URL which is not absolute, the
 * address of a picture that waits for a script, or the name "more", which is
 * a marker in excerpts; a comment; <base>, or an element whose content is
 * read in another way or that may not be there to be shown: <picture>,
 * <noscript>, <template>.  With is_wary, up to any tag with attributes.  A
 * token that markup_next() returns behind this may begin in the middle of a
 * text.
 */
void	 skim(struct markup *, bool is_wary);

#endif
