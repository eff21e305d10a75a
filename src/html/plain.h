/*
 * plain - HTML as plain text, for titles and summaries.
 *
 * Feed formats disagree on whether a title is HTML; plain text is displayed
 * correctly by all of them.
 */
#ifndef HTML_PLAIN_H
#define HTML_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

struct markup_attribute;

/*
 * What a reader of the page would see as text, with whitespace squeezed:
 * without tags, comments, scripts, styles and templates; block-level tags and
 * <br> count as whitespace.  NULL if nothing is left.
 */
const char *plain_text(struct arena *, const char *, size_t);

/*
 * The beginning of that text: all of it, or more than `limit` characters.
 * Reads no more of the HTML than this takes.
 */
const char *plain_opening(struct arena *, const char *, size_t,
	    size_t limit);

/*
 * A title from front matter, which may be HTML, have Markdown code spans, or be
 * neither.  Pairs of tags of known HTML elements are removed; "<T>" is kept,
 * and so is "the <a> tag"; character references are decoded.  `Code spans` are
 * kept as is, with their backquotes.  Whitespace is squeezed; NULL if nothing
 * is left.
 */
const char *plain_title(struct arena *, const char *);

/*
 * Add HTML text with its character references decoded (WHATWG 13.2.5.72 to 80).
 * Characters that XML forbids are dropped; of the named references, those of
 * HTML 4 are known.  In an attribute, a reference without ';' may be part of a
 * query.
 */
void	 plain_decode(struct buf *, const char *, size_t, bool in_attribute);

/* Set a buffer to the decoded value of an attribute, "" if it has none. */
void	 plain_value(struct buf *, const struct markup_attribute *);

/* Add text escaped for HTML, also for use inside double quotes. */
void	 plain_escape(struct buf *, const char *, size_t);

/*
 * Add a decoded, non-empty attribute value between these quotes, '\0' meaning
 * double quotes.  The inverse of plain_decode().
 */
void	 plain_quote(struct buf *, const struct buf *value, char quote);

#endif
