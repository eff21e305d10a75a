/*
 * ruby - strings as Ruby wrote them to YAML, for posts made by Jekyll's
 * importers.
 */
#ifndef FRONT_RUBY_H
#define FRONT_RUBY_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Ruby 1.8 wrote each byte of UTF-8 as an escape sequence, "\xC3\xB3".  If the
 * characters of the text are such bytes, the text that they encode, and its
 * length; else the same text.
 */
const char *ruby_join_bytes(struct arena *, const char *, size_t *length);

/* Whether a tag (or NULL) is that of a string of some Ruby class. */
bool	 ruby_is_string(const char *tag);

/* Whether such a string, as a block scalar, is in base64: its tag does not
   tell. */
bool	 ruby_is_base64(const char *, size_t);

#endif
