/*
 * pelican - shared by the files on Pelican.
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

/* Kinds of content with URL formats of their own. */
enum pelican_kind {
	PELICAN_ARTICLE, PELICAN_DRAFT, PELICAN_PAGE, PELICAN_KINDS
};

/* The settings of the site; in site->own. */
struct pelican {
	const struct p2f_value	*maps[2];	/* publishconf, pelicanconf;
						   NULL: no file */
	const char		*path;		/* of the posts, below the
						   top; "": the top */
	struct arena_list	 articles;	/* folders relative to the
						   top */
	struct arena_list	 excluded;	/* the same */
	struct arena_list	 pages;		/* those of pages */
	struct arena_list	 ignored;	/* see base/glob.h */
	const struct p2f_value	*readers, *metadata;	/* NULL: none */
	/* Defaults for posts; or NULL. */
	const struct p2f_value	*category, *author, *date;
	const char		*language;
	/* Languages that are sites below this one; NULL: none. */
	const struct p2f_value	*subsites;
	/* Of URLs, by kind; [1]: in another language.  NULL: code. */
	const char		*formats[PELICAN_KINDS][2];
	const char		*files;		/* of static files: "{path}" */
	const char		*file_pattern, *path_pattern; /* NULL: none */
	bool			 no_folder_category;
	bool			 from_basename;	/* slugs are derived from it */
	/* Pairs of substitutions for slugs; NULL: Pelican's default. */
	const struct p2f_value	*rules, *category_rules, *author_rules;
	bool			 uses_unicode, keeps_case;
	struct pelican_terms	 terms[PELICAN_TERMS];
};

/* Files with settings; the first one wins. */
extern const char *const pelican_files[];

/* Read the settings. */
void	 pelican_configure(struct site *, struct diag *);

/* The path below the folder of the posts; all of it if it is outside. */
const char *pelican_source(const struct pelican *, const char *inside);

/*
 * Make a slug with the given rules; NULL: Pelican's own.  Returns NULL if it
 * cannot be made, because the rules are not supported, or because of a
 * character, *unknown (else 0), whose ASCII spelling is not known.
 */
const char *pelican_slug(struct arena *, const struct pelican *,
	    const struct p2f_value *rules, const char *text,
	    unsigned *unknown);

/* See struct generator. */
const char *pelican_url(struct post *, const struct site *, struct diag *);
/* The URL of a page, by its path below the top; NULL if it is not one. */
const char *pelican_page_url(struct arena *, const struct site *,
	    const char *inside);
const char *pelican_link(struct arena *, const struct post *,
	    const struct site *, const char *);

#endif
