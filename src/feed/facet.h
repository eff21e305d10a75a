/*
 * facet - what a post is filed under by a key: its tags, its authors, ...
 *
 * --only chooses posts by it, and --split makes a feed of each.
 */
#ifndef FEED_FACET_H
#define FEED_FACET_H

#include "base/arena.h"
#include "post/post.h"
#include "site/site.h"

/*
 * Add what the post has for a key to a list of texts that stand in the arena:
 * category, tag, author and language mean facts, which the site may give, and
 * all others keys of the front matter, such as extra.team.
 */
void	 facet_add(struct arena_list *, struct arena *, const struct post *,
	    const struct site *, const char *key);

/* The singular of a key that is a fact: "tags" means tag, too. */
const char *facet_key(const char *);

/* Whether two of them are one: but for case, in any script. */
bool	 facet_is_same(const char *, const char *);

#endif
