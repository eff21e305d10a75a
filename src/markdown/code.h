/*
 * code - code blocks and their language.
 *
 * The info string of a fence may be more than a word: `go{1,3}`,
 * `rust,linenos`, `{.python .numbered}`; readers expect `language-go`.  Pelican
 * also has the language on the first line of the code.
 */
#ifndef MARKDOWN_CODE_H
#define MARKDOWN_CODE_H

#include <stdbool.h>

#include "base/buf.h"

enum code_state {
	CODE_TEXT,
	CODE_FIRST,		/* its start tag is still open */
	CODE_LINE		/* the rest of a hidden line */
};

/* Release indentation when done. */
struct code {
	struct buf	*out;
	bool		 is_hilite;	/* read `:::python`, `#!python` */
	enum code_state	 state;
	struct buf	 indentation;	/* of the first line, not yet added */
};

/* Begin a block.  The first word of the info string is given as HTML, or
   NULL if there is none. */
void	 code_begin(struct code *, const char *word);
/* Add part of a line: indentation, text, or a line feed. */
void	 code_add(struct code *, const char *, size_t n);
void	 code_end(struct code *);

#endif
