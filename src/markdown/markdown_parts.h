/*
 * markdown_parts - what the parts of markdown share.
 *
 *	markdown.c		what md4c is given
 *	markdown_output.c	... and what is made of what it finds
 *	markdown_shape.c	whether a body is HTML already
 */
#ifndef MARKDOWN_MARKDOWN_PARTS_H
#define MARKDOWN_MARKDOWN_PARTS_H

#include <stddef.h>

#include "base/buf.h"
#include "markdown/markdown.h"

/* Add the HTML of a source, which md4c is to read by these flags. */
void	 markdown_output(struct buf *html, const char *source, size_t,
	    unsigned flags, const struct markdown_options *);

#endif
