/*
 * lines - the lines of a text that is read line by line.
 */
#ifndef FRONT_LINES_H
#define FRONT_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* Length of the line that begins at p, including its line feed. */
size_t	 line_length(const char *p, const char *end);
/* How many spaces and tabs a line of n bytes begins with. */
size_t	 line_indentation(const char *p, size_t n);
bool	 line_is_blank(const char *p, size_t n);

#endif
