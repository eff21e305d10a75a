/*
 * picture - the picture that stands for a whole body.
 */
#ifndef BODY_PICTURE_H
#define BODY_PICTURE_H

#include <stddef.h>

#include "base/arena.h"

/*
 * The address of the first picture that shows something of the post; NULL if
 * there is none.  Pictures of one pixel, which count visitors, placeholders,
 * emoji, hidden ones, data: and what is not absolute do not count: the body
 * is one that rewrite_html() has seen.
 */
const char *picture_find(struct arena *, const char *, size_t);

#endif
