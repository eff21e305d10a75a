/*
 * standin - characters used in Markdown for others that md4c would not keep as
 * they are.  Cleaned text does not contain them; see text_clean().
 */
#ifndef MARKDOWN_STANDIN_H
#define MARKDOWN_STANDIN_H

#include "base/buf.h"

#define STANDIN_BAR '\2'	/* for `|` in code in a table */
#define STANDIN_NONE '\4'	/* for nothing, as a separator */
#define STANDIN_NONE_MARK "&#4;"	/* the same, punctuation to md4c,
					   which leaves it alone in raw HTML */
#define STANDIN_NO_HEAD '\1'	/* in a table head: there is none; see rows.c */
#define STANDIN_OPEN '\5'	/* brackets that are text: */
#define STANDIN_CLOSE '\6'	/* see crowd.c */
#define STANDIN_LEVEL_END '\3'
#define STANDIN_LEVEL "1 \3"	/* precedes the level of an HTML heading */

/*
 * Replace them in the HTML of the Markdown, from an offset on; and remove
 * MARKDOWN_BARE, with the <p> of its paragraphs.
 */
void	 standin_replace(struct buf *, size_t from);

#endif
