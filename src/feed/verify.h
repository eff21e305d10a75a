/*
 * verify - reads a finished feed back before it is published.
 *
 * What a writer is given is recorded, post by post; its output is then read by
 * a parser that writers do not use, and must hold the same.  A difference is an
 * error of this program or of a module, never of a post.
 */
#ifndef FEED_VERIFY_H
#define FEED_VERIFY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/out.h"
#include "post2feed.h"

/* The expected contents of a feed.  Starts as { 0 }. */
struct verifier {
	struct arena	 arena;
	const struct verify_entry *head;	/* the feed as a whole */
	struct arena_list entries;		/* struct verify_entry */
};

/* Record a feed and its posts, in order; everything is copied. */
void	 verify_expect_feed(struct verifier *, const struct p2f_feed *);
void	 verify_expect_post(struct verifier *, const struct p2f_feed *,
	    const struct p2f_post *);
void	 verify_release(struct verifier *);

/*
 * Whether the output of a writer holds what was recorded: the version of the
 * format; title and home of the feed; the posts in order, each with its id,
 * URL, title, summary, dates, content and the number of its authors and
 * categories.  The output of a module only has to be well-formed, if its media
 * type is one of XML or JSON: where it puts things is not known.  The first
 * difference is reported.  An output that cannot be read is left to
 * out_prepare().
 */
bool	 verify_feed(struct out *, const struct p2f_writer *,
	    bool is_built_in, const struct verifier *, struct diag *);

#endif
