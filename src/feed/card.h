/*
 * card - what is kept of a post between reading it and writing its entry:
 * enough to select it.
 *
 * Of a hundred thousand posts, only the cards are in memory.  Most entries are
 * written as soon as their post is read, and wait in the spool; the other posts
 * are read again when needed.
 */
#ifndef FEED_CARD_H
#define FEED_CARD_H

#include <sys/types.h>

#include "post/post.h"

/* A piece of an entry, in the spool. */
struct piece {
	off_t		 start;
	unsigned	 length;
	unsigned short	 text;		/* index of its text until spooled */
	bool		 is_last;	/* of the entry in one output */
};

struct card {
	const struct source *source;	/* NULL: held back */
	const char	*url, *id;	/* URL: NULL if it is not known */
	long long	 published, updated;	/* seconds, if known */
	unsigned	 front_length;	/* see struct post */
	unsigned	 hash;		/* of its id, while they are compared */
	short		 updated_offset;	/* minutes east of UTC */
	bool		 is_dated, is_updated;	/* whether they are known */
	bool		 has_author;
	bool		 has_bad_date;	/* which was reported */
	bool		 is_head;	/* see struct post */
	bool		 is_out;	/* not in the feed, but on the site: all
					   but the URL is { 0 } */
	struct post	*post;		/* NULL: to be read again */
	struct piece	*entry;		/* what is already written of it, one
					   output after the other; NULL:
					   nothing */
};

/*
 * Fill in the card of a post that has its URL and id.  The strings are copied
 * into the arena.
 */
void	 card_fill(struct card *, struct arena *, const struct post *);

/* Newest first, undated last; by path if the dates are equal. */
int	 card_compare(const struct card *, const struct card *);
/* The same, by dates alone: returns 0 if they are equal. */
int	 card_compare_dates(const struct card *, const struct card *);

/* Keep the post itself: it is moved into the card and left as { 0 }. */
void	 card_keep(struct card *, struct post *);
void	 card_release(struct card *);

/*
 * The post of a card with its body, either kept or read into the spare one; it
 * is valid until the spare is used again or the card is released.  NULL, with
 * the error reported: it cannot be read again, or its date or front matter has
 * changed, so that it might belong elsewhere or in no feed.
 */
struct post *card_open(struct card *, struct post *spare,
	    const struct post_rules *, struct diag *);

#endif
