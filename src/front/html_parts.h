/*
 * html_parts - shared by the files of front/html only.
 *
 *	html.c		documents, and what is in their heads
 *	html_scan.c	tags, and the elements that they begin
 *	html_value.c	their contents as values
 *	html_entry.c	documents that are a post: the microformat h-entry
 */
#ifndef FRONT_HTML_PARTS_H
#define FRONT_HTML_PARTS_H

#include "base/arena.h"
#include "front/html.h"
#include "html/markup.h"

struct html_scan {
	struct markup	 markup;
	/* The values read so far, and the position of the last. */
	struct arena	*arena;
	struct arena_list values;
	struct value_mark mark;
};

/* ---- html_scan.c ---- */

/* Step over the next tag, or declaration such as a doctype. */
bool	 html_next_tag(struct html_scan *, struct markup_token *);
/* Step over the text that follows, which may be empty. */
struct markup_token html_next_text(struct html_scan *);
/* Step over the rest of the element whose opening tag was the last one;
   returns where its closing tag begins. */
const char *html_skip_element(struct html_scan *,
	    const struct markup_token *);

/* ---- html_value.c ---- */

/*
 * Add n bytes of a document, from `at` in it, as the value of a key, with
 * character references decoded.
 */
void	 html_add(struct html_scan *, const char *at, const char *key,
	    const char *, size_t n);

/* ---- html_entry.c ---- */

/* If a document is an entry, make its content the body; false: it is not. */
bool	 html_entry_split(struct html_parts *);
/* Add the properties of the entry, from the scanner's position on. */
void	 html_entry_read(struct html_scan *, const struct block *);

#endif
