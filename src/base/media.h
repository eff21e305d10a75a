/*
 * media - MIME types of files by their names.
 */
#ifndef BASE_MEDIA_H
#define BASE_MEDIA_H

#include <stdbool.h>

/* The type that the extension in a URL stands for; NULL: unknown. */
const char *media_type(const char *url);

bool	 media_is_picture(const char *url);

#endif
