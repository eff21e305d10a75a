/*
 * entry_parts - what the files of feed/entry share; not for others.
 *
 *	entry.c		title, summary and content, which are texts
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

/* Where relative URLs of a post begin. */
const char *entry_base_url(const struct entry_maker *);

void	 entry_set_images(struct entry *, const struct entry_maker *);
void	 entry_set_media(struct entry *, const struct entry_maker *);
void	 entry_set_categories(struct entry *, const struct entry_maker *);
void	 entry_set_authors(struct entry *, const struct entry_maker *);
void	 entry_set_external(struct entry *, const struct entry_maker *);
void	 entry_set_language(struct entry *, const struct entry_maker *);
void	 entry_set_dates(struct entry *, const struct entry_maker *);

#endif
