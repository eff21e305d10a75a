/*
 * entry_parts - what the files of feed/entry share; not for others.
 *
 *	entry.c		title, summary and content, which are texts
 *	entry_body.c	the body that these are made of
 *	entry_facts.c	all that front matter says besides
 */
#ifndef FEED_ENTRY_PARTS_H
#define FEED_ENTRY_PARTS_H

#include "feed/entry.h"
#include "site/site.h"

/* What the parts of an entry are made from. */
struct entry_maker {
	struct arena		*arena;
	struct post		*post;
	const struct site	*site;
	struct diag		*diag;
	enum site_content	 content;	/* that is asked for */
	const char		*separator;	/* excerpt_separator of both */
};

/* The content is what was put into `spare`. */
void	 entry_take_spare(struct entry *);

/* HTML is read where it stands, until there is something to change in it. */
void	 entry_render(struct entry *, const struct entry_maker *);
void	 entry_make_absolute(struct entry *, const struct entry_maker *);
/*
 * On request; else it is only said what readers will take out themselves.
 * Excerpt markers, which are comments, must have been found before.
 */
void	 entry_sanitize(struct entry *, const struct entry_maker *);

/* Where relative URLs of a post begin. */
const char *entry_base_url(const struct entry_maker *);

void	 entry_set_images(struct entry *, const struct entry_maker *);
void	 entry_set_media(struct entry *, const struct entry_maker *);
void	 entry_set_categories(struct entry *, const struct entry_maker *);
void	 entry_set_authors(struct entry *, const struct entry_maker *);
void	 entry_set_external(struct entry *, const struct entry_maker *);
void	 entry_set_language(struct entry *, const struct entry_maker *);
void	 entry_set_rights(struct entry *, const struct entry_maker *);
void	 entry_set_dates(struct entry *, const struct entry_maker *);

#endif
