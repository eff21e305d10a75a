/*
 * footnote - `[^1]` and `[^1]: text`, as on GitHub.
 *
 * md4c knows no footnotes, so the source is changed: a reference becomes a
 * link in HTML, and the notes that are referred to stand at its end as a
 * list, each with a link back.  Their ids carry a prefix, since readers show
 * many posts on one page.
 */
#ifndef MARKDOWN_FOOTNOTE_H
#define MARKDOWN_FOOTNOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* What the list of notes begins with, in HTML; an id follows. */
#define FOOTNOTE_LIST "<hr>\n<ol>\n<li id=\"fn-"
/* ... and what it ends with, and the HTML, too. */
#define FOOTNOTE_LIST_END "</ol>\n"

struct adaption_source;
struct markdown_options;

bool	 footnote_may_be_in(const struct adaption_source *);

/* Add Markdown with its footnotes so. */
void	 footnote_expand(struct buf *, const char *, size_t,
	    const struct markdown_options *);

#endif
