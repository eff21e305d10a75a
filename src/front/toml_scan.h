/*
 * toml_scan - what the parts of the TOML reader share.
 *
 * toml.c		the lines: keys, [tables], recovery from errors
 * toml_table.c		tables by their path, and what stands twice
 * toml_value.c		keys and values
 * toml_scalar.c	the spellings of numbers, booleans and dates
 * toml_string.c	strings and their escapes
 * toml_scan.c		places, blanks and errors
 *
 * A function that fails leaves a problem behind, which is reported once, by
 * the line that it stands in.
 */
#ifndef FRONT_TOML_SCAN_H
#define FRONT_TOML_SCAN_H

#include <stdbool.h>

#include "front/value.h"

struct toml_problem {
	struct place	 place;
	const char	*text;		/* what was found */
	const char	*advice;	/* what to do */
	const char	*resume;	/* from where to look for a line */
};

struct toml {
	const char		*text;		/* with a NUL behind it */
	const char		*p;		/* the next character */
	struct value_mark	 mark;		/* of the last place asked */
	struct arena		*arena;
	const struct block	*block;
	struct diag		*diag;
	struct toml_problem	 problem;
	struct arena_list	 tables;	/* all of struct toml_table */
};

/* A part of a dotted key. */
struct toml_part {
	const char	*name;
	struct place	 place;
};

/* What made a table, which decides what may be added to it. */
enum toml_origin { TOML_IMPLIED, TOML_DOTTED, TOML_HEADER };

/* A table, or an array of tables, while it grows. */
struct toml_table {
	struct p2f_value	*value;		/* what it comes to */
	struct arena_list	 items;		/* of the value */
	enum toml_origin	 origin;
	size_t			 depth;
	struct toml_table	*newest;	/* of an array; else NULL */
	struct toml_node	*children;	/* tables in it, by name */
};

/* toml_scan.c */

/* Cheap when places are asked for in the order of the text. */
struct place toml_place(struct toml *, const char *);
void	 toml_skip_blanks(struct toml *);
/* Blanks, comments and ends of lines; whether a line ended. */
bool	 toml_skip_lines(struct toml *);
/* Nothing but a comment is left on the line, or it is a problem. */
bool	 toml_end_line(struct toml *);
/* A problem at a place, with advice and a text by printf.  Always false. */
bool	 toml_fail(struct toml *, const char *at, const char *advice,
	    const char *, ...) __attribute__((format(printf, 4, 5)));
/* The text from a place up to one of these characters, for a message. */
struct quoted toml_quote(struct toml *, const char *from, const char *stop);

/* toml_string.c: the string that begins here; NULL on failure, "" if empty. */
const char *toml_string(struct toml *);
/* The same for keys, which keep to one line. */
const char *toml_string_line(struct toml *);

/* toml_scalar.c */

/* Length of the word here that may be a number, a boolean or a date. */
size_t	 toml_scalar_length(const char *);
bool	 toml_is_scalar(const char *);
/* What to do about a text that begins with none. */
const char *toml_scalar_advice(const char *);

/* toml_value.c */

/* Read a dotted key as struct toml_part. */
bool	 toml_key(struct toml *, struct arena_list *parts);
/* Step over the `=` behind a key. */
bool	 toml_equals(struct toml *);
/* The value here, which stands so many levels deep; NULL on failure. */
struct p2f_value *toml_value(struct toml *, size_t depth);

/* toml_table.c */

/* A table that belongs to none yet. */
struct toml_table *toml_table_new(struct toml *, enum p2f_kind,
	    struct place);
/* Add a value under a dotted key.  False: nested too deeply. */
bool	 toml_table_put(struct toml *, struct toml_table *,
	    const struct arena_list *parts, struct p2f_value *);
/* The table that [a.b] or [[a.b]] opens.  NULL: nested too deeply. */
struct toml_table *toml_table_open(struct toml *, struct toml_table *root,
	    const struct arena_list *parts, bool is_array);
/* Fill in the values of all tables; what stands twice is reported. */
void	 toml_table_finish(struct toml *);

#endif
