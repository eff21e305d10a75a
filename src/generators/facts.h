/*
 * facts - what several generators make of the facts of a post.
 */
#ifndef GENERATORS_FACTS_H
#define GENERATORS_FACTS_H

#include "post/post.h"

/* Add a category or a tag, squeezed; a blank one is none. */
void	 facts_add_term(struct post *, enum p2f_category_kind, const char *);

/* Make the key `category` one category, whatever is in its name. */
void	 facts_set_category(struct post *);

/* Set the language, as the path of the post says it. */
void	 facts_set_language(struct post *, const char *);

/* The key `summary`, which is Markdown to some, becomes HTML, by an enum
   markdown_dialect. */
void	 facts_render_summary(struct post *, unsigned dialect);

#endif
