/*
 * plain - HTML as plain text, for titles and summaries.
 *
 * Formats disagree on whether a title is HTML; every one of them shows plain
 * text right.
 */
#ifndef HTML_PLAIN_H
#define HTML_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

struct markup_attribute;

/*
 * What a reader of the page would see as text, squeezed: without tags,
 * comments, scripts, styles and templates; block-level tags and <br> count
 * as white space.  NULL when nothing is left.
 */
const char *plain_text(struct arena *, const char *, size_t);

/*
 * How that text begins: all of it, or more than `limit` characters of it.
 * No more of the HTML is read than this takes.
 */
const char *plain_opening(struct arena *, const char *, size_t,
	    size_t limit);

/*
 * A title from front matter, which may hold HTML, Markdown's code, or
 * neither.  Pairs of tags of known HTML elements go, "<T>" stays, and so does
 * "the <a> tag"; character references are decoded.  In `back-quoted code` all
 * stays as it is, and so do the back-quotes.  Squeezed; NULL when nothing is
 * left.
 */
const char *plain_title(struct arena *, const char *);

/*
 * Add text of HTML with its character references decoded (WHATWG 13.2.5.72
 * to 80).  Characters that XML forbids are dropped; of named references
 * those of HTML 4 are known.  In an attribute, one without ';' may be part
 * of a query.
 */
void	 plain_decode(struct buf *, const char *, size_t, bool in_attribute);

/* Set a buffer to the decoded value of an attribute; "": it has none. */
void	 plain_value(struct buf *, const struct markup_attribute *);

/* Add text as HTML, which can stand in double quotes, too. */
void	 plain_escape(struct buf *, const char *, size_t);

/*
 * Add a decoded value of an attribute, which is not empty, between these
 * quotes; '\0': between double ones.  The reverse of plain_decode().
 */
void	 plain_quote(struct buf *, const struct buf *value, char quote);

#endif
