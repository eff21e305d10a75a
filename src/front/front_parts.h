/*
 * front_parts - lines, and the text between two of them, for `front`.
 */
#ifndef FRONT_FRONT_PARTS_H
#define FRONT_FRONT_PARTS_H

#include <stdbool.h>

#include "base/diag.h"
#include "front/front.h"

/* A line of a file, without its line feed. */
struct line {
	const char	*text;
	size_t		 length;
	unsigned	 number;
};

struct reader {
	const char	*p, *end;
	unsigned	 number;	/* of the line at p */
};

/* Step over a line; false: there are no more. */
bool	 front_next_line(struct reader *, struct line *);
bool	 front_is_blank(const struct line *);
/* `key:` and a space, or nothing else; the key is one word. */
bool	 front_is_key_line(const struct line *);

/*
 * Fill in the block from here to the line that closes a dialect, YAML or
 * JSON; false: there is no such line.
 */
bool	 front_take_block(struct reader *, enum dialect, struct front *);

/*
 * Fill in what follows an opening line, and step over it; false: this is not
 * one, or it is not closed, which is reported.
 */
bool	 front_split_fenced(struct reader *, const struct line *opening,
	    struct front *, struct diag *);
/* The same, but nothing is reported. */
bool	 front_take_fenced(struct reader *, const struct line *opening,
	    struct front *);
/*
 * The same for a line that would be an opening without the (mostly invisible)
 * characters around it.  One that only resembles an opening is reported, too,
 * but not accepted.
 */
bool	 front_split_slip(struct reader *, const struct line *opening,
	    struct front *, struct diag *);

#endif
