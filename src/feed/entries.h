/*
 * entries - the entries of some posts, in the formats of all outputs.
 *
 * This is what one thread writes.  A body is rendered once, however many
 * outputs there are, and what several formats write alike is written once;
 * several entries are spooled at a time, and are copied from the spool to the
 * outputs in any order.
 */
#ifndef FEED_ENTRIES_H
#define FEED_ENTRIES_H

#include "base/out.h"
#include "feed/archive.h"
#include "feed/card.h"
#include "feed/entry.h"
#include "feed/verify.h"

/* One requested feed: its format and destination. */
struct output {
	const struct p2f_writer	*writer;
	struct out		 out;
	struct p2f_feed		 feed;		/* with a URL of its own */
	const char		*path;		/* NULL: standard output; for an
						   archive, that of its feed */
	struct archive		 archive;
};

struct outputs {
	struct output	*items;
	size_t		 count;
	struct spool	 spool;
	struct verifier	*verifier;	/* NULL: verification is off */
	unsigned	 threads;	/* that render */
	bool		 are_many;	/* feeds that share one `self` URL, so
					   each uses the one that ends in its
					   own file name */
	bool		 share_entries;	/* what was written of a post for one
					   feed is used for others */
};

/* The number of entries that are written before they are spooled. */
#define ENTRIES_MAX 32

/* Shared parts of a post; the built-in formats have one, its body. */
#define SHARED_MAX 4

/* A part of a post that more than one output may include. */
struct shared {
	p2f_part	*part;		/* that wrote it */
	size_t		 output;	/* whose text has it */
	size_t		 start, length;	/* in that text */
};

struct entries {
	struct outputs	*outputs;
	const struct site *site;
	struct entry	 entry;
	struct diag	 diag;		/* of the posts */
	struct buf	*texts;		/* of each output, end to end */
	struct card	*cards[ENTRIES_MAX];	/* of the entries in them */
	size_t		 count;

	/* Of the entry that was added last, in all outputs. */
	size_t		 output;	/* that is being written */
	size_t		 noted;		/* end of the last piece */
	struct piece	*pieces;
	size_t		 piece_count, piece_room;
	struct shared	 shared[SHARED_MAX];
	size_t		 shared_count;
	bool		 is_sharing;	/* a part is being written */
};

/* The links of the entry are NULL, to be set once they are known. */
void	 entries_init(struct entries *, struct outputs *, const struct site *,
	    const struct diag_options *);
void	 entries_release(struct entries *);

/*
 * Write the entry of a post for each output, after the separator of its
 * format; the card notes where, in the arena.
 */
void	 entries_add(struct entries *, struct card *, struct post *,
	    struct arena *);

/* Remove the entry that was added last, with its messages. */
void	 entries_drop(struct entries *);

/* Move all entries into the spool.  One thread at a time. */
void	 entries_spool(struct entries *);

#endif
