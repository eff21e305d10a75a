/*
 * facet - what a post is filed under by a key: its tags, its authors, ...
 *
 * --only chooses posts by it, and --split makes a feed for each.
 */
#ifndef FEED_FACET_H
#define FEED_FACET_H

#include "base/arena.h"
#include "post/post.h"
#include "site/site.h"

/*
 * Append the values that the post has for a key to a list of strings in the
 * arena: category, tag, author and language stand for facts, which the site may
 * provide; any other key is one of the front matter, such as extra.team.
 */
void	 facet_add(struct arena_list *, struct arena *, const struct post *,
	    const struct site *, const char *key);

/* The singular of a key that stands for a fact: "tags" means tag, too. */
const char *facet_key(const char *);

/* Whether two values are equal, ignoring case, in any script. */
bool	 facet_is_same(const char *, const char *);

#endif
