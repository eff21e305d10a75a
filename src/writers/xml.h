/*
 * xml - writes XML into a sink.
 *
 * A feed is a few flat elements around text that somebody else wrote.  This
 * keeps the tags matched, and does what a feed needs: references of a kind
 * that no reader mistakes for markup, one pass over a body of any size, and
 * indentation that never becomes part of a text.  That what comes out is XML
 * is for libxml2 to say (--verify, and every test).
 *
 * A feed is written in pieces (struct p2f_writer), each with a struct xml of
 * its own, so a piece may leave elements open for a later one to close.
 * Names are constants; text is what post2feed.h promises.  A NULL for a text
 * or for an attribute's value leaves the element or the attribute out.
 */
#ifndef WRITERS_XML_H
#define WRITERS_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "post2feed.h"
#include "writers/chunk.h"

struct xml {
	struct chunk	 out;
	unsigned	 outer;		/* elements that others opened */
	unsigned	 depth;		/* elements open around the next tag */
	const char	*names[CHUNK_DEPTH_MAX]; /* of those that we opened */
	bool		 in_tag;	/* a start tag waits for its end */
	bool		 nested;	/* the last tag closed an element */
};

/* The depth is the number of elements that earlier pieces left open. */
void	 xml_begin(struct xml *, struct p2f_sink *, unsigned depth);
void	 xml_end(struct xml *);

void	 xml_declaration(struct xml *);
void	 xml_open(struct xml *, const char *name);
void	 xml_close(struct xml *);
/* Close an element that an earlier piece left open. */
void	 xml_close_outer(struct xml *, const char *name);

/* Attributes follow their xml_open().  A negative number is left out. */
void	 xml_attr(struct xml *, const char *name, const char *value);
void	 xml_attr_number(struct xml *, const char *name, long long);

/*
 * Plain text.  The RSS Profile (3.1) asks for hex references in it, which not
 * all readers know: text has them only if it could be taken for markup.  A
 * length is for the first part of a string.
 */
void	 xml_text(struct xml *, const char *);
void	 xml_text_length(struct xml *, const char *, size_t);
/*
 * A URL or an id, with "&amp;": nothing in it can be taken for markup, and
 * some readers leave the "&#x26;" of a link as it is.
 */
void	 xml_url(struct xml *, const char *);
/* The post's HTML as text: the markup arrives as it was.  Never CDATA. */
void	 xml_content(struct xml *, const struct p2f_post *);
/* Plain text where HTML is read, so that it is escaped twice. */
void	 xml_text_as_html(struct xml *, const char *);

/* A whole element with nothing but plain text, or a URL. */
void	 xml_leaf(struct xml *, const char *name, const char *text);
void	 xml_leaf_url(struct xml *, const char *name, const char *url);

/*
 * For whoever opens the feed in a browser: processing instructions that name
 * its stylesheets (xml-stylesheet 1.0), and links to click, which CSS cannot
 * make of the format's own elements.  Only where there are stylesheets.
 */
void	 xml_stylesheets(struct xml *, const struct p2f_feed *);
void	 xml_page_link(struct xml *, const struct p2f_feed *, const char *url,
	    const char *text);

/* Writes a link in the way of a format; NULL for an href: none. */
typedef void xml_linker(struct xml *, const char *rel, const char *href,
	    const char *type);

/* Feeds with older and newer posts, and whether this is one (RFC 5005 4). */
void	 xml_archives(struct xml *, const struct p2f_feed *,
	    xml_linker *link, const char *type);

/* Media RSS, prefix "media", which RSS and Atom have in common. */
#define XML_MEDIA_NAMESPACE "http://search.yahoo.com/mrss/"

void	 xml_media(struct xml *, const struct p2f_media *, const char *medium);
/* The picture of a post, and its small form. */
void	 xml_picture(struct xml *, const struct p2f_post *);

#endif
