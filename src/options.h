/*
 * options - the command line.
 *
 * One table has every option; it drives parsing and --help.  Options that set
 * a fact of the feed come from the table of site settings.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "post2feed.h"
#include "site/site.h"

/* What to do: make a feed, or something else instead. */
enum action {
	ACTION_FEED, ACTION_CHECK, ACTION_EXPLAIN,	/* these read posts */
	ACTION_HELP, ACTION_VERSION, ACTION_LIST_KEYS, ACTION_LIST_MESSAGES,
	ACTION_USAGE_ERROR
};

/* A setting from the command line. */
struct override {
	const struct setting	*setting;
	const char		*text;
	struct text_faults	 faults;	/* repaired in the text */
};

/* `-o [FORMAT:]FILE` */
struct target {
	const struct p2f_writer	*writer;
	const char		*path;		/* NULL: standard output */
};

struct options {
	struct arena		 arena;
	enum action		 action;
	const char		*format;	/* -t */
	const struct p2f_writer	*writer;	/* the writer of that name */
	struct arena_list	 outputs;	/* -o, as text */
	struct arena_list	 targets;	/* struct target; not empty */
	struct arena_list	 overrides;	/* struct override */
	struct arena_list	 operands;	/* named, or the default */
	struct arena_list	 lists;		/* --files-from */
	char *const		*words;		/* the whole command line */
	const char		*cache;		/* a file; NULL: none */
	const char		*site_file;	/* -s; NULL: search for it */
	const char		*generator;	/* its name; NULL: likewise */
	char			 separator;	/* of names in lists */
	long long		 now;
	bool			 has_now;	/* it was given */
	struct arena_list	 only;		/* struct filter */
	const char		*split;		/* a key; NULL: one feed */
	const char		*since, *until;	/* dates; NULL: open */
	unsigned		 threads;	/* 0: a suitable number */
	bool			 archives, mtime, keep_going, verify;
	struct diag_options	 diag;
};

extern const char options_version[];

/*
 * Parse the command line.  Errors are reported on standard error, and the
 * action is then ACTION_USAGE_ERROR.
 */
void	 options_parse(struct options *, int argc, char *argv[]);
void	 options_print_help(struct buf *);
void	 options_release(struct options *);

#endif
