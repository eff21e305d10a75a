/*
 * pelican - what the files of this generator share.
 */
#ifndef GENERATORS_PELICAN_H
#define GENERATORS_PELICAN_H

#include "site/site.h"

/* Lists of articles that a body can link to. */
struct pelican_terms {
	const char		*what;		/* `{tag}` */
	const char		*format;	/* of URLs; NULL: code */
	const struct p2f_value	*rules;		/* of slugs; NULL: default */
};

#define PELICAN_TERMS 3

/* What has formats of its own for its URLs. */
enum pelican_kind {
	PELICAN_ARTICLE, PELICAN_DRAFT, PELICAN_PAGE, PELICAN_KINDS
};

/* What the site's settings say, in site->own. */
struct pelican {
	const struct p2f_value	*maps[2];	/* publishconf, pelicanconf;
						   NULL: not there */
	const char		*path;		/* of the posts, below the
						   top; "": the top */
	struct arena_list	 articles;	/* folders below the top */
	struct arena_list	 excluded;	/* the same */
	struct arena_list	 pages;		/* of these those of pages */
	struct arena_list	 ignored;	/* see wildcard.h */
	const struct p2f_value	*readers, *metadata;	/* NULL: none */
	/* Of posts that have none; or NULL. */
	const struct p2f_value	*category, *author, *date;
	const char		*language;
	/* Languages that have a site below this one; NULL: none. */
	const struct p2f_value	*subsites;
	/* Of URLs; those of kinds: [is in other language].  NULL: code. */
	const char		*formats[PELICAN_KINDS][2];
	const char		*files;		/* as they are: "{path}" */
	const char		*file_pattern, *path_pattern; /* NULL: none */
	bool			 no_folder_category;
	bool			 from_basename;	/* slugs are made of it */
	/* Lists of pairs that make slugs; NULL: Pelican's default. */
	const struct p2f_value	*rules, *category_rules, *author_rules;
	bool			 uses_unicode, keeps_case;
	struct pelican_terms	 terms[PELICAN_TERMS];
};

/* Files of settings; the first one wins. */
extern const char *const pelican_files[];

/* Read the settings. */
void	 pelican_configure(struct site *, struct diag *);

/* The path below the folder of the posts; all of it when it lies outside. */
const char *pelican_source(const struct pelican *, const char *inside);

/*
 * A text as a slug, by rules or, NULL, by Pelican's own.  NULL: it cannot be
 * made, for the rules are more than can be read here, or for a character,
 * *unknown (else 0), whose spelling in ASCII is not known.
 */
const char *pelican_slug(struct arena *, const struct pelican *,
	    const struct p2f_value *rules, const char *text,
	    unsigned *unknown);

/* See struct generator. */
const char *pelican_url(struct post *, const struct site *, struct diag *);
/* That of a page, by its path below the top; NULL: it is none. */
const char *pelican_page_url(struct arena *, const struct site *,
	    const char *inside);
const char *pelican_link(struct arena *, const struct post *,
	    const struct site *, const char *);

#endif
