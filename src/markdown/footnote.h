/*
 * footnote - `[^1]` and `[^1]: text`, as on GitHub.
 *
 * md4c does not support footnotes, so the source is changed: a reference
 * becomes an HTML link, and the footnotes referred to are put at the end as a
 * list, each with a link back.  Their ids have a prefix, since readers show
 * many posts on one page.
 */
#ifndef MARKDOWN_FOOTNOTE_H
#define MARKDOWN_FOOTNOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* How the list of footnotes begins in HTML; an id follows. */
#define FOOTNOTE_LIST "<hr>\n<ol>\n<li id=\"fn-"
/* How the list, and the HTML, ends. */
#define FOOTNOTE_LIST_END "</ol>\n"

struct adaption_source;
struct markdown_options;

bool	 footnote_may_be_in(const struct adaption_source *);

/* Add Markdown with its footnotes replaced. */
void	 footnote_expand(struct buf *, const char *, size_t,
	    const struct markdown_options *);

#endif
