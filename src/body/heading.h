/*
 * heading - the first heading of a body.
 *
 * It is the title of a post that has no other, and is dropped from the content
 * if it only repeats the title.
 */
#ifndef BODY_HEADING_H
#define BODY_HEADING_H

#include <stdbool.h>
#include <stddef.h>

struct heading {
	size_t	 start, length;		/* the element with its tags */
	size_t	 content_start, content_length;
	bool	 is_first;		/* nothing visible precedes it */
};

/* Find the first closed <h1> in HTML.  Returns false if there is none. */
bool	 heading_find(const char *, size_t, struct heading *);

#endif
