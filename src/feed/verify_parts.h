/*
 * verify_parts - what the files of verify share; not for others.
 *
 *	verify.c	notes what is to be found; the formats
 *	verify_xml.c	a parser, and what it finds: names that are the same
 *	verify_json.c	for all formats
 *	verify_check.c	compares it with what was noted
 */
#ifndef FEED_VERIFY_PARTS_H
#define FEED_VERIFY_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "feed/verify.h"

enum fact {
	/* texts */
	FACT_ID, FACT_URL, FACT_TITLE, FACT_SUMMARY, FACT_PUBLISHED,
	FACT_UPDATED, FACT_TEXTS,
	/* elements that are counted */
	FACT_AUTHOR = FACT_TEXTS, FACT_CATEGORY,
	/* bytes that are only hashed */
	FACT_CONTENT
};

/* Length and hash; both are 0 when there is no content. */
struct digest {
	size_t		length;
	uint64_t	hash;
};

/* What an entry says. */
struct feed_facts {
	const char	*texts[FACT_TEXTS];	/* NULL: it is not there */
	size_t		 authors, categories;
	struct digest	 content;
	bool		 has_content;	/* if an empty one */
	const char	*repeated;	/* a name that stands there twice */
};

/* What is to be found: the feed's head or a post. */
struct verify_entry {
	const char	*path;		/* NULL: the head */
	const char	*id, *url, *title, *summary;
	const struct p2f_date *published, *updated;
	size_t		 authors, categories;
	struct digest	 content;
};

/* What a format does in its own way. */
enum verify_way {
	RFC822_DATE = 1 << 0,		/* but for the date of a change */
	ALWAYS_UPDATED = 1 << 1,	/* also if never changed */
	ALWAYS_TITLE = 1 << 2,		/* one is made up */
	HEAD_ID = 1 << 3,		/* the feed has an id */
	DESCRIPTION = 1 << 4,		/* HTML: the summary, or else content */
	LINK_OR_CONTENT = 1 << 5	/* one is required: the summary or an
					   empty text is content else */
};

struct check {
	struct out		*out;
	struct out_reader	 reader;
	const struct p2f_writer	*writer;
	bool			 is_of_module;	/* the writer */
	unsigned		 ways;		/* enum verify_way, or'ed */
	const struct verifier	*expected;
	size_t			 count;		/* entries so far */
	struct diag		*diag;
	bool			 failed;	/* and reported */
};

struct digest digest_of(const char *, size_t);

/* A parser's next bytes; 0 at the end, negative: they cannot be read. */
ssize_t	 check_read(struct check *, char *, size_t);

/* What a parser has found; false when the rest does not matter any more. */
bool	 check_head(struct check *, struct feed_facts *);
bool	 check_entry(struct check *, struct feed_facts *);

/*
 * Report a fault of the feed, or of the entry for a post: what it is or has,
 * as the rest of a sentence.  Always false.
 */
bool	 check_fail(struct check *, const char *path, const char *, ...)
	    __attribute__((format(printf, 3, 4)));

/* Parse the output of a check; what is wrong is reported. */
void	 verify_rss(struct check *);
void	 verify_atom(struct check *);
void	 verify_xml(struct check *);
void	 verify_json_feed(struct check *);
void	 verify_json(struct check *);

#endif
