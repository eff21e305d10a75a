/*
 * options_parts - what the files of options share; not for others.
 *
 *	options.c		the table, and the words of the command line
 *	options_settle.c	what they come to as a whole
 *	options_help.c		--help
 */
#ifndef OPTIONS_PARTS_H
#define OPTIONS_PARTS_H

#include "options.h"

struct option;

/* False: the argument is wrong, which was reported. */
typedef bool taker(struct options *, const struct option *, const char *);

struct option {
	char		 letter;	/* '\0': none */
	const char	*name;
	const char	*argument;	/* its name in --help; NULL: none */
	const char	*about;
	taker		*take;
	size_t		 offset;	/* of the member to set */
	int		 value;		/* an action, or a setting by its
					   place in site_settings */
};

/* In the order of --help; one without a taker ends it. */
extern const struct option options_table[];

/* Report what is wrong with the command line; always false. */
bool	 options_fail(struct options *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

/*
 * For a run that reads posts, once all words are read: what stands in for
 * those that are not there, the present, and where the outputs go.
 */
void	 options_settle(struct options *);

#endif
