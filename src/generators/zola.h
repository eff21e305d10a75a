/*
 * zola - shared by the files on Zola.
 */
#ifndef GENERATORS_ZOLA_H
#define GENERATORS_ZOLA_H

#include "site/site.h"

enum zola_slugify { ZOLA_ON, ZOLA_SAFE, ZOLA_OFF };

/* The settings of the site, in site->own; all zero: none. */
struct zola {
	const struct p2f_value	*map;		/* all of them; NULL: no file */
	const char		*language;	/* NULL: not set */
	struct arena_list	 others;	/* codes of other languages */
	struct arena_list	 ignored;	/* see base/glob.h */
	enum zola_slugify	 slugify;
	bool			 keep_dates;
};

/* What the path of a page says. */
struct zola_page {
	const char	*folder;	/* of its URL, below content; or "" */
	const char	*name;		/* for the slug */
	const char	*language;	/* NULL: the site's */
	bool		 is_top;	/* the page of content itself */
};

/* False if that path cannot be a page of Zola. */
bool	 zola_page(struct arena *, const struct zola *, const char *inside,
	    struct zola_page *);

/*
 * The length of the date that begins a name, 2018-10-02 or all of RFC 3339; 0
 * if there is none.  *slug is what follows it, NULL if nothing does.
 */
size_t	 zola_date(const char *name, const char **slug);

/*
 * A name as a segment of a path.  NULL if it has a character, *unknown, whose
 * ASCII spelling is not known.
 */
const char *zola_slug(struct arena *, const char *name, enum zola_slugify,
	    unsigned *unknown);

/* See struct generator. */
const char *zola_url(struct post *, const struct site *, struct diag *);
const char *zola_link(struct arena *, const struct post *,
	    const struct site *, const char *);

#endif
