/*
 * standin - characters that stand in Markdown for others, which md4c would
 * not leave as they are.  Text is clean, so that it has none of them itself;
 * see text_clean().
 */
#ifndef MARKDOWN_STANDIN_H
#define MARKDOWN_STANDIN_H

#include "base/buf.h"

#define STANDIN_BAR '\2'	/* in code in a table */
#define STANDIN_NONE '\4'	/* for nothing, where something is needed */
#define STANDIN_NONE_MARK "&#4;"	/* the same, as punctuation to md4c; in
					   raw HTML it stays what it is */
#define STANDIN_NO_HEAD '\1'	/* in a head, for no head; see rows.c */
#define STANDIN_OPEN '\5'	/* brackets that are text, */
#define STANDIN_CLOSE '\6'	/* see crowd.c */
#define STANDIN_LEVEL_END '\3'
#define STANDIN_LEVEL "1 \3"	/* before the level of a heading in HTML */

/*
 * Put what they stand for into HTML, from there on, made of the Markdown; and
 * take out MARKDOWN_BARE, with the <p> of paragraphs that are none.
 */
void	 standin_replace(struct buf *, size_t from);

#endif
