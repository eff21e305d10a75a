/*
 * idna - host names in any script, as ASCII.
 *
 * Feeds hold URIs, and the host of a URI is ASCII: labels in other scripts
 * are written in punycode (RFC 3492, RFC 5891 4.4).
 */
#ifndef BASE_IDNA_H
#define BASE_IDNA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * Add the ASCII form of a host name.  Of the mapping of UTS 46 it does what
 * typed names need: letters become lower case, full-width forms and
 * ideographic full stops ASCII; invisible characters are dropped.  There is no
 * normalization (NFC): a name that was typed decomposed stays so.  False, with
 * the buffer undefined, if the name is empty, contains what no host can, or
 * has a label that is not ASCII and too long for the DNS.
 */
bool	 idna_to_ascii(struct buf *, const char *, size_t);

#endif
