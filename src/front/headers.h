/*
 * headers - front matter as lines like the headers of a mail message.
 *
 *	Title: A post		Pelican's Markdown, MultiMarkdown
 *	.. title: A post	Nikola, mostly inside <!-- -->
 *	:title: A post		a field list of reStructuredText
 *
 * They may be hidden in a comment, as in Pico, or indented like code, as in
 * Frog.  No delimiter distinguishes the others from prose: a body may begin
 * with "Note: this".  So all lines up to the first blank one must be
 * headers, one of them a title, a date or tags; or the first two are those.
 */
#ifndef FRONT_HEADERS_H
#define FRONT_HEADERS_H

#include "front/value.h"

/*
 * Length of the headers that a block begins with, 0 if it has none.  With a
 * title and a date, or in a block with loose headers, they end before any line
 * that is not a header.
 */
size_t	 headers_length(const struct block *);

/*
 * Read such a block.  A value is the text after the colon, as is; a header
 * without one is P2F_NULL.  The result is a P2F_MAP.
 */
const struct p2f_value *headers_read(struct arena *, const struct block *,
	    struct diag *);

#endif
