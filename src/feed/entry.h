/*
 * entry - turns a post, as read, into what a writer is given.
 *
 * Here titles lose their markup, bodies are rendered, summaries are made and
 * URLs become absolute: the promises of post2feed.h hold from here on.
 */
#ifndef FEED_ENTRY_H
#define FEED_ENTRY_H

#include "feed/links.h"
#include "post2feed.h"

/* Followed by a NUL, which is not counted. */
struct entry_html {
	const char	*bytes;
	size_t		 length;
};

struct entry {
	struct arena	 arena;		/* for what the entry adds to the
					   struct post */
	struct entry_html html;		/* the content: either part of the
					   post, or of ... */
	struct buf	 text;		/* ... what was made from it */
	struct buf	 spare;		/* for the next transformation */
	bool		 is_html;	/* as written */
	bool		 has_templates;	/* which were replaced, maybe by "" */
	bool		 may_be_marked;	/* with an excerpt marker */
	const struct post *source;
	/* Where these came from, if not from the front matter. */
	const char	*title_from, *summary_from;
	struct p2f_post	 post;
	struct links	*links;		/* to other posts; NULL: not known */
};

/*
 * Starts as { 0 } and may be filled again and again.  What it holds is valid as
 * long as the post is.
 */
void	 entry_fill(struct entry *, struct post *, const struct site *,
	    struct diag *);
void	 entry_release(struct entry *);

/* The people of a site or a post, with absolute URLs. */
const struct p2f_person *const *entry_people(struct arena *,
	    const struct arena_list *, const struct site *);

#endif
