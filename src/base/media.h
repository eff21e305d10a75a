/*
 * media - MIME types by file name.
 */
#ifndef BASE_MEDIA_H
#define BASE_MEDIA_H

#include <stdbool.h>

/* The type for the extension in a URL; NULL: unknown. */
const char *media_type(const char *url);

bool	 media_is_image(const char *url);

#endif
