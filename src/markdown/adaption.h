/*
 * adaption - changes to Markdown before md4c reads it.
 *
 * What md4c reads differently from GitHub, or from the program that a post was
 * written for, is rewritten the way md4c needs it.  A file that makes such a
 * change first says what it is for, and ends in a constant struct.
 */
#ifndef MARKDOWN_ADAPTION_H
#define MARKDOWN_ADAPTION_H

#include <stdbool.h>

#include "base/buf.h"
#include "markdown/markdown.h"
#include "markdown/standin.h"
#include "markdown/walk.h"

/* Pairs of characters that are rare in sources, in the order of a table. */
enum {
	PAIR_TICKS = 1 << 0,		/* two of them, or of tildes */
	PAIR_TILDES = 1 << 1,
	PAIR_LABEL = 1 << 2,		/* `[^`, `]:` */
	PAIR_HEADING = 1 << 3,		/* `<h` */
	PAIR_HOST = 1 << 4,		/* `ww` */
	PAIR_ATTRIBUTE = 1 << 5,	/* `n=`, `n>` */
	PAIR_COLON = 1 << 6 | 1 << 7	/* a colon at the start of a line */
};

struct adaption_source {
	const char	*start, *end;
	unsigned	 pairs;		/* that may occur in it */
	unsigned	 dialect;
};

struct adaption {
	unsigned	 dialect;	/* dialects it is for; 0: all */
	unsigned	 rules;		/* for the walk, defined by its file */
	const char	*marks;		/* for the walk; NULL: none */
	/* A quick check: returns false only if there is nothing to change. */
	bool	(*may_be_in)(const struct adaption_source *);
	/* Add the replacement of a token of the walk; false: keep the token. */
	bool	(*take)(struct buf *, struct walk *, const struct walk_token *);
	/* Or, if it takes more than one token: add the whole source of the
	   walk, with any changes. */
	void	(*adapt)(struct buf *, struct walk *);
	bool	 has_standins;	/* adds characters of standin.h, or
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

/* ---- what some provide for others ---- */

/* Whether some line looks like the delimiter row of a table. */
bool	 table_may_be_in(const char *, const char *end);

/* The bracket that closes the label at p, on the same line, or NULL if there
   is none or it is that of a footnote. */
const char *reference_link_label_end(const char *p, const char *end);

/* State of a scan through a text; initialize it with zeros. */
struct address {
	const char	*seen;		/* how far it has scanned */
	bool		 is_open;	/* whether that is in a URL */
	size_t		 depth;		/* of parentheses opened in it */
};

/*
 * Whether p is inside a URL, which contains no whitespace.  For each text,
 * which begins at start, it must be called from left to right.
 */
bool	 address_holds(struct address *, const char *start, const char *p);

#endif
