/*
 * wiki - links between notes, which Obsidian also uses for names and dates.
 */
#ifndef POST_WIKI_H
#define POST_WIKI_H

#include "base/arena.h"
#include "post2feed.h"

/* Which part of `[[people/ada|Ada Example]]` is needed. */
enum wiki_part {
	WIKI_TEXT,	/* "Ada Example"; "ada" if there is no text after a
			   bar */
	WIKI_TARGET	/* "people/ada", also of an embed: `![[ada.png]]` */
};

/*
 * A copy of a value with each link replaced by that part, if it is a string
 * with a link, or a list with a string that begins with one; else the value
 * itself.  In YAML an unquoted link is a list in a list.
 */
const struct p2f_value *wiki_unlinked(struct arena *,
	    const struct p2f_value *, enum wiki_part);

#endif
