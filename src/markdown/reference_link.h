/*
 * reference_link - `[text] [label]` and `[label]: address`, as Markdown had
 * them first.
 *
 * To GitHub a label that stands apart is a link by itself, and a definition
 * has no place in a paragraph.  To Kramdown and Python-Markdown the former
 * belongs to its text, if it was defined; to the second of these a definition
 * ends a paragraph.  And to all but md4c a label may end in blanks.
 */
#ifndef MARKDOWN_REFERENCE_LINK_H
#define MARKDOWN_REFERENCE_LINK_H

/* The bracket that closes a label at p, in the same line and not that of a
   note; NULL: there is none. */
const char *reference_link_label_end(const char *p, const char *end);

#endif
