/*
 * reference - the URLs in the value of an attribute, made absolute.
 *
 * A value is one URL, or a small language with URLs in it.  Values are given
 * and returned decoded: character references are the caller's matter.
 */
#ifndef HTML_REFERENCE_H
#define HTML_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/* A base of more bytes resolves nothing: each URL would take so much room. */
#define REFERENCE_BASE_MAX 2048

enum reference_kind {
	REFERENCE_URL,
	REFERENCE_LIST,		/* of URLs, between blanks */
	REFERENCE_SRCSET,	/* HTML 4.8.4.2.1 */
	REFERENCE_CSS,		/* declarations; url() in them */
	REFERENCE_REFRESH	/* HTML 4.2.5.3: "5; url=..." */
};

enum reference_flag {
	/* An empty value means the page itself; else it means nothing. */
	REFERENCE_EMPTY = 1 << 0,
	/* "#part" is a part of the same picture or script; else of the page. */
	REFERENCE_LOCAL = 1 << 1,
	/* By custom only: the value is no URL if it does not look like one. */
	REFERENCE_GUESS = 1 << 2,
	/* What a script puts in the place of src or srcset: see lazy.h. */
	REFERENCE_LAZY = 1 << 3
};

struct resolver {
	const char	*base;		/* absolute */
	size_t		 base_length;
	/* Another reference for one; NULL: there is none.  May be NULL. */
	const char	*(*find)(void *, const char *reference);
	void		*context;
	struct arena	 scratch;	/* to be released after the last */
	size_t		 scratch_count;
	size_t		 failures;	/* what could not be resolved */
	char		 first[128];	/* the first of them, may be cut */
};

/*
 * Add a value with its relative URLs resolved (RFC 3986 5) to a buffer.
 * False, with nothing added, when there are none: a value whose URLs are
 * absolute stays as it is, whatever they hold, and so does one with the
 * syntax of a template ("{{", "{%").  flags are of enum reference_flag.
 */
bool	 reference_resolve(struct resolver *, enum reference_kind,
	    unsigned flags, const char *value, struct buf *);

/*
 * A reference as a browser reads it (WHATWG URL 4.4): url_tidy()ed, and with
 * '\' up to a query as '/'.
 */
const char *reference_tidy(struct arena *, const char *, size_t);

/* Whether a value begins with a scheme, so that nothing is to be resolved. */
bool	 reference_is_absolute(const char *, size_t);

/* Whether a value holds the syntax of a template, encoded or not. */
bool	 reference_is_template(const char *, size_t);

/* Whether the value of an attribute without a standard looks like a URL. */
bool	 reference_looks_like_url(const char *);

#endif
