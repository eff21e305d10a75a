/*
 * card - what is kept of a post from the time when it was read to the time
 * when its entry goes out: enough to select it.
 *
 * Of a hundred thousand posts only the cards are in memory.  The entries of
 * most were written when they were read, and wait in the spool; the others
 * are read again when they are needed.
 */
#ifndef FEED_CARD_H
#define FEED_CARD_H

#include <sys/types.h>

#include "post/post.h"

/* Bytes of an entry, in the spool. */
struct piece {
	off_t		 start;
	unsigned	 length;
	unsigned short	 text;		/* it is in before it is spooled */
	bool		 is_last;	/* of the entry in one output */
};

struct card {
	const struct source *source;	/* NULL: it is held back */
	const char	*url, *id;	/* the URL may be unknown: NULL */
	long long	 published, updated;	/* seconds, if they are known */
	unsigned	 front_length;	/* see struct post */
	unsigned	 hash;		/* of its id, while ids are compared */
	short		 updated_offset;	/* minutes east of UTC */
	bool		 is_dated, is_updated;	/* whether they are known */
	bool		 has_author;
	bool		 has_bad_date;	/* which was reported */
	bool		 is_head;	/* see struct post */
	bool		 is_out;	/* of the feed, but on the site: the
					   rest but for the URL is { 0 } */
	struct post	*post;		/* NULL: to be read again */
	struct piece	*entry;		/* what was written of it already, one
					   output after the other; NULL:
					   nothing */
};

/*
 * Fill in the card of a post that has its URL and id.  The texts of the card
 * stand in the arena.
 */
void	 card_fill(struct card *, struct arena *, const struct post *);

/* Newest first, undated last; of one date, in the order of paths. */
int	 card_compare(const struct card *, const struct card *);
/* The same without a look at paths: 0, too, when both have one date. */
int	 card_compare_dates(const struct card *, const struct card *);

/* Keep the post itself, which is { 0 } afterwards. */
void	 card_keep(struct card *, struct post *);
void	 card_release(struct card *);

/*
 * The post of a card with its body, kept or read into a spare one; it is
 * there until the spare one is used again or the card is released.  NULL:
 * it cannot be read again, or has another date or front matter by now, by
 * which it might be in another place or in no feed; that is reported.
 */
struct post *card_open(struct card *, struct post *spare,
	    const struct post_rules *, struct diag *);

#endif
