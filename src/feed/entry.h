/*
 * entry - from a post, as it was read, to what a writer is given.
 *
 * Here titles lose their markup, bodies are rendered, summaries are made and
 * URLs become absolute: the promises of post2feed.h are kept from here on.
 */
#ifndef FEED_ENTRY_H
#define FEED_ENTRY_H

#include "feed/links.h"
#include "post2feed.h"

/* A NUL follows, which does not count. */
struct entry_html {
	const char	*bytes;
	size_t		 length;
};

struct entry {
	struct arena	 arena;		/* all of the post that is not the
					   struct post's own */
	struct entry_html html;		/* the content: as it stands in the
					   post, or in ... */
	struct buf	 text;		/* ... what was made of that */
	struct buf	 spare;		/* to make the next of it */
	bool		 is_html;	/* as it was written */
	bool		 has_templates;	/* which were replaced, maybe by none */
	bool		 may_be_marked;	/* with an excerpt marker */
	const struct post *source;
	/* Where these came from, when it was not the front matter. */
	const char	*title_from, *summary_from;
	struct p2f_post	 post;
	struct links	*links;		/* to other posts; NULL: none known */
};

/*
 * Starts with { 0 }; may be filled again and again.  What it says is there as
 * long as the post is.
 */
void	 entry_fill(struct entry *, struct post *, const struct site *,
	    struct diag *);
void	 entry_release(struct entry *);

/* People of a site or a post, with absolute URLs. */
const struct p2f_person *const *entry_people(struct arena *,
	    const struct arena_list *, const struct site *);

#endif
