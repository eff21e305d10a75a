/*
 * toml_scan - shared by the files of the TOML parser only.
 *
 * toml.c		lines: keys, [tables], recovery from errors
 * toml_table.c		tables by their path, and duplicates
 * toml_value.c		keys and values
 * toml_scalar.c	the spellings of numbers, booleans and dates
 * toml_string.c	strings and their escape sequences
 * toml_scan.c		positions, whitespace and errors
 *
 * A function that fails leaves a problem behind, which is reported once, for
 * the line that it is in.
 */
#ifndef FRONT_TOML_SCAN_H
#define FRONT_TOML_SCAN_H

#include <stdbool.h>

#include "front/value.h"

struct toml_problem {
	struct place	 place;
	const char	*text;		/* what was found */
	const char	*advice;	/* what to do */
	const char	*resume;	/* where to look for the next line */
};

struct toml {
	const char		*text;		/* followed by a NUL */
	const char		*p;		/* the next character */
	struct value_mark	 mark;		/* last position asked for */
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

/* What created a table, which determines what may be added to it. */
enum toml_origin { TOML_IMPLIED, TOML_DOTTED, TOML_HEADER };

/* A table, or an array of tables, while it grows. */
struct toml_table {
	struct p2f_value	*value;		/* the finished table */
	struct arena_list	 items;		/* of the value */
	enum toml_origin	 origin;
	size_t			 depth;
	struct toml_table	*newest;	/* in an array; else NULL */
	struct toml_node	*children;	/* tables in it, by name */
};

/* toml_scan.c */

/* Cheap if positions are asked for in the order of the text. */
struct place toml_place(struct toml *, const char *);
void	 toml_skip_blanks(struct toml *);
/* Skip spaces, comments and line ends; returns whether a line ended. */
bool	 toml_skip_lines(struct toml *);
/* Only a comment may be left on the line; anything else is a problem. */
bool	 toml_end_line(struct toml *);
/* Set a problem at a position, with advice and a text by printf; false. */
bool	 toml_fail(struct toml *, const char *at, const char *advice,
	    const char *, ...) __attribute__((format(printf, 4, 5)));
/* The text from a position up to one of these characters, for a message. */
struct quoted toml_quote(struct toml *, const char *from, const char *stop);

/* toml_string.c: the string that begins here; NULL on failure, "" if empty. */
const char *toml_string(struct toml *);
/* The same for keys, which cannot span lines. */
const char *toml_string_line(struct toml *);

/* toml_scalar.c */

/* Length of the word here that may be a number, a boolean or a date. */
size_t	 toml_scalar_length(const char *);
bool	 toml_is_scalar(const char *);
/* Advice on text that does not begin with a scalar. */
const char *toml_scalar_advice(const char *);

/* toml_value.c */

/* Read a dotted key as struct toml_part. */
bool	 toml_key(struct toml *, struct arena_list *parts);
/* Step over the `=` after a key. */
bool	 toml_equals(struct toml *);
/* The value here, nested that many levels deep; NULL on failure. */
struct p2f_value *toml_value(struct toml *, size_t depth);

/* toml_table.c */

/* A table that is not part of any yet. */
struct toml_table *toml_table_new(struct toml *, enum p2f_kind,
	    struct place);
/* Add a value under a dotted key.  False: nested too deeply. */
bool	 toml_table_put(struct toml *, struct toml_table *,
	    const struct arena_list *parts, struct p2f_value *);
/* The table that [a.b] or [[a.b]] opens.  NULL: nested too deeply. */
struct toml_table *toml_table_open(struct toml *, struct toml_table *root,
	    const struct arena_list *parts, bool is_array);
/* Fill in the values of all tables; duplicates are reported. */
void	 toml_table_finish(struct toml *);

#endif
