/*
 * markdown_parts - shared by the parts of markdown.
 *
 *	markdown.c		prepares the source for md4c
 *	markdown_output.c	writes what md4c parses as HTML
 *	markdown_shape.c	tells whether a body is already HTML
 */
#ifndef MARKDOWN_MARKDOWN_PARTS_H
#define MARKDOWN_MARKDOWN_PARTS_H

#include <stddef.h>

#include "base/buf.h"
#include "markdown/markdown.h"

/* Add the HTML of a source, which md4c parses with these flags. */
void	 markdown_output(struct buf *html, const char *source, size_t,
	    unsigned flags, const struct markdown_options *);

#endif
