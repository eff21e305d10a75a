/*
 * hold - why a post is not in the feed.
 *
 * Drafts, hidden and future posts are held back on behalf of their authors,
 * others by filters of the command line; always before the limit is applied, or
 * they would use it up.  A note names every post that is held back, or a
 * warning, if an error is the reason.
 */
#ifndef FEED_HOLD_H
#define FEED_HOLD_H

#include <stdbool.h>

#include "post/post.h"
#include "site/site.h"

/* `--only KEY=VALUE` */
struct filter {
	const char	*key;	/* category, tag, author, language, or a key of
				   the front matter such as extra.team */
	const char	*value;
};

struct hold_rules {
	const struct site	*site;
	long long		 now;		/* later means future */
	/* A post that does not satisfy one filter of each key is left out. */
	struct arena_list	 only;		/* struct filter */
	long long		 since, until;	/* both inclusive ... */
	bool			 in_period;	/* ... when this is set */
	/* The key that --split makes feeds for; NULL: none. */
	const char		*split;
};

/*
 * Fill in a period from the strings of --since and --until, NULL: open.  Both
 * must be readable as dates.  Without a zone they are in the site's, and a day
 * is in the period as a whole.
 */
void	 hold_period(struct hold_rules *, const char *since,
	    const char *until);

/* The fate of a post. */
enum hold {
	HOLD_NOT,		/* in the feed */
	HOLD_OUT,		/* not in the feed, but on the site */
	HOLD_BACK		/* on neither */
};

/* All but HOLD_NOT are reported. */
enum hold hold_post(const struct post *, const struct hold_rules *,
	    struct diag *);

#endif
