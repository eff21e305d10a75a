/*
 * magic - detects the type of a file by its first bytes.
 */
#ifndef FEED_MAGIC_H
#define FEED_MAGIC_H

#include <stdbool.h>
#include <stddef.h>

/* Enough bytes of a file, except for JPEGs with a large embedded preview. */
#define MAGIC_HEAD 65536

struct magic {
	const char	*type;		/* MIME type */
	int		 width, height;	/* pixels; 0: unknown */
};

/*
 * Examine the first bytes of a file: PNG, GIF, JPEG, WebP, AVIF and SVG with
 * their dimensions; MP3, MP4, Ogg, WAV, FLAC and PDF by type only.  Returns
 * false if it is none of these.
 */
bool	 magic_read(struct magic *, const unsigned char *, size_t);

#endif
