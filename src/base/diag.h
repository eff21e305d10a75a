/*
 * diag - messages to the author of a post.
 *
 *	post2feed: posts/a.md:4:7: warning: cannot read date "..." [date]
 *
 * Every message has a stable id; its level is a property of the id.  The text
 * says what was found, and what was done or what to do.  Messages collect in
 * a struct diag and are written by diag_flush(), so that posts which are read
 * in parallel can still report in order.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>

#include "base/buf.h"

enum exit_status {
	EXIT_FEED = 0,		/* every feed was written, whole and valid */
	EXIT_INPUT = 1,		/* a post or the settings are in error */
	EXIT_USAGE = 2,		/* the command line is in error */
	EXIT_SYSTEM = 3		/* memory, or I/O on the output */
};

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* In the order of the table in diag.c, which has their descriptions. */
enum diag_id {
	/* errors */
	DIAG_USAGE, DIAG_READ, DIAG_ENCODING, DIAG_SIZE, DIAG_SITE,
	DIAG_OUTPUT, DIAG_VERIFY,
	/* warnings */
	DIAG_ALIAS, DIAG_ASSET, DIAG_CELL, DIAG_CHARACTER, DIAG_CODE,
	DIAG_COMMENT, DIAG_CONFIG, DIAG_DATE,
	DIAG_DUPLICATE_ID, DIAG_DUPLICATE_KEY, DIAG_ENCLOSURE, DIAG_EXTERNAL,
	DIAG_FORMAT, DIAG_FRONT_MATTER, DIAG_JSON, DIAG_KEY, DIAG_LANGUAGE,
	DIAG_LARGE,
	DIAG_NO_AUTHOR, DIAG_NO_DATE, DIAG_NO_POSTS, DIAG_NO_SELF,
	DIAG_NO_SLUG, DIAG_NO_TITLE, DIAG_NO_URL, DIAG_OFFSET, DIAG_PERMALINK,
	DIAG_SHORTCODE, DIAG_SITES, DIAG_TEMPLATE, DIAG_TOML, DIAG_TYPO,
	DIAG_UNCLOSED, DIAG_URL, DIAG_VALUE, DIAG_YAML,
	/* notes */
	DIAG_CACHE, DIAG_DATE_NAME, DIAG_DEFAULT, DIAG_DRAFT, DIAG_EXPIRED,
	DIAG_FILE, DIAG_FILTER, DIAG_FUTURE, DIAG_HIDDEN, DIAG_LIMIT,
	DIAG_OTHER_LANGUAGE, DIAG_SANITIZE, DIAG_SITE_FOUND,
	DIAG_OUTPUT_SAME, DIAG_UNDATED,
	DIAG_ID_COUNT
};

struct place {
	const char	*path;		/* NULL: not about a file */
	unsigned	 line, column;	/* from 1; 0: unknown */
};

struct diag_options {
	bool quiet;		/* errors only */
	bool verbose;		/* notes, too */
	bool strict;		/* -W error: warnings count as errors */
	bool color;
};

/* For what is only attempted and may be wrong, or was reported before. */
extern const struct diag_options diag_quiet;

struct diag {
	const struct diag_options *options;
	struct buf	 lines;		/* not yet written */
	struct buf	*record;	/* what was written; NULL: none */
	unsigned	 counts[DIAG_ERROR + 1];
	struct diag_count {
		unsigned	 count;
		struct place	 first;
	} ids[DIAG_ID_COUNT];
};

struct diag_message {
	const char	*name;
	enum diag_level	 level;
	const char	*about;
};

const struct diag_message *diag_message(enum diag_id);
const char *diag_level_name(enum diag_level);

/*
 * The text begins in lower case and ends without a full stop; text from a
 * post goes through quote().  Everything is copied.
 */
void	 diag_report(struct diag *, enum diag_id, struct place,
	    const char *, ...) __attribute__((format(printf, 4, 5)));

/* Count n more occurrences that the latest message of that id covers. */
void	 diag_count(struct diag *, enum diag_id, size_t);

/* Write the collected messages to standard error. */
void	 diag_flush(struct diag *);
void	 diag_release(struct diag *);

/* Take over the messages of another, which may be tentative. */
void	 diag_merge(struct diag *, const struct diag *);
/* The same, and clear the other. */
void	 diag_move(struct diag *, struct diag *);
/* Forget messages that have not been written. */
void	 diag_discard(struct diag *);

/* The level of a message, -W error included. */
enum diag_level diag_level(const struct diag *, enum diag_id);

/* How messages name a file: by its path, except for "-" and "". */
const char *diag_file(const char *path);

/* Add "path:line:column", escaped as in messages. */
void	 diag_put_place(struct buf *, struct place);

/* Whether anything was reported, shown or not. */
bool	 diag_has_reported(const struct diag *);

/* Whether errors were reported, or warnings that count as errors. */
bool	 diag_failed(const struct diag *);

/*
 * Text from a post for a message: cut to a readable length, in double quotes.
 * Use as an argument: diag_report(..., "cannot read %s", quote(s).text).
 */
struct quoted {
	char text[128];
};

struct quoted quote(const char *);

#endif
