/*
 * hexo - shared by the files on Hexo.
 *
 * Hexo is written in JavaScript, and many parts of a URL are values as that
 * language converts them: `:abbrlink` of `abbrlink: 0123` is "123".
 */
#ifndef GENERATORS_HEXO_H
#define GENERATORS_HEXO_H

#include <stdbool.h>

#include "date/civil.h"
#include "post/post.h"
#include "site/site.h"

/* Settings that are needed after configure(); in site->own. */
struct hexo {
	const struct p2f_value	*settings;	/* all of _config.yml; NULL: no
						   such file */
	const char		*source_dir;	/* without slashes at its
						   ends */
	const char		*rule;		/* permalink */
	const char		*name_rule;	/* new_post_name */
	const char		*default_category; /* NULL: set to null */
	int			 filename_case;	/* 1: lower, 2: upper */
	bool			 has_asset_folders;
	bool			 has_images_at_root;	/* in Markdown */
	bool			 cuts_index, cuts_html;	/* pretty_urls */
	const char		*elsewhere;	/* why files elsewhere are not
						   posts */
	struct arena_list	 encrypted;	/* tags; sorted */
};

/* What the path of a file says. */
struct hexo_place {
	const char	*path;		/* below _posts; NULL: a page, or
					   outside source_dir */
	const char	*page;		/* below source_dir; or NULL */
	const struct p2f_value *words;	/* matched by new_post_name, for a
					   post */
};

/* Read the settings; file is NULL if there is none. */
void	 hexo_configure(struct site *, const char *file, struct diag *);

/* The path below a folder, "" for the folder itself; NULL if it is outside. */
const char *hexo_below(const char *path, const char *folder);
/* The path below _posts or _drafts; NULL if it is in neither. */
const char *hexo_below_posts(const char *in_source);
struct hexo_place hexo_place_of(struct post *, const struct hexo *);

/*
 * The length of the name of a placeholder, at the start of the string after
 * its colon: letters, digits and '_', except a '_' at its end.  0 if there is
 * none.
 */
size_t	 hexo_word_length(const char *);

/*
 * Match a path below _posts with the rule new_post_name: returns a map with a
 * value for each of its placeholders, if it matches, and always one for
 * "title".
 */
const struct p2f_value *hexo_name_read(struct arena *, const char *rule,
	    const char *path);

/* Hexo's slugize(); see filename_case above. */
const char *hexo_slug(struct arena *, const char *, int filename_case);

/* Whether a map has the key `password`, even if it is "". */
bool	 hexo_has_password(const struct p2f_value *map);
/* Whether a value is truthy in JavaScript; NULL is not. */
bool	 hexo_is_truthy(const struct p2f_value *);
/* Read a YAML timestamp, which Hexo takes as UTC; in seconds since 1970. */
bool	 hexo_timestamp(const struct p2f_value *, long long *seconds);
/*
 * A value converted to a string as in JavaScript.  NULL for values whose
 * conversion is of no use: null, a mapping, a timestamp.
 */
const char *hexo_text(struct arena *, const struct p2f_value *);

/*
 * The time in the URL of a post: as a clock shows it in the time zone of the
 * site, and in seconds.  False if Hexo would use the time of the file.
 */
bool	 hexo_date(struct post *, const struct site *, struct civil *,
	    long long *seconds);

/* The slug of the category of a post; NULL if it has none. */
const char *hexo_category(struct post *, const struct hexo *,
	    const struct p2f_value *words);

const char *hexo_url(struct post *, const struct site *, struct diag *);

/* See files_url and image in site/generator.h. */
const char *hexo_files_url(struct arena *, const struct post *,
	    const struct site *);
const char *hexo_image(struct arena *, const struct post *,
	    const struct site *, const char *address);

#endif
