/*
 * chunk - text on its way into a sink, escaped as it goes.
 *
 * A body is copied once, 64 bytes at a time, and characters that have to be
 * escaped are replaced as they are found; the sink is called only once every
 * few kilobytes.  All built-in formats write all of their text through this
 * routine.
 */
#ifndef WRITERS_CHUNK_H
#define WRITERS_CHUNK_H

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "post2feed.h"

/*
 * ASCII characters that have to be escaped, and their escapes.  Each is at the
 * index of its lower four bits, so no two of them may have the same ones: a
 * vector instruction looks up sixteen at once.  With one size for all and the
 * length known, an escape can be copied as a vector, too.
 */
struct chunk_escapes {
	struct chunk_escape {
		char		 text[15];
		unsigned char	 length;
	}		 texts[16];
	char		 characters[16];
};

/* An initializer: { CHUNK_ESCAPE('<', "&lt;"), ... } */
#define CHUNK_ESCAPE(c, s) \
	.characters[(c) & 15] = (c), .texts[(c) & 15] = { s, sizeof (s) - 1 }

struct chunk;

/* Write text, escaped. */
typedef void chunk_escaper(struct chunk *, const struct chunk_escapes *,
    const char *, size_t);

/* A chunk must not be used after chunk_flush(). */
struct chunk {
	struct p2f_sink	*sink;
	chunk_escaper	*escape;	/* for this processor */
	size_t		 length;
	char		*bytes;		/* the sink's: CHUNK_ROOM of them */
};

#define CHUNK_ROOM 4096

void	 chunk_init(struct chunk *, struct p2f_sink *);
/* chunk_put() for bytes that do not fit. */
void	 chunk_put_long(struct chunk *, const char *, size_t);
/* Pass the collected bytes to the sink. */
void	 chunk_flush(struct chunk *);
/* Let the sink write a part that outputs may share. */
void	 chunk_share(struct chunk *, p2f_part *, const struct p2f_post *);

/* Inline, since most calls write a few characters of markup. */
static inline void
chunk_put(struct chunk *c, const char *bytes, size_t n)
{
	if (n > CHUNK_ROOM - c->length) {
		chunk_put_long(c, bytes, n);
		return;
	}
	memcpy(c->bytes + c->length, bytes, n);
	c->length += n;
}

static inline void
chunk_puts(struct chunk *c, const char *s)
{
	chunk_put(c, s, strlen(s));
}

static inline void
chunk_escape(struct chunk *c, const struct chunk_escapes *escapes,
    const char *text, size_t length)
{
	c->escape(c, escapes, text, length);
}

/*
 * Feeds are flat: <rss><channel><image><url>, or JSON's items, an item, its
 * attachments, one of them, a member.
 */
#define CHUNK_DEPTH_MAX 8
#define CHUNK_INDENT_WIDTH 2

/* Begin a line, indented for this depth. */
static inline void
chunk_break_line(struct chunk *c, unsigned depth)
{
	static const char line[] = "\n                ";

	assert(depth <= CHUNK_DEPTH_MAX);
	/* A copy of constant length is faster than one of the right length. */
	chunk_put(c, line, 1 + CHUNK_DEPTH_MAX * CHUNK_INDENT_WIDTH);
	c->length -= (CHUNK_DEPTH_MAX - depth) * CHUNK_INDENT_WIDTH;
}

#endif
