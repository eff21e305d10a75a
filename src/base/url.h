/*
 * url - addresses as people write them, and as RFC 3986 wants them.
 *
 * Front matter and bodies hold addresses with blanks, CJK, stray percent
 * signs and hosts of any script; a feed has to hold URIs.  url_encode() is
 * the one door between the two.  All else here takes and gives URIs.
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
/* Whether it is a path to browsers, and to its author the address of a host:
   "www.a.example/b", "example.org/b", "https//a.example". */
bool	 url_lacks_scheme(const char *);
/* Whether it is that of a file on the computer of who wrote it: file:///a.png,
   C:\a.png. */
bool	 url_is_on_disk(const char *);

/*
 * An address as it was written, without white space at its ends, and without
 * tabs and line breaks, which are those of the file's layout (WHATWG URL 4.4).
 */
char	*url_tidy(struct arena *, const char *, size_t);

/* Backslashes of a path become slashes, as browsers have it (the same). */
void	 url_turn_slashes(char *);

/*
 * An address or relative reference as it was written -> a URI reference.
 * It is url_tidy()ed; what RFC 3986 does not allow in its place is
 * percent-encoded, with '%' itself where no two hex digits follow, '\'
 * anywhere, '[' and ']' outside an IPv6 host.  A valid URI comes back byte
 * for byte, but that scheme and host are lower-cased (RFC 3986 6.2.2.1), and
 * that escapes in a host are decoded.
 *
 * A host that is not ASCII becomes so (base/idna.h says how far).
 *
 * NULL when it can be no URL: empty, a host with forbidden characters, a
 * port that is no number up to 65535, no host after "http://".
 */
const char *url_encode(struct arena *, const char *);

/*
 * The absolute URI that a reference means on a page (RFC 3986 5.2), without
 * dot segments, also those written with %2E.  The base is an absolute URI;
 * the reference is url_encode()d first, and may be empty.  NULL when the
 * reference can be no URL, or needs a hierarchical base and has none.
 */
const char *url_resolve(struct arena *, const char *base,
	    const char *reference);
/* That URL with the name of a file at its end, in place of what is there. */
const char *url_of_file(struct arena *, const char *base, const char *path);

/*
 * An http or https URI as all should write it (RFC 3986 6.2.2.3, 6.2.3):
 * without dot segments and the port that its scheme has by default, and with
 * "/" for an empty path.
 */
const char *url_normalize(struct arena *, const char *);

/* The host, lower case, without user and port; NULL if there is none. */
const char *url_host(struct arena *, const char *);

/* Whether a percent sign and two hex digits stand there. */
static inline bool
url_is_escape(const char *p, const char *end)
{
	return end - p >= 3 && p[0] == '%' && ascii_is_hex(p[1]) &&
	    ascii_is_hex(p[2]);
}

/* The byte that they mean. */
static inline char
url_escape_value(const char *p)
{
	return (char)(ascii_hex_value(p[1]) << 4 | ascii_hex_value(p[2]));
}

/* Add a text of which nothing is encoded yet; unreserved characters (RFC 3986
   2.3) and these stay. */
void	 url_encode_but(struct buf *, const char *, const char *allowed);
/* Add one path segment; '/' and '%' are encoded, too. */
void	 url_encode_segment(struct buf *, const char *);
/* Add a path of such segments: its slashes stay. */
void	 url_encode_path(struct buf *, const char *);

/*
 * For people to read: %XX is decoded where it stands for a valid character
 * that can be printed, and is left as it is elsewhere.
 */
const char *url_decode(struct arena *, const char *);
/* The same of a reference, less its query and fragment: a path. */
const char *url_decode_path(struct arena *, const char *reference);

#endif
