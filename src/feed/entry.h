/*
 * entry - from a post, as it was read, to what a writer is given.
 *
 * Here titles lose their markup, bodies are rendered, summaries are made and
 * URLs become absolute: the promises of post2feed.h are kept from here on.
 */
#ifndef FEED_ENTRY_H
#define FEED_ENTRY_H

#include "feed/links.h"
#include "feed/select.h"
#include "post2feed.h"

struct entry {
	struct arena	 arena;		/* all of the post that is not the
					   struct post's own */
	struct buf	 html;		/* the content */
	struct buf	 spare;		/* to rewrite it into */
	bool		 is_html;	/* as it was written */
	const struct post *source;
	/* Where these came from, when it was not the front matter. */
	const char	*title_from, *summary_from;
	struct p2f_post	 post;
	struct links	*links;		/* to other posts; NULL: none known */
};

/* Starts with { 0 }; may be filled again and again. */
void	 entry_fill(struct entry *, struct post *, const struct site *,
	    struct diag *);
void	 entry_release(struct entry *);

/* People of a site or a post, with absolute URLs. */
const struct p2f_person *const *entry_people(struct arena *,
	    const struct arena_list *, const struct site *);

#endif
