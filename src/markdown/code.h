/*
 * code - the language of a block of code, in HTML as md4c writes it.
 *
 * The info string of a fence may hold more than a word: `go{1,3}`,
 * `rust,linenos`, `{.python .numbered}`; readers want `language-go`.  Pelican
 * has the language in the first line of the code, too.
 */
#ifndef MARKDOWN_CODE_H
#define MARKDOWN_CODE_H

#include <stdbool.h>

#include "base/buf.h"

/* No piece of another length begins anything outside of code. */
#define CODE_TAG "<pre><code"
#define CODE_TAG_LENGTH (sizeof CODE_TAG - 1)

enum code_state { CODE_OUTSIDE, CODE_OPEN, CODE_CLASS, CODE_FIRST, CODE_LINE };

/* Release word when done. */
struct code {
	struct buf	*out;
	bool		 is_hilite;	/* `:::python` and `#!python` name it */
	enum code_state	 state;
	struct buf	 word;		/* the info string */
};

/* Add a piece of HTML, of n bytes, as md4c hands it out. */
void	 code_add(struct code *, const char *, size_t n);

#endif
