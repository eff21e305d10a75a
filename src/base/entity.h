/*
 * entity - the names of characters in HTML.
 */
#ifndef BASE_ENTITY_H
#define BASE_ENTITY_H

/*
 * The code point of a name of HTML 4.01 (24.2 to 24.4), or "apos", without
 * its '&' and ';'.  0: there is no such name.
 */
unsigned entity_code(const char *);

#endif
