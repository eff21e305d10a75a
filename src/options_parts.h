/*
 * options_parts - shared by the files of options, and private to them.
 *
 *	options.c		the table; parses the words of the command line
 *	options_settle.c	checks and completes the options as a whole
 *	options_help.c		--help
 */
#ifndef OPTIONS_PARTS_H
#define OPTIONS_PARTS_H

#include "options.h"

struct option;

/* Returns false, with the error reported, if the argument is wrong. */
typedef bool taker(struct options *, const struct option *, const char *);

struct option {
	char		 letter;	/* '\0': none */
	const char	*name;
	const char	*argument;	/* as --help names it; NULL: none */
	const char	*about;
	taker		*take;
	size_t		 offset;	/* of the member to set */
	int		 value;		/* an action, or the index of a setting
					   in site_settings */
};

/* In the order of --help; an entry without a taker ends it. */
extern const struct option options_table[];

/* Report an error in the command line; always returns false. */
bool	 options_fail(struct options *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

/*
 * For a run that reads posts, after all words were parsed: fill in defaults,
 * the present time, and where the outputs go.
 */
void	 options_settle(struct options *);

#endif
