/*
 * padding - line feeds before a source, to avoid a bug of md4c.
 *
 * An item that begins with two blank lines has ended (CommonMark 5.2).  So, at
 * a blank line after a block, md4c checks whether the last thing it recorded is
 * the beginning of an item; but that may also be a line, recorded by its
 * offsets in the source.  If the low byte of an offset is the type number of an
 * item, what follows leaves the list: after code, a heading or two blank lines,
 * this happens once in 256 times.
 */
#ifndef MARKDOWN_PADDING_H
#define MARKDOWN_PADDING_H

#include <stddef.h>

/*
 * How many line feeds before a source move all such lines to harmless offsets.
 * Also 0 if there are so many of them, at least 256, that some would always be
 * at a bad one.
 */
size_t	 padding_needed(const char *, size_t);

#endif
