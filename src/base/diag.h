/*
 * diag - what the author of a post is told.
 *
 *	post2feed: posts/a.md:4:7: warning: cannot read date "..." [date]
 *
 * Every message has a stable id; its level is a property of the id.  A text
 * says what was found, and what was done or is to be done.  Messages collect
 * in a struct diag and are written by diag_flush(), so that posts which are
 * read in parallel can still report in order.
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

/* In the order of the table in diag.c, which has the words. */
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

/* Of what is tried only and may be wrong, or was said before. */
extern const struct diag_options diag_quiet;

struct diag {
	const struct diag_options *options;
	struct buf	 lines;		/* not yet written */
	struct buf	*record;	/* what was; NULL: not wanted */
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
 * The text begins with a small letter and ends without a full stop; what it
 * has from a post goes through quote().  Everything is copied.
 */
void	 diag_report(struct diag *, enum diag_id, struct place,
	    const char *, ...) __attribute__((format(printf, 4, 5)));

/* Count so many more that the latest message of that id was for. */
void	 diag_count(struct diag *, enum diag_id, size_t);

/* Write what has collected to standard error. */
void	 diag_flush(struct diag *);
void	 diag_release(struct diag *);

/* Take over the messages of another, which may be tentative. */
void	 diag_merge(struct diag *, const struct diag *);
/* The same, and begin anew with none. */
void	 diag_move(struct diag *, struct diag *);
/* Forget what has not been written. */
void	 diag_discard(struct diag *);

/* The level of a message, -W error included. */
enum diag_level diag_level(const struct diag *, enum diag_id);

/* What a message calls a file: its path, but for "-" and "". */
const char *diag_file(const char *path);

/* Add "path:line:column", masked as in messages. */
void	 diag_put_place(struct buf *, struct place);

/* Whether there was anything to say, shown or not. */
bool	 diag_has_said(const struct diag *);

/* Errors were reported, or warnings that count as errors. */
bool	 diag_failed(const struct diag *);

/*
 * Text of a post for a message: cut to a readable length, in double quotes.
 * Use as an argument: diag_report(..., "cannot read %s", quote(s).text).
 */
struct quoted {
	char text[128];
};

struct quoted quote(const char *);

#endif
