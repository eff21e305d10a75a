/*
 * chunk - text on its way into a sink, escaped as it goes.
 *
 * A body is copied once, sixteen bytes at a time, and what a syntax cannot
 * hold is replaced on the way; the sink is called for some kilobytes at once.
 * This is the one routine that all built-in formats put their text through.
 */
#ifndef WRITERS_CHUNK_H
#define WRITERS_CHUNK_H

#include <stddef.h>

#include "post2feed.h"

/* The characters that have to be written as something else, somewhere. */
enum chunk_class {
	CHUNK_PLAIN, CHUNK_AMPERSAND, CHUNK_LESS, CHUNK_GREATER, CHUNK_QUOTE,
	CHUNK_TAB, CHUNK_LINE_FEED, CHUNK_RETURN, CHUNK_BACKSLASH,
	CHUNK_CLASS_COUNT
};

/*
 * What they become; those without an entry stay.  One size for all, with the
 * length known, lets an escape be copied as one vector.
 */
struct chunk_escape {
	unsigned char	 length;
	char		 text[15];
};

typedef const struct chunk_escape chunk_escapes[CHUNK_CLASS_COUNT];

#define CHUNK_ESCAPE(s) { sizeof (s) - 1, s }

/* A chunk is used up to chunk_flush(), and then done with. */
struct chunk {
	struct p2f_sink	*sink;
	size_t		 length;
	char		 bytes[8192];
};

void	 chunk_init(struct chunk *, struct p2f_sink *);
void	 chunk_put(struct chunk *, const char *, size_t);
void	 chunk_puts(struct chunk *, const char *);
/* Put text, and for its characters what they become. */
void	 chunk_escape(struct chunk *, chunk_escapes, const char *,
	    size_t);
/* Hand over what has collected. */
void	 chunk_flush(struct chunk *);

#endif
