/*
 * entity - HTML character references.
 */
#ifndef BASE_ENTITY_H
#define BASE_ENTITY_H

#include <stddef.h>

/*
 * The code point of an entity name of HTML 4.01 (24.2 to 24.4), or of "apos",
 * without '&' and ';'; "lang" and "rang" are those of HTML 5.  0: there is no
 * such name.
 */
unsigned entity_code(const char *);

/*
 * Read "#38" or "#x26" at s and return its length; 0: it is not one.  For a
 * code point above U+10FFFF, *code is some number above that.
 */
size_t	 entity_number(const char *s, const char *end, unsigned *code);

/*
 * The code point of what is between '&' and ';': a name, or "#38".  0: there
 * is none, or it is a surrogate.
 */
unsigned entity_of_reference(const char *);

#endif
