/*
 * opening - the beginning of a body, as HTML.
 *
 * For feeds that carry an excerpt instead of the whole post.  A body that is
 * cut anywhere loses the ends of its elements, and what a reader shows below
 * it is part of them; so it is cut in its text, and they are closed.
 */
#ifndef BODY_OPENING_H
#define BODY_OPENING_H

#include <stddef.h>

#include "base/buf.h"

/* Elements nested deeper are not looked for when one ends. */
#define OPENING_MAX_DEPTH 256

/*
 * Where an end tag crosses others, as in <b><div></b>, what is inside of its
 * element is noted anew.  Past that many notes in one body it stays open.
 */
#define OPENING_MAX_COPIES 65536

/*
 * Add the first bytes of HTML up to an offset, which stands between two
 * tokens, and the end tags of the elements that are open there.
 */
void	 opening_to(struct buf *, const char *html, size_t offset);

/*
 * Add the first paragraph of HTML with text in it, and what stands before
 * it; or all, when no paragraph ends.
 */
void	 opening_paragraph(struct buf *, const char *html, size_t length);

/*
 * Add HTML with at most that many characters of text, as a reader sees them,
 * white space squeezed: cut behind a word, or beside a character of a script
 * without blanks, else between characters, never in a character reference;
 * U+2026 stands for what was cut off.  The HTML is followed by a NUL.
 */
void	 opening_text(struct buf *, const char *html, size_t length,
	    size_t limit);

#endif
