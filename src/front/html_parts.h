/*
 * html_parts - what the files of front/html share; not for others.
 *
 *	html.c		documents, and what their heads say
 *	html_scan.c	tags, and elements that they begin
 *	html_value.c	what they say, as values
 *	html_entry.c	documents that are a post: h-entry of microformats
 */
#ifndef FRONT_HTML_PARTS_H
#define FRONT_HTML_PARTS_H

#include "base/arena.h"
#include "front/html.h"
#include "html/markup.h"

struct html_scan {
	struct markup	 markup;
	/* Where values are read: what there are, and the mark of the last. */
	struct arena	*arena;
	struct arena_list values;
	struct value_mark mark;
};

/* ---- html_scan.c ---- */

/* Step over the next tag, or declaration such as a doctype. */
bool	 html_next_tag(struct html_scan *, struct markup_token *);
/* Step over the text that follows, which may have no byte. */
struct markup_token html_next_text(struct html_scan *);
/* Step over the rest of an element, whose tag was the last one; where its end
   tag begins. */
const char *html_skip_element(struct html_scan *,
	    const struct markup_token *);

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
