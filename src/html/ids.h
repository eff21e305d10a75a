/*
 * ids - ids for headings, so that links can point into a post.
 */
#ifndef HTML_IDS_H
#define HTML_IDS_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Give each heading of the HTML from an offset on that has no id one as GitHub
 * does: its text in lower case, without punctuation except '-' and '_', with
 * '-' for spaces, and a number if the id was used before.  A heading that ends
 * in `{#id}` gets that id.
 */
void	 ids_add(struct buf *, size_t from);

#endif
