/*
 * excerpt - where the beginning of a post ends.
 *
 * Markers are searched for in rendered HTML, so a marker that an author shows
 * as code is text by then, and is not mistaken for one.
 */
#ifndef BODY_EXCERPT_H
#define BODY_EXCERPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * Find the first excerpt marker in HTML:
 *
 *	<!-- more -->  <!-- truncate -->  <!-- excerpt -->
 *	<!-- TEASER_END -->	Nikola's; ": text" may follow
 *	<!-- PELICAN_END_SUMMARY -->
 *	<a name="more"></a>	Blogger's; or with an id
 *
 * and MDX's, which is "truncate" in a C comment in braces, as text outside
 * code.  In a comment, case, spaces and extra dashes do not matter, but one
 * that says anything else is an ordinary comment.  A paragraph that contains
 * only the marker is part of it.  What the marker spans belongs in no output.
 */
bool	 excerpt_find_marker(const char *, size_t, size_t *start,
	    size_t *length);

/*
 * Whether text may contain a marker.  If it does not, and rewrite_html() saw no
 * sign of one, there is none at all.
 */
bool	 excerpt_may_be_in_text(const char *, size_t);

/*
 * Add a source, Markdown or HTML, with a marker at the first occurrence of the
 * text that ends excerpts on a site: in place of a comment, but before other
 * text, which is kept.  Occurrences in code do not count.  Returns false, with
 * nothing added, if there is none.  The source must be followed by a NUL, and
 * the separator not be empty.
 */
bool	 excerpt_mark(struct buf *, const char *, size_t,
	    const char *separator, bool is_html);

/*
 * Plain text of at most this many characters (code points), including a final
 * U+2026 if something was cut off.  It is cut after a word, or next to a
 * character of a script without spaces; if that is impossible, between
 * characters as readers see them (UAX 29: never before a combining mark or
 * inside an emoji sequence).  NULL if the limit is 0.
 */
const char *excerpt_cut(struct arena *, const char *, size_t limit);

#endif
