/*
 * terms - words for posts, where a generator has its own way with them.
 */
#ifndef GENERATORS_TERMS_H
#define GENERATORS_TERMS_H

#include "post/post.h"

/* Make the key `category` one category, whatever is in its name. */
void	 terms_set_category(struct post *);

#endif
