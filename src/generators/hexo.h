/*
 * hexo - what the parts of the knowledge of Hexo share.
 *
 * Hexo is written in JavaScript, and much of what a URL is made of is what
 * that language makes of a value: `:abbrlink` of `abbrlink: 0123` is "123".
 */
#ifndef GENERATORS_HEXO_H
#define GENERATORS_HEXO_H

#include <stdbool.h>

#include "date/civil.h"
#include "post/post.h"
#include "site/site.h"

/* Settings that are needed after they were read; site->own. */
struct hexo {
	const struct p2f_value	*settings;	/* all of _config.yml; or
						   NULL: it is not there */
	const char		*source_dir;	/* no slashes at its ends */
	const char		*rule;		/* permalink */
	const char		*name_rule;	/* new_post_name */
	const char		*default_category; /* NULL: set to nothing */
	int			 filename_case;	/* 1: lower, 2: upper */
	bool			 has_asset_folders;
	bool			 has_pictures_at_root;	/* of Markdown */
	bool			 cuts_index, cuts_html;	/* pretty_urls */
	const char		*elsewhere;	/* why other files are none */
	struct arena_list	 encrypted;	/* tags; sorted */
};

/* What stands in a file's path, of the dates also where a post lies. */
struct hexo_place {
	const char	*path;		/* below _posts; NULL: it is a page,
					   or not in source_dir at all */
	const char	*page;		/* below source_dir; or NULL */
	const struct p2f_value *words;	/* of new_post_name, of a post */
};

/* Read the settings; NULL: there is no file of them. */
void	 hexo_configure(struct site *, const char *file, struct diag *);

/* What is below a folder, "" for itself; NULL: the path is not. */
const char *hexo_below(const char *path, const char *folder);
/* What is below _posts or _drafts; NULL: the path is not. */
const char *hexo_below_posts(const char *in_source);
struct hexo_place hexo_place_of(struct post *, const struct hexo *);

/*
 * The name of the placeholder that begins a text behind its colon, by its
 * length: of letters, digits and '_', but with no '_' at its end.  0: none.
 */
size_t	 hexo_word_length(const char *);

/*
 * What a path below _posts says by the rule of new_post_name: a map with a
 * value for each of its words, and for "title" in any case.
 */
const struct p2f_value *hexo_name_read(struct arena *, const char *rule,
	    const char *path);

/* What Hexo's slugize makes of a text; see filename_case above. */
const char *hexo_slug(struct arena *, const char *, int filename_case);

/* Whether a map says `password`, which may be "". */
bool	 hexo_has_password(const struct p2f_value *map);
/* Whether JavaScript takes a value for true; NULL is none. */
bool	 hexo_is_truthy(const struct p2f_value *);
/* A timestamp of YAML, which Hexo takes for UTC; in seconds of that. */
bool	 hexo_timestamp(const struct p2f_value *, long long *seconds);
/*
 * A value as JavaScript spells it in a text.  NULL for what has no spelling
 * that is of use: null, a mapping, a timestamp.
 */
const char *hexo_text(struct arena *, const struct p2f_value *);

/*
 * The time that stands in the URL of a post: what a clock shows in the zone
 * of the site.  False: Hexo would take the time of the file.
 */
bool	 hexo_date(struct post *, const struct site *, struct civil *,
	    long long *seconds);

/* The slug of the category of a post; NULL: it has none. */
const char *hexo_category(struct post *, const struct hexo *,
	    const struct p2f_value *words);

const char *hexo_url(struct post *, const struct site *, struct diag *);

/* See files_url and picture in site/generator.h. */
const char *hexo_files_url(struct arena *, const struct post *,
	    const struct site *);
const char *hexo_picture(struct arena *, const struct post *,
	    const struct site *, const char *address);

#endif
