/*
 * code - blocks of code, and the language they are in.
 *
 * The info string of a fence may hold more than a word: `go{1,3}`,
 * `rust,linenos`, `{.python .numbered}`; readers want `language-go`.  Pelican
 * has the language in the first line of the code, too.
 */
#ifndef MARKDOWN_CODE_H
#define MARKDOWN_CODE_H

#include <stdbool.h>

#include "base/buf.h"

enum code_state {
	CODE_TEXT,
	CODE_FIRST,		/* its start tag is not closed yet */
	CODE_LINE		/* the rest of a line that is not shown */
};

/* Release indentation when done. */
struct code {
	struct buf	*out;
	bool		 is_hilite;	/* `:::python` and `#!python` name it */
	enum code_state	 state;
	struct buf	 indentation;	/* of the first line, not yet put */
};

/* Begin a block; the first word of its info string is HTML, NULL: it has
   none. */
void	 code_begin(struct code *, const char *word);
/* Add a part of one of its lines: indentation, text, or a line feed. */
void	 code_add(struct code *, const char *, size_t n);
void	 code_end(struct code *);

#endif
