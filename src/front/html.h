/*
 * html - the head of an HTML document as front matter.
 *
 *	<title>A post</title>
 *	<meta name="date" content="2024-05-31">
 *
 * is read by Pelican.  Most other documents have a title, too, so the caller
 * must check whether a document is a post: whether it has a date.
 */
#ifndef FRONT_HTML_H
#define FRONT_HTML_H

#include "front/value.h"

/* A document, as parts of its text. */
struct html_parts {
	struct block	 head;
	const char	*body;		/* after <body>, or after the head */
	const char	*end;		/* of the body */
};

/* Whether a block is a document that has a head: a doctype, or <html>. */
bool	 html_split(const struct block *, struct html_parts *);

/* The title and the meta elements of a head, as a P2F_MAP. */
const struct p2f_value *html_read(struct arena *, const struct block *,
	    struct diag *);

#endif
