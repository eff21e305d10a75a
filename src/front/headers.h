/*
 * headers - front matter as lines like those of a letter.
 *
 *	Title: A post		Pelican's Markdown, MultiMarkdown
 *	.. title: A post	Nikola, mostly inside <!-- -->
 *	:title: A post		a field list of reStructuredText
 *
 * They may be hidden in a comment, as Pico has them, or indented as code is,
 * as Frog has them.  No delimiter tells others from prose: a body may begin
 * with "Note: this".  So all lines up to the first blank one must be headers,
 * and one of them must be a title, a date or tags; or the first two are there.
 */
#ifndef FRONT_HEADERS_H
#define FRONT_HEADERS_H

#include "front/value.h"

/*
 * Length of the headers that a block begins with, 0 when it has none.  With a
 * title and a date, or in a block of loose headers, they end before any line
 * that is none.
 */
size_t	 headers_length(const struct block *);

/*
 * Read such a block.  Values are the text behind the colon as it stands; a
 * header without one is P2F_NULL.  The result is a P2F_MAP.
 */
const struct p2f_value *headers_read(struct arena *, const struct block *,
	    struct diag *);

#endif
