/*
 * rewrite - bodies that are self-contained, wherever they are shown.
 *
 * A reader shows a body on a page of its own, where "../a.png" and "#part"
 * point to nothing.  The URLs in attributes become absolute, and images that
 * wait for a script get their real URLs; all other bytes are copied.
 */
#ifndef HTML_REWRITE_H
#define HTML_REWRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct rewrite {
	const char	*base;		/* of the post: an absolute URL */
	/* Returns what replaces a relative URL, or NULL; may be NULL itself. */
	const char	*(*find)(void *, const char *reference);
	/* The same for the URL of an image, and called first; may be NULL. */
	const char	*(*image)(void *, const char *reference);
	/* Whether a relative URL, or one of a file on a disk (see
	   base/url.h), points to nothing; may be NULL itself. */
	bool		(*is_lost)(void *, const char *reference);
	void		*context;
	/* results: */
	bool		 may_be_marked;	/* there is a comment, or an
					   attribute with the value "more":
					   see body/excerpt.h */
	const char	*open;		/* points into the body: an
					   unterminated tag or comment, or
					   the start tag of an unterminated
					   text element, after which nothing
					   is shown; or NULL */
	size_t		 failures;	/* values that cannot be URLs */
	char		 first[128];	/* the first of them, may be cut off */
};

/*
 * Add a body with absolute URLs to a buffer.  Returns false, with nothing
 * added, if it needs no change, which costs one scan and no copy.
 *
 * URLs are resolved by RFC 3986 5 against the base, or against the first <base>
 * in the body, which is itself relative to that.  A value keeps its quotes; an
 * unquoted one gets some.  These are kept byte for byte:
 *
 *  - text, including that of scripts, styles, <textarea> and comments;
 *  - values whose URLs are absolute (including "mailto:" and "data:");
 *  - values with template syntax;
 *  - values that cannot be URLs, which are counted;
 *  - "#part" in SVG, except in links, and in CSS: it means the same image;
 *  - lazy images next to a <noscript> that repeats them.
 *
 * An attribute whose only URL is lost is removed.
 *
 * Rewriting the result again changes nothing.  Runs in linear time.
 */
bool	 rewrite_html(struct rewrite *, const char *, size_t, struct buf *);

#endif
