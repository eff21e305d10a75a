/*
 * jekyll - shared by the files on Jekyll.
 *
 * The rules are those of Jekyll 4.3; comments name the class that a rule comes
 * from where that helps to check it.
 */
#ifndef GENERATORS_JEKYLL_H
#define GENERATORS_JEKYLL_H

#include "date/civil.h"
#include "site/site.h"

/* In site->own. */
struct jekyll {
	const struct p2f_value	*config;	/* a map, maybe empty */
	/* Folders relative to the top, with a trailing slash; "": the top. */
	const char		*source;
	const char		*collections;	/* relative to the source */
	const char		*destination;	/* likewise */
	const char		*permalink;	/* of posts; NULL: unusable */
	const char		*style;		/* permalink, as written */
	const struct p2f_value	*languages;	/* of a plugin for multilingual
						   sites; or NULL */
	const char		*usual;		/* default language, to
						   Polyglot; NULL: others are
						   in _i18n */
	bool			 is_by_path;	/* a segment of a path may name
						   the language, too */
	bool			 unpublished, drafts;
	bool			 is_octopress;	/* Jekyll as Octopress sets it
						   up */
	bool			 is_chirpy;	/* the theme */
	const char		*cdn;		/* base URL of its images; or
						   NULL */
};

/* Where a document of a site is. */
struct jekyll_place {
	const char	*label;		/* "posts", "docs"; NULL: a page */
	bool		 is_draft;
	const char	*path;		/* as in Jekyll: relative to the
					   source, or to collections_dir */
	const char	*entry;		/* relative to _posts or the like */
	const char	*name;		/* its last segment */
};

/* False if the path is outside the source of the site. */
bool	 jekyll_locate(struct arena *, const struct jekyll *,
	    const char *inside, struct jekyll_place *);

/*
 * The language of a post by the plugin for multilingual sites; NULL if there
 * is no plugin, or it does not determine one.
 */
const char *jekyll_language(const struct jekyll *, const struct post *);

/* "2014-1-2-slug.md", parsed. */
struct jekyll_name {
	bool		 has_date;	/* it begins with a date in digits */
	bool		 is_day;	/* which is valid */
	struct civil	 day;
	const char	*slug;		/* in the arena; may be empty */
};

void	 jekyll_split_name(struct arena *, const char *file,
	    struct jekyll_name *);

/* A setting by its exact name, also "feed.icon"; NULL if absent or null. */
const struct p2f_value *jekyll_setting(const struct jekyll *,
	    const char *key);

/* Settings of a collection; NULL if it has none. */
const struct p2f_value *jekyll_collection(const struct jekyll *,
	    const char *label);

/* The value of a key by its exact name; NULL if absent or null. */
const struct p2f_value *jekyll_get(const struct p2f_value *map,
	    const char *key);

/* Hooks, see site/generator.h. */
const char *jekyll_skip_reason(const struct site *, const char *path,
	    bool is_folder);
const struct p2f_value *jekyll_defaults(const struct site *, struct post *);
void	 jekyll_complete(struct post *, const struct site *, struct diag *);
const char *jekyll_url(struct post *, const struct site *, struct diag *);
const char *jekyll_image(struct arena *, const struct post *,
	    const struct site *, const char *address);

/*
 * The permalink in the front matter; NULL if there is none, or it contains a
 * template, which was reported.
 */
const struct p2f_value *jekyll_permalink(struct arena *,
	    const struct post *);

/* The categories of a post as in its URL: const char *. */
void	 jekyll_categories(struct post *, const struct site *,
	    struct arena_list *);

/*
 * Utils.slugify: each run of characters other than letters, marks and digits
 * becomes one hyphen; "pretty" keeps some punctuation, and the case of
 * letters.
 */
enum jekyll_slug { JEKYLL_DEFAULT, JEKYLL_PRETTY };

const char *jekyll_slug_of(struct arena *, const char *text,
	    enum jekyll_slug);

/* URL.escape_path: percent-encode, except slashes. */
void	 jekyll_escape(struct buf *, const char *text);
/* Squeeze runs of slashes in place. */
const char *jekyll_squeeze(char *path);
/* URL#sanitize_url: remove "..", "./" and doubled slashes, as strings. */
const char *jekyll_sanitize(struct arena *, const char *path);

/* The name of a placeholder that Jekyll does not have; NULL if all are
   known. */
const char *jekyll_unknown_placeholder(struct arena *, const char *pattern);

#endif
