/*
 * markdown_parts - what the parts of markdown share.
 *
 *	markdown.c		what md4c is given
 *	markdown_output.c	... and what it makes of it
 *	markdown_shape.c	whether a body is HTML already
 */
#ifndef MARKDOWN_MARKDOWN_PARTS_H
#define MARKDOWN_MARKDOWN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "markdown/code.h"
#include "markdown/markdown.h"

/* What comes next. */
enum output_state {
	OUTPUT_TEXT,		/* anything */
	OUTPUT_ADDRESS,		/* of a picture */
	OUTPUT_ALT,		/* its text, behind that */
	OUTPUT_INDENTED		/* what stands behind an indentation */
};

/*
 * Tabs that code begins with are blanks to it; they are put back.
 */
struct markdown_output {
	const struct markdown_options *options;
	const char	*source;
	size_t		 length;	/* of that */
	bool		 has_tabs;	/* so has that */
	bool		 has_bare;	/* MARKDOWN_BARE may be in it */
	struct code	 code;		/* holds the HTML */
	size_t		 from;		/* where that begins */

	enum output_state state;
	struct buf	 address;	/* of a picture, its pieces */
	size_t		 box;		/* where the last tag, an item with a
					   box, has that; 0: it is none */

	size_t		 columns;	/* of indentation, not yet put */
	size_t		 escapes;	/* that stand behind it ... */
	struct buf	 held;		/* ... and what they are */
};

void	 markdown_output_init(struct markdown_output *, struct buf *html,
	    const char *source, size_t, const struct markdown_options *);
/* Take a piece, as md_html() hands it on. */
void	 markdown_output_add(const char *, unsigned, void *output);
void	 markdown_output_end(struct markdown_output *);

#endif
