/*
 * source_parts - what the two parts of `source` share.
 */
#ifndef SITE_SOURCE_PARTS_H
#define SITE_SOURCE_PARTS_H

#include "site/source.h"

/* By path, each once; what was also found in a folder stays named. */
void	 sources_sort(struct sources *);

#endif
