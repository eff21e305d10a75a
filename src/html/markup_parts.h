/*
 * markup_parts - private to html/markup and html/skim.
 */
#ifndef HTML_MARKUP_PARTS_H
#define HTML_MARKUP_PARTS_H

#include <limits.h>
#include <stdbool.h>

/* Classes of characters in a tag.  HTML whitespace has no vertical tab. */
enum { SPACE = 1, GAP = 2, NAME_END = 4 };

extern const unsigned char markup_kinds[UCHAR_MAX + 1];

static inline bool
markup_is_of(char c, unsigned kind)
{
	return markup_kinds[(unsigned char)c] & kind;
}

#endif
