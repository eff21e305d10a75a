/*
 * rendered - texts of front matter that are Markdown to their generator.
 */
#ifndef GENERATORS_RENDERED_H
#define GENERATORS_RENDERED_H

#include "post/post.h"

/* The key `summary`, which becomes HTML, by an enum markdown_dialect. */
void	 rendered_summary(struct post *, unsigned dialect);

#endif
