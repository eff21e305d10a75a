/*
 * entries - the entries of some posts, in the formats of all outputs.
 *
 * This is what one thread writes.  A body is rendered once, however many
 * outputs there are, and what several formats write alike is written once;
 * the texts of several entries go into the spool at once, and from there into
 * the outputs in any order.
 */
#ifndef FEED_ENTRIES_H
#define FEED_ENTRIES_H

#include "base/out.h"
#include "feed/archive.h"
#include "feed/card.h"
#include "feed/entry.h"
#include "feed/verify.h"

/* One feed that is asked for: its format and where it goes. */
struct output {
	const struct p2f_writer	*writer;
	struct out		 out;
	struct p2f_feed		 feed;		/* with a URL of its own */
	const char		*path;		/* NULL: standard output; of an
						   archive that of its feed */
	struct archive		 archive;
};

struct outputs {
	struct output	*items;
	size_t		 count;
	struct spool	 spool;
	struct verifier	*verifier;	/* NULL: nothing will be verified */
	unsigned	 threads;	/* that render */
	bool		 are_many;	/* feeds with one URL, so that each has
					   that which ends in its name */
	bool		 share_entries;	/* what was written of a post for one
					   feed does for another */
};

/* So many are written before they are spooled. */
#define ENTRIES_MAX 32

/* Parts of a post that are shared; formats have one, its body. */
#define SHARED_MAX 4

/* What more than one output may have of a post. */
struct shared {
	p2f_part	*part;		/* wrote it */
	size_t		 output;	/* that it stands in */
	size_t		 start, length;	/* in the text of that */
};

struct entries {
	struct outputs	*outputs;
	const struct site *site;
	struct entry	 entry;
	struct diag	 diag;		/* of the posts */
	struct buf	*texts;		/* of each output, end to end */
	struct card	*cards[ENTRIES_MAX];	/* of what is in them */
	size_t		 count;

	/* Of the entry that was added last, in all outputs. */
	size_t		 output;	/* that is written */
	size_t		 noted;		/* up to where there are pieces */
	struct piece	*pieces;
	size_t		 piece_count, piece_room;
	struct shared	 shared[SHARED_MAX];
	size_t		 shared_count;
	bool		 is_sharing;	/* a part is written */
};

/* The links of the entry are NULL; to be set once they are known. */
void	 entries_init(struct entries *, struct outputs *, const struct site *,
	    const struct diag_options *);
void	 entries_release(struct entries *);

/*
 * Write the entry of a post, each behind the separator of its format; its
 * card notes where, in the arena.
 */
void	 entries_add(struct entries *, struct card *, struct post *,
	    struct arena *);

/* Forget the one that was added last, and what was said of it. */
void	 entries_drop(struct entries *);

/* Move them into the spool.  One thread at a time. */
void	 entries_spool(struct entries *);

#endif
