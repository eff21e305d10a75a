/*
 * terms - words for posts, where a generator has its own way with them.
 */
#ifndef GENERATORS_TERMS_H
#define GENERATORS_TERMS_H

#include "post/post.h"

/* Add a category or a tag, squeezed; a blank one is none. */
void	 terms_add(struct post *, enum p2f_category_kind, const char *);

/* Make the key `category` one category, whatever is in its name. */
void	 terms_set_category(struct post *);

#endif
