/*
 * entry_parts - shared by the files of feed/entry, and private to them.
 *
 *	entry.c		title, summary and content
 *	entry_body.c	the body that these are made from
 *	entry_facts.c	everything else in the front matter
 */
#ifndef FEED_ENTRY_PARTS_H
#define FEED_ENTRY_PARTS_H

#include "feed/entry.h"
#include "site/site.h"

/* What an entry is made from. */
struct entry_maker {
	struct arena		*arena;
	struct post		*post;
	const struct site	*site;
	struct diag		*diag;
	enum site_content	 content;	/* that is requested */
	const char		*separator;	/* of post or site */
};

/* Make `spare` the content. */
void	 entry_take_spare(struct entry *);

/* HTML is used in place until something in it has to change. */
void	 entry_render(struct entry *, const struct entry_maker *);
void	 entry_make_absolute(struct entry *, const struct entry_maker *);
/*
 * If requested; otherwise only report what readers will remove themselves.
 * Excerpt markers, which are comments, must already have been found.
 */
void	 entry_sanitize(struct entry *, const struct entry_maker *);

/* The base of the relative URLs of a post. */
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
