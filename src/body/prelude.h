/*
 * prelude - what precedes the text of a body.
 *
 * A summary that began with it would say nothing about the post.
 */
#ifndef BODY_PRELUDE_H
#define BODY_PRELUDE_H

#include <stddef.h>

/*
 * Length of the prelude at the start of HTML, or 0: a table of contents, which
 * is a list of nothing but links to parts of the page, with its title; and
 * images with captions.  The URL of the page may be NULL.
 */
size_t	 prelude_length(const char *html, size_t length, const char *url);

#endif
