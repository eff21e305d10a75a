/*
 * source_parts - what the two parts of `source` share.
 */
#ifndef SITE_SOURCE_PARTS_H
#define SITE_SOURCE_PARTS_H

#include "site/source.h"

/* Sort by path and drop duplicates; a file that was named stays so even if it
   was also found in a folder. */
void	 sources_sort(struct sources *);

#endif
