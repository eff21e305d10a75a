/*
 * definition - lists of definitions, as Kramdown, Goldmark and
 * Python-Markdown have them.
 *
 *	Rain
 *	Drizzle
 *	:   Water that falls
 *	:   A function of the sky
 *
 * Terms are the lines of a paragraph.  Between it and its definitions, and
 * between these, may be a blank line, of which the text becomes a paragraph;
 * what goes on behind one is indented.
 */
#ifndef MARKDOWN_DEFINITION_H
#define MARKDOWN_DEFINITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 definition_may_be_in(const char *, size_t);

/* Add Markdown in which they are HTML, with MARKDOWN_BARE in it. */
void	 definition_adapt(struct buf *, const char *, size_t, bool is_mdx);

#endif
