/*
 * rewrite - bodies that stand on their own, wherever they are shown.
 *
 * A reader shows a body on a page of its own, where "../a.png" and "#part"
 * lead nowhere.  The URLs in attributes become absolute, and pictures that
 * wait for a script get their addresses; all other bytes are copied.
 */
#ifndef HTML_REWRITE_H
#define HTML_REWRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct rewrite {
	const char	*base;		/* of the post: an absolute URL */
	/* What stands for a relative URL, or NULL; may be NULL itself. */
	const char	*(*find)(void *, const char *reference);
	/* The same for that of a picture, which comes first; may be NULL. */
	const char	*(*picture)(void *, const char *reference);
	/* Whether a relative URL, or one on a disk (see base/url.h), leads
	   nowhere; may be NULL itself. */
	bool		(*is_lost)(void *, const char *reference);
	void		*context;
	/* found: */
	bool		 may_be_marked;	/* there is a comment, or an attribute
					   with the value "more": see
					   body/excerpt.h */
	const char	*open;		/* in the body, a tag or comment that
					   does not end, or the start tag of
					   such a text, so that nobody sees
					   what is behind; or NULL */
	size_t		 failures;	/* values that can be no URL */
	char		 first[128];	/* the first of them, may be cut */
};

/*
 * Add a body with absolute URLs to a buffer.  False, with nothing added,
 * when it is right as it is, which costs one scan and no copy.
 *
 * URLs are resolved by RFC 3986 5 against the base, or the first <base> in
 * the body, which itself is relative to that.  A value keeps its quotes; one
 * without gets some.  These stay as they are, byte for byte:
 *
 *  - text, also that of scripts, styles, <textarea> and comments;
 *  - values whose URLs are absolute ("mailto:" and "data:" are, too);
 *  - values with the syntax of a template;
 *  - what can be no URL, which is counted;
 *  - "#part" in SVG, but for links, and in CSS: it means the same picture;
 *  - lazy pictures beside a <noscript> that has them once more.
 *
 * An attribute whose only URL is lost goes.
 *
 * What was rewritten once is right as it is.  Time is linear.
 */
bool	 rewrite_html(struct rewrite *, const char *, size_t, struct buf *);

#endif
