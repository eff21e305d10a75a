/*
 * facts - facts of posts, as several generators need them.
 */
#ifndef GENERATORS_FACTS_H
#define GENERATORS_FACTS_H

#include "post/post.h"

/* Add a category or a tag, with whitespace squeezed, unless it is empty. */
void	 facts_add_term(struct post *, enum p2f_category_kind, const char *);

/* Use the value of the key `category` as one category, unsplit. */
void	 facts_set_category(struct post *);

/* Set the language that the path of a post implies. */
void	 facts_set_language(struct post *, const char *);

/* Render the key `summary`, Markdown in a dialect (enum markdown_dialect). */
void	 facts_render_summary(struct post *, unsigned dialect);

#endif
