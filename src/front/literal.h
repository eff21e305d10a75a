/*
 * literal - words, strings and numbers of programs, see assignments.h.
 *
 * What Python and JavaScript have in common as far as settings go: strings
 * with escapes, numbers, comments, and brackets that match.  Every function
 * moves forward only, so that reading takes linear time.
 */
#ifndef FRONT_LITERAL_H
#define FRONT_LITERAL_H

#include <stdbool.h>

#include "front/value.h"

/* Names that are not in a program itself. */
struct literal_imports {
	/* What one holds, or another file by its path, which begins with a
	   dot; NULL: it is none of them. */
	const struct p2f_value *(*find)(void *data, const char *name);
	void	*data;
};

struct literal_reader {
	const char	*p;		/* what is read next; NUL ends */
	bool		 is_script;	/* JavaScript; else Python */
	unsigned	 depth;		/* of values inside values */
	struct arena	*arena;
	const struct p2f_value *names;	/* of a script, and what they hold;
					   NULL: none is looked up */
	const struct literal_imports *imports; /* NULL: there are none */
	unsigned	 maps;		/* that names have stood for */
	struct value_mark mark;		/* of the last value */
	unsigned	 code;		/* values that were code, ... */
	const struct p2f_value *first_code; /* ... and where the first is */
};

struct literal_reader literal_reader(struct arena *, const struct block *,
	    bool is_script);

/* Skip blanks and comments on a line; and with line breaks, too. */
void	 literal_skip_blanks(struct literal_reader *);
void	 literal_skip_space(struct literal_reader *);

/* Skip one string, word, number or sign. */
void	 literal_skip_token(struct literal_reader *);
/* Skip to the end of an item: a comma or a closing bracket, or the end. */
void	 literal_skip_item(struct literal_reader *);

/* A value at the place where the reader is. */
struct p2f_value *literal_value(struct literal_reader *, enum p2f_kind);

/* Take a name; NULL: there is none. */
const char *literal_word(struct literal_reader *);
/*
 * Take a name, `title` or `site.title`, and give the text that it stands for,
 * or a map of another file; NULL: it is nothing that is known.
 */
const struct p2f_value *literal_named(struct literal_reader *);
/* The same; only a map, also one of the program itself. */
const struct p2f_value *literal_named_map(struct literal_reader *);
/* Whether a string begins here. */
bool	 literal_at_string(const struct literal_reader *);
/* Take a string; NULL: it has code inside, or no end. */
const char *literal_string(struct literal_reader *);
/*
 * Take a number, True, null and their kin, or a string and those that are
 * joined to it, if need be on lines that follow.  NULL: there is none.
 */
const struct p2f_value *literal_scalar(struct literal_reader *,
	    bool over_lines);

#endif
