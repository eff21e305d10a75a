/*
 * table - tables as GitHub reads them, for md4c, which is stricter.
 *
 * There may be a single hyphen below a column, a table may stand right behind
 * a line of text, and `\|` is a bar in code, too.
 */
#ifndef MARKDOWN_TABLE_H
#define MARKDOWN_TABLE_H

#include <stdbool.h>

/* Whether a line is like those below the head of a table. */
bool	 table_may_be_in(const char *, const char *end);

#endif
