/*
 * directive - ikiwiki directives: `[[!name key="value" word]]`.
 *
 * They serve as front matter, as templates and as text.  A value of several
 * lines is enclosed in triple quotes, double or single.
 */
#ifndef BASE_DIRECTIVE_H
#define BASE_DIRECTIVE_H

#include <stdbool.h>
#include <stddef.h>

#define DIRECTIVE_OPEN "[[!"

/* A parameter: `key="value"`, or a word. */
struct directive_parameter {
	const char	*key, *value;	/* key may be NULL */
	size_t		 key_length, length;
};

/* The end of a directive that begins at p, after its brackets; NULL: it is not
   one, or it is not closed. */
const char *directive_end(const char *p, const char *end);

/* Read the next parameter after the name, and step over it; false: there is
   none. */
bool	 directive_read(const char **p, const char *end,
	    struct directive_parameter *);

#endif
