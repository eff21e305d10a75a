/*
 * reference_link - `[text] [label]` and `[label]: address`, as Markdown had
 * them first.
 *
 * To GitHub a label that stands apart is a link by itself, and a definition
 * has no place in a paragraph.  To Kramdown and Python-Markdown the former
 * belongs to its text, if it was defined; to the second of these a definition
 * ends a paragraph.
 */
#ifndef MARKDOWN_REFERENCE_LINK_H
#define MARKDOWN_REFERENCE_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* The bracket that closes a label at p, in the same line and not that of a
   note; NULL: there is none. */
const char *reference_link_label_end(const char *p, const char *end);

bool	 reference_link_may_be_in(const char *, size_t);
bool	 reference_link_may_end(const char *, size_t);

/* Add Markdown in which labels stand behind their texts. */
void	 reference_link_join(struct buf *, const char *, size_t, bool is_mdx);
/* ... in which definitions stand below a blank line. */
void	 reference_link_part(struct buf *, const char *, size_t, bool is_mdx);

#endif
