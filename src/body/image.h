/*
 * image - the image that represents a body.
 */
#ifndef BODY_IMAGE_H
#define BODY_IMAGE_H

#include <stddef.h>

#include "base/arena.h"

/*
 * The URL of the first image that shows something of the post, or NULL if there
 * is none.  Tracking pixels, placeholders, emoji, hidden images, data: URLs and
 * URLs that are not absolute are skipped: the body must have gone through
 * rewrite_html().
 */
const char *image_find(struct arena *, const char *, size_t);

#endif
