/*
 * json_emit - writes JSON (RFC 8259) into a sink, indented by two.
 *
 * A feed is a few flat objects around text that somebody else wrote.  This
 * handles commas and indentation, and escapes text of any size in one pass.
 * Checking that the output is valid JSON is left to jansson (--verify, and
 * every test).
 *
 * A feed is written in pieces (struct p2f_writer), each with its own struct
 * json, so a piece may leave open what a later one closes.  Names are constants
 * of plain letters, or NULL in an array; text is as promised by post2feed.h.  A
 * member whose text is NULL, or whose number is negative, is left out.
 */
#ifndef WRITERS_JSON_EMIT_H
#define WRITERS_JSON_EMIT_H

#include <stdbool.h>
#include <stddef.h>

#include "post2feed.h"
#include "writers/chunk.h"

struct json {
	struct chunk	 out;
	unsigned	 depth;		/* number of open objects and arrays */
	bool		 is_first;	/* the innermost is still empty */
};

/*
 * The depth is the number of objects and arrays that earlier pieces left open.
 * The piece begins with the first value of the innermost.
 */
void	 json_begin(struct json *, struct p2f_sink *, unsigned depth);
void	 json_end(struct json *);

/* The bracket is '{' or '[', then '}' or ']'.  Something must be in it. */
void	 json_open(struct json *, const char *name, char bracket);
void	 json_close(struct json *, char bracket);

void	 json_text(struct json *, const char *name, const char *text);
void	 json_text_length(struct json *, const char *name, const char *text,
	    size_t);
void	 json_number(struct json *, const char *name, long long);

#endif
