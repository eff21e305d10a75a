/*
 * opening - the beginning of a body, as HTML.
 *
 * For feeds with excerpts instead of whole posts.  In a body cut off just
 * anywhere, elements would stay open, and what a reader shows below it would
 * become part of them; so it is cut within its text, and they are closed.
 */
#ifndef BODY_OPENING_H
#define BODY_OPENING_H

#include <stddef.h>

#include "base/buf.h"

/* How far to search for the element that an end tag closes. */
#define OPENING_MAX_DEPTH 256

/*
 * If an end tag crosses others, as in <b><div></b>, the elements inside its
 * element are copied.  Beyond this many copies in one body, it stays open.
 */
#define OPENING_MAX_COPIES 65536

/*
 * Add HTML up to an offset, which must be between two tokens, and the end tags
 * of the elements that are open there.
 */
void	 opening_to(struct buf *, const char *html, size_t offset);

/*
 * Add HTML up to the end of the first paragraph with text in it, or all of it
 * if there is none.
 */
void	 opening_paragraph(struct buf *, const char *html, size_t length);

/*
 * Add HTML with at most this many characters of text, as readers see them and
 * with whitespace squeezed.  It is cut after a word or next to a character of a
 * script without spaces, or else between characters, but never inside a
 * character reference; U+2026 replaces what was cut off.  The HTML must be
 * followed by a NUL.
 */
void	 opening_text(struct buf *, const char *html, size_t length,
	    size_t limit);

#endif
