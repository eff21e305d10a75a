/*
 * notion - the properties of a page exported by Notion as Markdown.
 *
 *	# Rain at last
 *
 *	Created: May 31, 2024 10:15 AM
 *	Tags: garden, weather
 *
 * They are below the title, in a file with the name "Rain at last KEY.md".
 */
#ifndef FRONT_NOTION_H
#define FRONT_NOTION_H

#include "front/value.h"

/* Where the space and the key begin at the end of a file name without its
   extension; NULL: it has none. */
const char *notion_key(const char *name, const char *end);

/*
 * Length of the title and the properties that a block begins with; 0: it is
 * not such a page, or none of them is a date or tags.
 */
size_t	 notion_length(const struct block *);
/* Read such a block. */
const struct p2f_value *notion_read(struct arena *, const struct block *,
	    struct diag *);

#endif
