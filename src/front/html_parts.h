/*
 * html_parts - what the files of front/html share; not for others.
 *
 *	html.c		documents, and what their heads say
 *	html_scan.c	tags and their attributes
 *	html_value.c	what they say, as values
 *	html_entry.c	documents that are a post: h-entry of microformats
 */
#ifndef FRONT_HTML_PARTS_H
#define FRONT_HTML_PARTS_H

#include "base/arena.h"
#include "front/html.h"

/* A tag, comment or declaration; its attributes lie between p and end. */
struct html_tag {
	const char	*name;
	size_t		 name_length;
	const char	*p, *end;
	bool		 is_end;
};

struct html_attribute {
	const char	*name, *value;
	size_t		 name_length, value_length;
};

struct html_scan {
	const char	*p, *end;
	/* Where values are read: what there are, and the mark of the last. */
	struct arena	*arena;
	struct arena_list values;
	struct value_mark mark;
};

/* ---- html_scan.c ---- */

/* The first place of a text, without case; the end when it is nowhere. */
const char *html_find(const char *p, const char *end, const char *text);
bool	 html_tag_is(const struct html_tag *, const char *name);
/* Step over the next tag; comments are passed over, and what scripts hold. */
bool	 html_next_tag(struct html_scan *, struct html_tag *);
bool	 html_next_attribute(struct html_tag *, struct html_attribute *);

/* ---- html_value.c ---- */

/*
 * Add n bytes of a document as the value of a key, their entities decoded; it
 * stands at a place of it.
 */
void	 html_add(struct html_scan *, const char *at, const char *key,
	    const char *, size_t n);

/* ---- html_entry.c ---- */

/* If a document is an entry, make its content the body; false: it is none. */
bool	 html_entry_split(struct html_parts *);
/* Add what is told of it, from where the scanner is. */
void	 html_entry_read(struct html_scan *, const struct block *);

#endif
