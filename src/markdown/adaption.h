/*
 * adaption - changes to Markdown before md4c reads it.
 *
 * What md4c reads otherwise than GitHub, or than the program that a post was
 * written for, is written as md4c wants it.  A file that makes such a change
 * says first what it is for, and ends in a constant struct.
 */
#ifndef MARKDOWN_ADAPTION_H
#define MARKDOWN_ADAPTION_H

#include <stdbool.h>

#include "base/buf.h"
#include "markdown/markdown.h"
#include "markdown/standin.h"
#include "markdown/walk.h"

/* Pairs of characters that most sources have not, in the order of a table. */
enum {
	PAIR_TICKS = 1 << 0,		/* two of them, or of tildes */
	PAIR_TILDES = 1 << 1,
	PAIR_LABEL = 1 << 2,		/* `[^`, `]:` */
	PAIR_HEADING = 1 << 3,		/* `<h` */
	PAIR_HOST = 1 << 4,		/* `ww` */
	PAIR_ATTRIBUTE = 1 << 5,	/* `n=`, `n>` */
	PAIR_COLON = 1 << 6 | 1 << 7	/* a colon a line may begin with */
};

struct adaption_source {
	const char	*start, *end;
	unsigned	 pairs;		/* that may be in it */
	unsigned	 dialect;
};

struct adaption {
	unsigned	 dialect;	/* those it is for; 0: all */
	unsigned	 rules;		/* the file's own, of the walk */
	const char	*marks;		/* of the walk; NULL: none */
	/* A quick look: false only where there is nothing to change. */
	bool	(*may_be_in)(const struct adaption_source *);
	/* Add what stands for a token of the walk; false: it stays. */
	bool	(*take)(struct buf *, struct walk *, const struct walk_token *);
	/* Or, where more than a token is to be known: add all of the source
	   that the walk has begun on, whatever is changed in it. */
	void	(*adapt)(struct buf *, struct walk *);
	bool	 has_standins;	/* leaves characters of standin.h, or
				   MARKDOWN_BARE */
};

extern const struct adaption adaption_angle, adaption_autolink,
    adaption_backslash, adaption_crowd, adaption_definition, adaption_element,
    adaption_emoji, adaption_figure, adaption_flood, adaption_heading,
    adaption_item_code, adaption_late_fence, adaption_link_definition,
    adaption_math, adaption_math_bracket, adaption_padded_label,
    adaption_raw_block, adaption_raw_heading, adaption_reference_link,
    adaption_rows, adaption_span, adaption_strike, adaption_table,
    adaption_target, adaption_tilde, adaption_wide_span;

/* ---- what one has for others ---- */

/* Whether a line is like those below the head of a table. */
bool	 table_may_be_in(const char *, const char *end);

/* The bracket that closes a label at p, in the same line and not that of a
   note; NULL: there is none. */
const char *reference_link_label_end(const char *p, const char *end);

/* The way through a text; it begins with zeros. */
struct address {
	const char	*seen;		/* how far it is known ... */
	bool		 is_open;	/* ... whether this is one, ... */
	size_t		 depth;		/* ... and brackets that it opened */
};

/*
 * Whether p is in an address, which has no blank.  In each text, which begins
 * at start, this is asked from left to right.
 */
bool	 address_holds(struct address *, const char *start, const char *p);

#endif
