/*
 * magic - what the beginning of a file says of its contents.
 */
#ifndef FEED_MAGIC_H
#define FEED_MAGIC_H

#include <stdbool.h>
#include <stddef.h>

/* So much of a file is enough, but for JPEGs with a large preview inside. */
#define MAGIC_HEAD 65536

struct magic {
	const char	*type;		/* MIME type */
	int		 width, height;	/* pixels; 0: unknown */
};

/*
 * Look at the first bytes of a file: PNG, GIF, JPEG, WebP, AVIF, SVG with
 * their size; MP3, MP4, Ogg, WAV, FLAC, PDF by their type alone.  False:
 * none of these.
 */
bool	 magic_read(struct magic *, const unsigned char *, size_t);

#endif
