/*
 * literal - words, strings and numbers in programs, see assignments.h.
 *
 * What Python and JavaScript have in common as far as settings are concerned:
 * strings with escape sequences, numbers, comments, and matching brackets.
 * Every function only moves forward, so that reading takes linear time.
 */
#ifndef FRONT_LITERAL_H
#define FRONT_LITERAL_H

#include <stdbool.h>

#include "front/value.h"

/* Names that a program does not define itself. */
struct literal_imports {
	/* The value of a name, or of another file if it is a path, which
	   begins with a dot; NULL: it is neither. */
	const struct p2f_value *(*find)(void *data, const char *name);
	void	*data;
};

struct literal_reader {
	const char	*p;		/* next character; NUL at the end */
	bool		 is_script;	/* JavaScript; else Python */
	unsigned	 depth;		/* of values inside values */
	struct arena	*arena;
	const struct p2f_value *names;	/* of a script, with their values;
					   NULL: none is looked up */
	const struct literal_imports *imports; /* NULL: there are none */
	unsigned	 maps;		/* substituted for names so far */
	struct value_mark mark;		/* of the last value */
	unsigned	 code;		/* how many values were code ... */
	const struct p2f_value *first_code; /* ... and where the first is */
};

struct literal_reader literal_reader(struct arena *, const struct block *,
	    bool is_script);

/* Skip spaces and comments on a line; also across lines. */
void	 literal_skip_blanks(struct literal_reader *);
void	 literal_skip_space(struct literal_reader *);

/* Skip one string, word, number or other character. */
void	 literal_skip_token(struct literal_reader *);
/* Skip to the end of an item: at a comma or a closing bracket, or the end. */
void	 literal_skip_item(struct literal_reader *);

/* A value at the reader's position. */
struct p2f_value *literal_value(struct literal_reader *, enum p2f_kind);

/* Read a name; NULL: there is none. */
const char *literal_word(struct literal_reader *);
/*
 * Read a name, `title` or `site.title`, and return the text that it stands
 * for, or a map of another file; NULL: the name is unknown.
 */
const struct p2f_value *literal_named(struct literal_reader *);
/* The same for a map only, including one of the program itself. */
const struct p2f_value *literal_named_map(struct literal_reader *);
/* Whether a string begins here. */
bool	 literal_at_string(const struct literal_reader *);
/* Read a string; NULL: it contains code, or is not closed. */
const char *literal_string(struct literal_reader *);
/*
 * Read a number, True, null and the like, or a string and those joined to it,
 * on the following lines too, if over_lines.  NULL: there is none.
 */
const struct p2f_value *literal_scalar(struct literal_reader *,
	    bool over_lines);

#endif
