/*
 * excerpt - where the beginning of a post ends.
 *
 * Both functions work on what was rendered, so that a marker which an author
 * shows as code is text by now, and never taken for one.
 */
#ifndef BODY_EXCERPT_H
#define BODY_EXCERPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * Find the first excerpt marker of HTML:
 *
 *	<!-- more -->  <!-- truncate -->  <!-- excerpt -->
 *	<!-- TEASER_END -->	Nikola's; ": text" may follow
 *	<!-- PELICAN_END_SUMMARY -->
 *	<a name="more"></a>	Blogger's; or with an id
 *
 * and MDX's, which is "truncate" in a C comment in braces, where that is text
 * outside of code.  Case, blanks and a dash too many make no difference in a
 * comment, but one that says anything else besides is an ordinary comment.
 * A paragraph that holds nothing but the marker is part of it.  What it spans
 * belongs in no output.
 */
bool	 excerpt_find_marker(const char *, size_t, size_t *start,
	    size_t *length);

/*
 * Whether there may be one in text; where there is neither that nor what
 * rewrite_html() noted there is no marker at all.
 */
bool	 excerpt_may_be_in_text(const char *, size_t);

/*
 * Add a source, Markdown or HTML, with a marker where the text that ends the
 * excerpts of a site stands first: in the place of a comment, and before any
 * other text, which stays.  Where it stands in code it does not count.  False,
 * with nothing added: it is nowhere.  A NUL follows the source, and the
 * separator is not empty.
 */
bool	 excerpt_mark(struct buf *, const char *, size_t,
	    const char *separator, bool is_html);

/*
 * Plain text of at most that many characters (code points), U+2026 at its
 * end included when something was cut off.  It is cut behind a word, or
 * beside a character of a script that has no blanks; where there is no such
 * place, between characters as readers see them (UAX 29: never before a
 * combining mark or inside an emoji sequence).  NULL when limit is 0.
 */
const char *excerpt_cut(struct arena *, const char *, size_t limit);

#endif
