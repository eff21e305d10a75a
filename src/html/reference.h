/*
 * reference - the URLs in attribute values, made absolute.
 *
 * A value is one URL, or a small language with URLs in it.  Values are passed
 * and returned decoded: character references are up to the caller.
 */
#ifndef HTML_REFERENCE_H
#define HTML_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/* A longer base resolves nothing: each URL would grow by that much. */
#define REFERENCE_BASE_MAX 2048

enum reference_kind {
	REFERENCE_URL,
	REFERENCE_LIST,		/* of space-separated URLs */
	REFERENCE_SRCSET,	/* HTML 4.8.4.2.1 */
	REFERENCE_CSS,		/* declarations; url() in them */
	REFERENCE_REFRESH	/* HTML 4.2.5.3: "5; url=..." */
};

enum reference_flag {
	/* An empty value means the page itself; without this, nothing. */
	REFERENCE_EMPTY = 1 << 0,
	/* "#part" means a part of the same image or script, not of the page. */
	REFERENCE_LOCAL = 1 << 1,
	/* A URL by convention only: skipped if it does not look like one. */
	REFERENCE_GUESS = 1 << 2,
	/* What a script copies to src or srcset: see lazy.h. */
	REFERENCE_LAZY = 1 << 3
};

struct resolver {
	const char	*base;		/* absolute */
	size_t		 base_length;
	/* Returns what replaces a reference, or NULL.  May be NULL itself. */
	const char	*(*find)(void *, const char *reference);
	void		*context;
	struct arena	 scratch;	/* to be released after the last use */
	size_t		 scratch_count;
	size_t		 failures;	/* references that cannot be resolved */
	char		 first[128];	/* the first of them, may be cut off */
};

/*
 * Add a value with its relative URLs resolved (RFC 3986 5) to a buffer.
 * Returns false, with nothing added, if there are none: a value whose URLs are
 * all absolute is kept as is, whatever they contain, and so is one with
 * template syntax ("{{", "{%").  flags are of enum reference_flag.
 */
bool	 reference_resolve(struct resolver *, enum reference_kind,
	    unsigned flags, const char *value, struct buf *);

/*
 * A reference as a browser reads it (WHATWG URL 4.4): url_tidy()ed, and with
 * '\' before the query replaced by '/'.
 */
const char *reference_tidy(struct arena *, const char *, size_t);

/* Whether a value begins with a scheme, so that nothing needs resolving. */
bool	 reference_is_absolute(const char *, size_t);

/* Whether a value contains template syntax, percent-encoded or not. */
bool	 reference_is_template(const char *, size_t);

/* Whether the value of a nonstandard attribute looks like a URL. */
bool	 reference_looks_like_url(const char *);

#endif
