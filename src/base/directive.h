/*
 * directive - directives of ikiwiki: `[[!name key="value" word]]`.
 *
 * They are front matter, templates and text; a value of several lines stands
 * between three quotes, of one kind or the other.
 */
#ifndef BASE_DIRECTIVE_H
#define BASE_DIRECTIVE_H

#include <stdbool.h>
#include <stddef.h>

#define DIRECTIVE_OPEN "[[!"

/* A parameter: `key="value"`, or a word. */
struct directive_parameter {
	const char	*key, *value;	/* key: NULL, it has none */
	size_t		 key_length, length;
};

/* Where one that begins at p ends, behind its brackets; NULL: it is none, or
   has no end. */
const char *directive_end(const char *p, const char *end);

/* Read the next parameter behind the name, and step over it; false: there is
   none. */
bool	 directive_read(const char **p, const char *end,
	    struct directive_parameter *);

#endif
