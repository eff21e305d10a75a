/*
 * verify_read - between verify.c and the parsers of the two syntaxes.
 *
 * A parser finds in an entry what is to be compared, under names that are
 * the same for all formats, and hands it to verify.c.
 */
#ifndef FEED_VERIFY_READ_H
#define FEED_VERIFY_READ_H

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

struct check {
	struct out		*out;
	struct out_reader	 reader;
	const struct p2f_writer	*writer;
	const struct dialect	*dialect;
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
