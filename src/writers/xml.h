/*
 * xml - writes XML into a sink.
 *
 * A feed is a few flat elements around text that somebody else wrote.  This
 * keeps tags matched, and does what a feed needs: character references that no
 * reader mistakes for markup, one pass over a body of any size, and indentation
 * that never becomes part of a text.  Checking that the output is well-formed
 * is left to libxml2 (--verify, and every test).
 *
 * A feed is written in pieces (struct p2f_writer), each with its own struct
 * xml, so a piece may leave elements open for a later one to close.  Names are
 * constants; text is as promised by post2feed.h.  An element whose text is
 * NULL, or an attribute whose value is, is left out.
 */
#ifndef WRITERS_XML_H
#define WRITERS_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "post2feed.h"
#include "writers/chunk.h"

struct xml {
	struct chunk	 out;
	unsigned	 outer;		/* elements opened by earlier pieces */
	unsigned	 depth;		/* elements open around the next tag */
	const char	*names[CHUNK_DEPTH_MAX]; /* of those opened here */
	bool		 in_tag;	/* a start tag is not closed yet */
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
 * Plain text.  The RSS Profile (3.1) asks for hexadecimal references in it,
 * which not all readers know: they are used only if the text could be mistaken
 * for markup.  With a length, only the first part of the string is written.
 */
void	 xml_text(struct xml *, const char *);
void	 xml_text_length(struct xml *, const char *, size_t);
/*
 * A URL or an id, with "&amp;": it cannot be mistaken for markup, and some
 * readers leave the "&#x26;" of a link as is.
 */
void	 xml_url(struct xml *, const char *);
/* The post's HTML as text, so that its markup is kept.  Never CDATA. */
void	 xml_content(struct xml *, const struct p2f_post *);
/* Plain text where readers expect HTML, and therefore escaped twice. */
void	 xml_text_as_html(struct xml *, const char *);

/* A whole element that contains only plain text or a URL. */
void	 xml_leaf(struct xml *, const char *name, const char *text);
void	 xml_leaf_url(struct xml *, const char *name, const char *url);

/*
 * For viewing the feed in a browser: processing instructions that name its
 * stylesheets (xml-stylesheet 1.0), and links to click, which CSS cannot make
 * from the format's own elements.  Written only if there are stylesheets.
 */
void	 xml_stylesheets(struct xml *, const struct p2f_feed *);
void	 xml_page_link(struct xml *, const struct p2f_feed *, const char *url,
	    const char *text);

/* Writes a link the way a format does; nothing if href is NULL. */
typedef void xml_linker(struct xml *, const char *rel, const char *href,
	    const char *type);

/* Links to archives, and the mark of an archive, if it is one (RFC 5005 4). */
void	 xml_archives(struct xml *, const struct p2f_feed *,
	    xml_linker *link, const char *type);

/* Media RSS, prefix "media", which RSS and Atom have in common. */
#define XML_MEDIA_NAMESPACE "http://search.yahoo.com/mrss/"

void	 xml_media(struct xml *, const struct p2f_media *, const char *medium);
/* The image of a post, and its smaller version. */
void	 xml_image(struct xml *, const struct p2f_post *);

#endif
