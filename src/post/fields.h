/*
 * fields - THE key table: which key of which generator means what.
 *
 * The keys of a fact are in order of priority: the first one with a usable
 * value wins.  Keys are compared ignoring case, '-' and '_';
 * "extra.updated" is the key `updated` in the map `extra`.
 */
#ifndef POST_FIELDS_H
#define POST_FIELDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "date/zone.h"
#include "post2feed.h"

/* The fields that keys set, each by rows of the table. */
enum field {
	FIELD_TITLE, FIELD_DATE, FIELD_UPDATED, FIELD_AUTHORS, FIELD_TAGS,
	FIELD_CATEGORIES, FIELD_SUMMARY, FIELD_IMAGE, FIELD_THUMBNAIL,
	FIELD_URL, FIELD_SLUG, FIELD_EXTERNAL, FIELD_ID, FIELD_LANGUAGE,
	FIELD_RIGHTS, FIELD_ENCLOSURE, FIELD_DRAFT, FIELD_HIDDEN,
	FIELD_APPEARS, FIELD_EXPIRES, FIELD_COUNT
};

/* A date key whose value is not a date, and why. */
struct bad_date {
	const struct p2f_value	*value;
	const char		*problem;
};

/*
 * The facts in front matter.  A value is kept as such, with its position, if
 * its meaning depends on the site (a URL, a slug) or on the body.
 */
struct facts {
	const struct p2f_value	*title, *summary, *slug, *permalink;
	const struct p2f_value	*external, *language, *rights;
	const struct p2f_value	*image, *thumbnail;
	const struct p2f_value	*id;		/* an IRI */
	const struct p2f_date	*date, *updated;
	const struct p2f_date	*appears;	/* in the feed from then on */
	const struct p2f_date	*expires;	/* not in it from then on */
	struct bad_date		 bad_date;
	struct arena_list	 authors;	/* struct p2f_person */
	struct arena_list	 categories, tags; /* struct p2f_category */
	struct arena_list	 media;		/* struct enclosure */
	const struct p2f_value	*draft;		/* marks it as one */
	const struct p2f_value	*hidden;	/* keeps it out of the feed */
	/* The value that each field is from; NULL: none. */
	const struct p2f_value	*from[FIELD_COUNT];
};

/* An enclosure before its URL is resolved. */
struct enclosure {
	struct p2f_media	 media;
	const struct p2f_value	*url;
};

/* An index of the table, to be built once. */
#define FIELDS_SLOTS 1024

struct fields {
	unsigned slots[FIELDS_SLOTS];	/* index of a key, plus one, below the
					   remaining bits of its hash; 0:
					   free */
};

void	 fields_init(struct fields *);

/* How a string of tags or categories is split into terms. */
enum term_split {
	SPLIT_SEPARATORS,	/* at commas, semicolons and their kin */
	SPLIT_COMMAS,
	SPLIT_BLANKS,		/* but `tag`, `category` are one term */
	SPLIT_NOTHING
};

/* What a field depends on besides its value; see struct post_rules. */
struct fields_context {
	struct arena		*arena;
	const char		*path;
	const struct zone	*zone, *timestamp_zone;
	const struct p2f_value	*people;
	enum term_split		 split;
	bool			 templates;	/* are accepted in permalinks */
	struct diag		*diag;
};

/* Fill in the facts.  Unusable values are reported. */
void	 fields_read(const struct fields *, const struct p2f_value *meta,
	    const struct fields_context *, struct facts *);

/* Print the table: each member, then its keys in order. */
void	 fields_print(struct buf *);

#endif
