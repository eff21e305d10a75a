/*
 * jekyll - what the parts of the Jekyll generator share.
 *
 * The rules are those of Jekyll 4.3; a comment names the class of Jekyll
 * that a rule comes from where that helps to check it.
 */
#ifndef GENERATORS_JEKYLL_H
#define GENERATORS_JEKYLL_H

#include "date/civil.h"
#include "site/site.h"

/* Kept in site->own. */
struct jekyll {
	const struct p2f_value	*config;	/* a map, maybe empty */
	/* Folders, a slash at their end, relative to the top; "": it. */
	const char		*source;
	const char		*collections;	/* relative to the source */
	const char		*destination;	/* likewise */
	const char		*permalink;	/* of posts; NULL: unusable */
	const char		*style;		/* permalink, as written */
	const struct p2f_value	*languages;	/* of a plugin for several;
						   NULL: there is none */
	const char		*usual;		/* of these, to Polyglot; NULL:
						   the others lie in _i18n */
	bool			 is_by_path;	/* a part of a path names the
						   language, too */
	bool			 unpublished, drafts;
	bool			 is_octopress;	/* Jekyll as that has it */
	bool			 is_chirpy;	/* the theme */
	const char		*cdn;		/* where it has pictures; or
						   NULL */
};

/* Where a document of a site lies. */
struct jekyll_place {
	const char	*label;		/* "posts", "docs"; NULL: a page */
	bool		 is_draft;
	const char	*path;		/* as Jekyll has it: relative to the
					   source, or to collections_dir */
	const char	*entry;		/* relative to _posts, or so */
	const char	*name;		/* the last part of it */
};

/* False when the path lies outside the source of the site. */
bool	 jekyll_locate(struct arena *, const struct jekyll *,
	    const char *inside, struct jekyll_place *);

/*
 * The language of a post to the plugin for several; NULL: there is none, or it
 * does not say it.
 */
const char *jekyll_language(const struct jekyll *, const struct post *);

/* "2014-1-2-slug.md" taken apart. */
struct jekyll_name {
	bool		 has_date;	/* there are numbers where it stands */
	bool		 is_day;	/* and they are one */
	struct civil	 day;
	const char	*slug;		/* in the arena; may be empty */
};

void	 jekyll_split_name(struct arena *, const char *file,
	    struct jekyll_name *);

/* A setting, also "feed.icon", by its exact spelling, unless it is null. */
const struct p2f_value *jekyll_setting(const struct jekyll *,
	    const char *key);

/* Settings of a collection; NULL: it has none. */
const struct p2f_value *jekyll_collection(const struct jekyll *,
	    const char *label);

/* The value of a key, by its exact spelling, unless it is null. */
const struct p2f_value *jekyll_get(const struct p2f_value *map,
	    const char *key);

/* Hooks, see site/generator.h. */
const char *jekyll_passes_over(const struct site *, const char *path,
	    bool is_folder);
const struct p2f_value *jekyll_defaults(const struct site *, struct post *);
void	 jekyll_complete(struct post *, const struct site *, struct diag *);
const char *jekyll_url(struct post *, const struct site *, struct diag *);
const char *jekyll_picture(struct arena *, const struct post *,
	    const struct site *, const char *address);

/*
 * The permalink of its front matter; NULL: there is none, or one with a
 * template in it, which was reported.
 */
const struct p2f_value *jekyll_permalink(struct arena *,
	    const struct post *);

/* The categories of a post as they are in its URL: const char *. */
void	 jekyll_categories(struct post *, const struct site *,
	    struct arena_list *);

/*
 * Utils.slugify: runs of what is no letter, mark or digit become one hyphen;
 * "pretty" keeps some punctuation, too, and the case of letters.
 */
enum jekyll_slug { JEKYLL_DEFAULT, JEKYLL_PRETTY };

const char *jekyll_slug_of(struct arena *, const char *text,
	    enum jekyll_slug);

/* URL.escape_path: a text as a part of a URL, slashes as they are. */
void	 jekyll_escape(struct buf *, const char *text);
/* A path with one slash for each run of them, in its place. */
const char *jekyll_squeeze(char *path);
/* URL#sanitize_url: "..", "./" and doubled slashes go, by text alone. */
const char *jekyll_sanitize(struct arena *, const char *path);

/* The name of a placeholder that Jekyll does not have; NULL: none is so. */
const char *jekyll_unknown_placeholder(struct arena *, const char *pattern);

#endif
