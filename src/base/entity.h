/*
 * entity - what character references of HTML stand for.
 */
#ifndef BASE_ENTITY_H
#define BASE_ENTITY_H

#include <stddef.h>

/*
 * The code point of a name of HTML 4.01 (24.2 to 24.4), or "apos", without
 * its '&' and ';'; "lang" and "rang" are what HTML 5 has made of them.  0:
 * there is no such name.
 */
unsigned entity_code(const char *);

/*
 * Read "#38" or "#x26" at s: its length, 0: it is none.  A code point above
 * U+10FFFF is none, but some number above that.
 */
size_t	 entity_number(const char *s, const char *end, unsigned *code);

/*
 * The code point of what stands between '&' and ';': a name, or "#38".  0:
 * there is none, or it is a surrogate.
 */
unsigned entity_of_reference(const char *);

#endif
