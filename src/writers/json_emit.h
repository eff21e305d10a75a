/*
 * json_emit - writes JSON (RFC 8259) into a sink, indented by two.
 *
 * A feed is a few flat objects around text that somebody else wrote.  This
 * keeps commas and indentation, and escapes text of any size in one pass.
 * That what comes out is JSON is for jansson to say (--verify, and every
 * test).
 *
 * A feed is written in pieces (struct p2f_writer), each with a struct json of
 * its own, so a piece may leave open what a later one closes.  Names are
 * constants of plain letters, and NULL in an array; text is what post2feed.h
 * promises.  A NULL for a text, or a negative number, leaves the member out.
 */
#ifndef WRITERS_JSON_EMIT_H
#define WRITERS_JSON_EMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "post2feed.h"
#include "writers/chunk.h"

struct json {
	struct chunk	 out;
	unsigned	 depth;		/* objects and arrays that are open */
	bool		 is_first;	/* nothing in the innermost yet */
};

/*
 * The depth is the number of objects and arrays that earlier pieces left
 * open.  The piece begins with a value that has none before it.
 */
void	 json_begin(struct json *, struct p2f_sink *, unsigned depth);
void	 json_end(struct json *);

/* The bracket is '{' or '['; '}' or ']'.  Something has to be in it. */
void	 json_open(struct json *, const char *name, char bracket);
void	 json_close(struct json *, char bracket);

void	 json_text(struct json *, const char *name, const char *text);
void	 json_text_length(struct json *, const char *name, const char *text,
	    size_t);
void	 json_number(struct json *, const char *name, long long);

#endif
