/*
 * url_parts - shared by the files of url only.
 *
 *	url.c		splitting, encoding and decoding
 *	url_resolve.c	references
 */
#ifndef BASE_URL_PARTS_H
#define BASE_URL_PARTS_H

#include "base/url.h"

/* Part of a string.  An absent one has no start; an empty one does. */
struct span {
	const char	*start;
	size_t		 length;
};

struct parts {
	struct span scheme, authority, path, query, fragment;
};

struct authority {
	struct span user, host, port;
};

/* RFC 3986 appendix B. */
struct parts url_split(const char *);
/* RFC 3986 3.2.  A colon inside "[...]" does not begin a port. */
struct authority url_split_authority(struct span);

/* NULL: there is none. */
const char *url_find_last(struct span, char);

/* url_encode() for what is url_tidy()ed, and may be empty. */
const char *url_encode_tidy(struct arena *, const char *);

#endif
