/*
 * ruby - strings as Ruby has written them into YAML, of which posts are that
 * Jekyll's importers made.
 */
#ifndef FRONT_RUBY_H
#define FRONT_RUBY_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Ruby 1.8 wrote each byte of UTF-8 as an escape, "\xC3\xB3".  The text of
 * the bytes that the characters of such a text are, and its length; else the
 * same again.
 */
const char *ruby_join_bytes(struct arena *, const char *, size_t *length);

/* Whether a tag (or NULL) is that of a string of some class. */
bool	 ruby_is_string(const char *tag);

/* Whether such a string, in a block of its own, is in base64: its tag does
   not say so. */
bool	 ruby_is_base64(const char *, size_t);

#endif
