/*
 * verify_parts - shared by the files of verify, and private to them.
 *
 *	verify.c	records what is expected; the table of formats
 *	verify_xml.c	an XML parser: finds the facts by their names
 *	verify_json.c	the same for JSON
 *	verify_check.c	compares them with what was recorded
 */
#ifndef FEED_VERIFY_PARTS_H
#define FEED_VERIFY_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "feed/verify.h"

enum fact {
	/* strings */
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

/* The facts found in an entry. */
struct feed_facts {
	const char	*texts[FACT_TEXTS];	/* NULL: absent */
	size_t		 authors, categories;
	struct digest	 content;
	bool		 has_content;	/* even if it is empty */
	const char	*repeated;	/* a name that appears twice */
};

/* What is expected: the feed's head or a post. */
struct verify_entry {
	const char	*path;		/* NULL: the head */
	const char	*id, *url, *title, *summary;
	const struct p2f_date *published, *updated;
	size_t		 authors, categories;
	struct digest	 content;
};

/* Peculiarities of a format. */
enum verify_way {
	RFC822_DATE = 1 << 0,		/* except for the date of a change */
	ALWAYS_UPDATED = 1 << 1,	/* even if never changed */
	ALWAYS_TITLE = 1 << 2,		/* one is made up if absent */
	HEAD_ID = 1 << 3,		/* the feed has an id */
	DESCRIPTION = 1 << 4,		/* HTML: the summary or the content */
	LINK_OR_CONTENT = 1 << 5	/* one is required: without either, the
					   content is the summary or "" */
};

struct check {
	struct out		*out;
	struct out_reader	 reader;
	const struct p2f_writer	*writer;
	bool			 is_of_module;	/* the writer is a module's */
	unsigned		 ways;		/* enum verify_way, or'ed */
	const struct verifier	*expected;
	size_t			 count;		/* entries so far */
	struct diag		*diag;
	bool			 failed;	/* and reported */
};

struct digest digest_of(const char *, size_t);

/* The next bytes for a parser, like read(2): 0 at the end, -1 on errors. */
ssize_t	 check_read(struct check *, char *, size_t);

/* Check what a parser found; false: the rest no longer matters. */
bool	 check_head(struct check *, struct feed_facts *);
bool	 check_entry(struct check *, struct feed_facts *);

/*
 * Report a fault of the feed, or of the entry for a post: what it is or has, as
 * the rest of a sentence.  Always returns false.
 */
bool	 check_fail(struct check *, const char *path, const char *, ...)
	    __attribute__((format(printf, 3, 4)));

/* Parse the output of a check and report what is wrong. */
void	 verify_rss(struct check *);
void	 verify_atom(struct check *);
void	 verify_xml(struct check *);
void	 verify_json_feed(struct check *);
void	 verify_json(struct check *);

#endif
