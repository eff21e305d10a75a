/*
 * media - MIME types of files by their names.
 */
#ifndef FEED_MEDIA_H
#define FEED_MEDIA_H

/* The type that the extension in a URL stands for; NULL: unknown. */
const char *media_type(const char *url);

#endif
