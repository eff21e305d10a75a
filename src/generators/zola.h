/*
 * zola - what the files of this generator share.
 */
#ifndef GENERATORS_ZOLA_H
#define GENERATORS_ZOLA_H

#include "site/site.h"

enum zola_slugify { ZOLA_ON, ZOLA_SAFE, ZOLA_OFF };

/* What the site's settings say, in site->own; all zero: nothing. */
struct zola {
	const struct p2f_value	*map;		/* all; NULL: no file */
	const char		*language;	/* NULL: not said */
	struct arena_list	 others;	/* codes of other languages */
	struct arena_list	 ignored;	/* see wildcard.h */
	enum zola_slugify	 slugify;
	bool			 keep_dates;
};

/* What the path of a page says. */
struct zola_page {
	const char	*folder;	/* its URL's, below content; "": none */
	const char	*name;		/* what the slug is made of */
	const char	*language;	/* NULL: the site's */
	bool		 is_top;	/* it is the page of content itself */
};

/* False: a page of Zola cannot lie there. */
bool	 zola_page(struct arena *, const struct zola *, const char *inside,
	    struct zola_page *);

/*
 * The date that begins a name, of its bytes: 2018-10-02 or all of RFC 3339;
 * 0: there is none.  *slug is what comes behind it, NULL: nothing does.
 */
size_t	 zola_date(const char *name, const char **slug);

/*
 * A name as a part of a path.  NULL: it has a character, *unknown, whose
 * spelling in ASCII is not known.
 */
const char *zola_slug(struct arena *, const char *name, enum zola_slugify,
	    unsigned *unknown);

/* See struct generator. */
const char *zola_url(struct post *, const struct site *, struct diag *);
const char *zola_link(struct arena *, const struct post *,
	    const struct site *, const char *);

#endif
