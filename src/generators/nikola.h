/*
 * nikola - shared by the files on Nikola.
 */
#ifndef GENERATORS_NIKOLA_H
#define GENERATORS_NIKOLA_H

#include "site/site.h"

/* An item of POSTS: where posts are, and where they are published. */
struct nikola_rule {
	const char		*folder;	/* below the top; "": the top */
	const char		*name;		/* of files, see base/glob.h */
	const struct p2f_value	*destination;	/* a string, or a map of them
						   by language; NULL: the top */
};

/* An item of TRANSLATIONS, except for the language of the site. */
struct nikola_language {
	const char		*code;
	const char		*prefix;	/* of its URLs */
};

/* The settings of the site; in site->own. */
struct nikola {
	const struct p2f_value	*map;		/* all of them; NULL: no file */
	struct arena_list	 rules;		/* struct nikola_rule; at least
						   one */
	struct arena_list	 others;	/* struct nikola_language */
	const char		*language;
	const char		*prefix;	/* of its URLs; usually "" */
	const char		*index_file;	/* that STRIP_INDEXES drops; or
						   NULL */
	const char		*pattern;	/* NULL: none */
	bool			 has_plain_urls, has_plain_slugs;
	bool			 keeps_marks;	/* `draft` is an ordinary tag */
};

/* The rule for a post; NULL if POSTS has none. */
const struct nikola_rule *nikola_rule(struct arena *, const struct nikola *,
	    const char *inside);

/* The language of `x.es.md`; NULL: that of the site. */
const struct nikola_language *nikola_language(struct arena *,
	    const struct nikola *, const char *inside);

/* The value of a setting, a string or a map of them, for a language. */
const struct p2f_value *nikola_localized(const struct nikola *,
	    const struct p2f_value *, const char *language);

/* See struct generator. */
const char *nikola_url(struct post *, const struct site *, struct diag *);

#endif
