/*
 * wiki - links between notes, which Obsidian has for names and dates, too.
 */
#ifndef POST_WIKI_H
#define POST_WIKI_H

#include "base/arena.h"
#include "post2feed.h"

/* What is wanted of `[[people/ada|Ada Example]]`. */
enum wiki_part {
	WIKI_TEXT,	/* "Ada Example", and "ada" without what the bar is
			   in front of */
	WIKI_TARGET	/* "people/ada", also of an embed: `![[ada.png]]` */
};

/*
 * A value with that in place of each link, if it is a text with one, or a list
 * of which a text begins with one; else the value itself.  To YAML a link
 * without quotes is a list in a list.
 */
const struct p2f_value *wiki_unlinked(struct arena *,
	    const struct p2f_value *, enum wiki_part);

#endif
