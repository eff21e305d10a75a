/*
 * heading - the first heading of a body.
 *
 * It is the title of a post that has no other, and it is dropped from the
 * content where it only repeats the title.
 */
#ifndef BODY_HEADING_H
#define BODY_HEADING_H

#include <stdbool.h>
#include <stddef.h>

struct heading {
	size_t	 start, length;		/* the element, tags and all */
	size_t	 content_start, content_length;
	bool	 is_first;		/* nothing that shows is before it */
};

/* Find the first <h1> of HTML that is closed; false if there is none. */
bool	 heading_find(const char *, size_t, struct heading *);

#endif
