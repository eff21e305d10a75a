/*
 * hold - why a post is not in the feed.
 *
 * Drafts, hidden and future posts are held back for their authors, others by
 * filters of the command line; always before the limit is applied, or what
 * is held back would use it up.  Every post that is held back is named by a
 * note; by a warning, when an error is the reason.
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
	long long		 now;		/* what is later is future */
	/* A post that does not satisfy one filter of each key is left out. */
	struct arena_list	 only;		/* struct filter */
	long long		 since, until;	/* both inclusive ... */
	bool			 in_period;	/* ... when this is set */
	/* Of this there is a feed for each value; NULL: of nothing. */
	const char		*split;
};

/*
 * Fill in a period from the texts of --since and --until, NULL: open.  Both
 * can be read as dates.  Without a zone they are in the site's, and a day
 * is in the period as a whole.
 */
void	 hold_period(struct hold_rules *, const char *since,
	    const char *until);

/* What becomes of a post. */
enum hold {
	HOLD_NOT,		/* it is in the feed */
	HOLD_OUT,		/* it is not, but on the site */
	HOLD_BACK		/* nor there */
};

/* All but the first is reported. */
enum hold hold_post(const struct post *, const struct hold_rules *,
	    struct diag *);

#endif
