/*
 * padding - line feeds before a source, that md4c reads none of it by chance.
 *
 * An item that begins with two blank lines has ended (CommonMark 5.2).  So at
 * a blank line behind a block md4c looks whether the last thing it remembers
 * is the beginning of an item; but that may be a line, too, by its places in
 * the source.  If the lowest byte of a place is the number of such a
 * beginning, what follows leaves the list: behind code, a heading or two
 * blank lines, once in 256 times.
 */
#ifndef MARKDOWN_PADDING_H
#define MARKDOWN_PADDING_H

#include <stddef.h>

/*
 * How many line feeds before a source move all such lines to other places.
 * None, too, where there are so many that some would always be at the wrong
 * one; 256 is the least number of them.
 */
size_t	 padding_needed(const char *, size_t);

#endif
