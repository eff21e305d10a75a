/*
 * angle - what stands between `<` and `>`, and is neither a tag nor a URL.
 *
 * A scheme begins with a letter; md4c takes <10:30> and </o:p> for URLs, too.
 * Kramdown and Python-Markdown know few schemes, so that <std::string> is text
 * to them, and they pass elements on whose names have a prefix: Word leaves
 * <o:p></o:p> in what was pasted from it, and the buttons of social networks
 * were such.  A browser shows their content alone.
 */
#ifndef MARKDOWN_ANGLE_H
#define MARKDOWN_ANGLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

bool	 angle_may_be_in(const char *, size_t);
bool	 angle_may_be_old(const char *, size_t);

/* Add Markdown in which they are text. */
void	 angle_adapt(struct buf *, const char *, size_t, bool is_mdx);
/* ... by the rules of these two, with STANDIN_NONE for a tag. */
void	 angle_adapt_old(struct buf *, const char *, size_t, bool is_mdx);

#endif
