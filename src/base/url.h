/*
 * url - URLs as people write them, and as RFC 3986 requires them.
 *
 * Front matter and bodies contain URLs with spaces, CJK, stray percent signs
 * and hosts in any script; a feed must contain URIs.  Only url_encode()
 * converts one into the other.  All else here accepts and returns URIs.
 */
#ifndef BASE_URL_H
#define BASE_URL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

/* Whether it begins with a scheme (RFC 3986 3.1). */
bool	 url_is_absolute(const char *);

/* Whether it begins with http:// or https://. */
bool	 url_is_web(const char *);
/* Whether it is a path to browsers, but was meant as a URL with a host:
   "www.a.example/b", "example.org/b", "https//a.example". */
bool	 url_lacks_scheme(const char *);
/* Whether it names a file on the computer of its author: file:///a.png,
   C:\a.png. */
bool	 url_is_on_disk(const char *);

/*
 * A URL as written, without whitespace at its ends, and without tabs and line
 * breaks, which belong to the layout of the file (WHATWG URL 4.4).
 */
char	*url_tidy(struct arena *, const char *, size_t);

/* Turn the backslashes of a path into slashes, as browsers do (the same). */
void	 url_turn_slashes(char *);

/*
 * A URL or relative reference as written -> a URI reference.  It is
 * url_tidy()ed; what RFC 3986 does not allow where it appears is
 * percent-encoded, including '%' itself if no two hex digits follow, '\'
 * anywhere, '[' and ']' outside an IPv6 host.  A valid URI is returned byte
 * for byte, except that scheme and host become lower case (RFC 3986 6.2.2.1),
 * and that escape sequences in a host are decoded.
 *
 * A host that is not ASCII is converted (base/idna.h says how far).
 *
 * NULL if it cannot be a URL: empty, a host with forbidden characters, a
 * port that is not a number up to 65535, no host after "http://".
 */
const char *url_encode(struct arena *, const char *);

/*
 * Resolve a reference on a page to an absolute URI (RFC 3986 5.2), without
 * dot segments, even those written with %2E.  The base is an absolute URI;
 * the reference is url_encode()d first, and may be empty.  NULL if the
 * reference cannot be a URL, or needs a hierarchical base and has none.
 */
const char *url_resolve(struct arena *, const char *base,
	    const char *reference);
/* That URL with the name of a file as its last segment. */
const char *url_of_file(struct arena *, const char *base, const char *path);

/*
 * The canonical form of an http or https URI (RFC 3986 6.2.2.3, 6.2.3):
 * without dot segments and the default port of its scheme, and with "/" for
 * an empty path.
 */
const char *url_normalize(struct arena *, const char *);

/* The host, lower case, without user and port; NULL if there is none. */
const char *url_host(struct arena *, const char *);

/* Whether a percent sign and two hex digits are at p. */
static inline bool
url_is_escape(const char *p, const char *end)
{
	return end - p >= 3 && p[0] == '%' && ascii_is_hex(p[1]) &&
	    ascii_is_hex(p[2]);
}

/* The byte that they stand for. */
static inline char
url_escape_value(const char *p)
{
	return (char)(ascii_hex_value(p[1]) << 4 | ascii_hex_value(p[2]));
}

/* Add text of which nothing is encoded yet; unreserved characters (RFC 3986
   2.3) and the allowed ones stay. */
void	 url_encode_but(struct buf *, const char *, const char *allowed);
/* Add one path segment; '/' and '%' are encoded, too. */
void	 url_encode_segment(struct buf *, const char *);
/* Add a path of such segments: its slashes stay. */
void	 url_encode_path(struct buf *, const char *);

/*
 * For people to read: %XX is decoded if it stands for a valid, printable
 * character, and left as it is otherwise.
 */
const char *url_decode(struct arena *, const char *);
/* The same for a reference, less its query and fragment: a path. */
const char *url_decode_path(struct arena *, const char *reference);

#endif
