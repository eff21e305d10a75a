/*
 * nikola - what the files of this generator share.
 */
#ifndef GENERATORS_NIKOLA_H
#define GENERATORS_NIKOLA_H

#include "site/site.h"

/* One of POSTS: where posts lie, and where they go. */
struct nikola_rule {
	const char		*folder;	/* below the top; "": the top */
	const char		*name;		/* of files, see base/glob.h */
	const struct p2f_value	*destination;	/* a text, or a map of them by
						   language; NULL: the top */
};

/* One of TRANSLATIONS, but for the language of the site. */
struct nikola_language {
	const char		*code;
	const char		*prefix;	/* of its URLs */
};

/* What the site's settings say, in site->own. */
struct nikola {
	const struct p2f_value	*map;		/* all; NULL: not there */
	struct arena_list	 rules;		/* struct nikola_rule, one at
						   least */
	struct arena_list	 others;	/* struct nikola_language */
	const char		*language;
	const char		*prefix;	/* of its URLs; mostly "" */
	const char		*index_file;	/* that STRIP_INDEXES drops;
						   NULL: none is */
	const char		*pattern;	/* NULL: none */
	bool			 has_plain_urls, has_plain_slugs;
	bool			 keeps_marks;	/* draft is a tag as any */
};

/* The rule for a post, NULL: it is none of POSTS. */
const struct nikola_rule *nikola_rule(struct arena *, const struct nikola *,
	    const char *inside);

/* The language that `x.es.md` is in; NULL: that of the site. */
const struct nikola_language *nikola_language(struct arena *,
	    const struct nikola *, const char *inside);

/* What a setting says for a language: a text, or a map of them by language. */
const struct p2f_value *nikola_localized(const struct nikola *,
	    const struct p2f_value *, const char *language);

/* See struct generator. */
const char *nikola_url(struct post *, const struct site *, struct diag *);

#endif
