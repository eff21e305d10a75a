/*
 * ids - ids of headings, by which a link leads into a post.
 */
#ifndef HTML_IDS_H
#define HTML_IDS_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Give the headings of HTML from an offset on that have no id one as GitHub
 * does: the text in small letters (of ASCII), without punctuation but '-' and
 * '_', with '-' for blanks, and a number where it stands twice.  One that
 * ends in `{#id}` gets that id.
 */
void	 ids_add(struct buf *, size_t from);

#endif
