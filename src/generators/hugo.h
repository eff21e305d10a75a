/*
 * hugo - shared by the files on Hugo.
 *
 * All of it is set up by configure(), and does not change afterwards.
 */
#ifndef GENERATORS_HUGO_H
#define GENERATORS_HUGO_H

#include <regex.h>
#include <stdbool.h>

#include "site/generator.h"
#include "site/site.h"

struct hugo_language {
	const char	*key;		/* in `languages`, and in file names */
	const char	*tag;		/* BCP 47, as far as the site says */
	const char	*prefix;	/* of its URLs: "fr"; NULL: none */
	const char	*base;		/* URL of its own; NULL: the site's */
	const char	*folder;	/* of its content, below the top */
	const struct p2f_value *own;	/* its settings; NULL: none */
	const struct p2f_value *permalinks;	/* NULL: none */
	bool		 is_disabled;
};

/* A file that makes its folder a bundle: index.md, _index.fr.md. */
struct hugo_index {
	const char	*folder;	/* below the top */
	const char	*name;
	const struct hugo_language *language;
	const struct p2f_value *meta;	/* front matter of an _index */
	bool		 is_leaf;	/* index.md: the folder is a page */
};

/* Dates whose sources can be configured: hugo.frontmatter.date and so on. */
enum hugo_date {
	HUGO_DATE, HUGO_LASTMOD, HUGO_PUBLISH, HUGO_EXPIRY, HUGO_DATES
};

/* An item of ignoreFiles: a file whose path matches is not a page. */
struct hugo_ignored {
	regex_t		 regex;
	struct hugo_ignored *next;
};

struct hugo {
	const struct p2f_value	*config;	/* all files, merged into one
						   map */
	struct arena_list	 languages;	/* struct hugo_language; at
						   least one */
	const struct hugo_language *main;	/* the default one */
	bool			 is_multilingual;	/* at least two */
	struct arena_list	 indexes;	/* by folder */
	struct arena_list	 images;	/* struct hugo_index, by folder
						   and name: see
						   hugo_image() */
	struct arena_list	 dates[HUGO_DATES];	/* const char *: keys
							   in lower case, and
							   ":filename" ... */
	struct hugo_ignored	*ignored;
	bool			 keeps_case, drops_accents;
};

/* The path of a content file, parsed. */
struct hugo_page {
	const struct hugo_language *language;
	const char	*root;		/* content folder that it is in */
	const char	*inside;	/* its path in there */
	const char	*folder;	/* of the page, inside `root`, "": the
					   top; of a bundle, its parent */
	const char	*name;		/* of the file, without language, or of
					   a bundle's folder */
	bool		 is_leaf;	/* a leaf bundle: index.md */
};

/* hugo_config.c */

/* The settings of all files of a site, merged into one map. */
const struct p2f_value *hugo_read_config(struct site *, struct diag *);
/* See files and is_top in site/generator.h. */
extern const char *const hugo_files[];
bool	 hugo_has_config(const char *folder);

/*
 * Look up a value by its keys, "params.author.name"; NULL if it does not exist
 * or is null.  Like Hugo, ignores case, but not '-' and '_'.
 */
const struct p2f_value *hugo_get(const struct p2f_value *, const char *);
/* The same, but returns null values, too. */
const struct p2f_value *hugo_find(const struct p2f_value *, const char *);

/* hugo_language.c */

/* The value of a key for a language, or else for the site as a whole. */
const struct p2f_value *hugo_get_in(const struct hugo *,
	    const struct hugo_language *, const char *key);

/* Read the languages, and set those of the site. */
void	 hugo_read_languages(struct site *, struct hugo *);

/* hugo_page.c */

/* Whether a file of that name makes its folder a page, or a section. */
bool	 hugo_is_index(const char *name);
bool	 hugo_is_section_index(const char *name);
/* Whether its extension is one of content; otherwise it is a resource. */
bool	 hugo_is_content(const char *name);
/* The language whose content folder contains a path; NULL if none does. */
const struct hugo_language *hugo_owner_of(const struct hugo *,
	    const char *path);
/*
 * The language that a name has before its extension, "x.fr.md", or else that
 * of the folder.  *length is that of the name without both.
 */
const struct hugo_language *hugo_language_of(const struct hugo *,
	    const char *name, const struct hugo_language *owner,
	    size_t *length);
/* Parse a path relative to the top.  False if it is not content. */
bool	 hugo_page_of(struct arena *, const struct hugo *, const char *path,
	    struct hugo_page *);

/* hugo_content.c */

/* Compile ignoreFiles. */
void	 hugo_read_ignored(struct site *, struct hugo *, struct diag *);
void	 hugo_release_ignored(const struct hugo *);
const char *hugo_skip_reason(const struct site *, const char *path,
	    bool is_folder);

/* hugo_index.c */

void	 hugo_read_indexes(struct site *, struct hugo *, struct diag *);
/* The _index in a language of a folder, whose path has n bytes; or NULL. */
const struct hugo_index *hugo_section(const struct hugo *,
	    const char *folder, size_t n, const struct hugo_language *);
/* The _index files above a page, nearest first. */
struct arena_list hugo_sections_above(struct arena *, const struct hugo *,
	    const struct hugo_page *);
/*
 * The pages of a taxonomy of authors, as a table keyed by the names of their
 * folders.  NULL if there are none.
 */
const struct p2f_value *hugo_people(struct arena *, const struct hugo *);
/*
 * Whether a folder, whose path has n bytes, is a page.  The content folder
 * itself, whose path has `root` bytes, is not.
 */
bool	 hugo_is_leaf(const struct hugo *, const char *path, size_t n,
	    size_t root);

/*
 * The file name of the image that Hugo's templates show for a page: an image
 * in its folder, whose path has n bytes, with "feature" in its name, else
 * "cover" or "thumbnail".  NULL if there is none.
 */
const char *hugo_image(const struct hugo *, const char *folder, size_t n);
/*
 * Rate a file that a page calls by a name as such an image, by those words in
 * the name: 0 if it is not one.
 */
unsigned hugo_shows(const char *file, const char *name);

/* hugo_cascade.c */

const struct p2f_value *hugo_defaults(const struct site *, struct post *);
/*
 * Whether a target, { path = "/posts/a?", kind = "page" }, matches a page;
 * NULL matches all.
 */
bool	 hugo_is_target(struct arena *, const struct p2f_value *,
	    const struct hugo_page *);

/* hugo_date.c */

/* A date of a post, and its source; all NULL if there is none. */
struct hugo_moment {
	const struct p2f_date	*date;
	const struct p2f_value	*value;		/* a key of the front matter */
	const char		*words;		/* anything else */
	const char		*slug;		/* from a file name */
};

void	 hugo_read_dates(struct site *, struct hugo *);
/* A date of a post by the configuration of the site. */
struct hugo_moment hugo_date_of(struct post *, const struct site *,
	    enum hugo_date);
/*
 * The slug in the file name of a post, if a date is taken from there; or NULL.
 */
const char *hugo_slug_of_name(struct post *, const struct site *);
/* Like hugo_date_of(), but from front matter only, not the file itself. */
struct hugo_moment hugo_date_of_keys(struct arena *, const struct site *,
	    const struct p2f_value *meta, enum hugo_date);
/* Set the dates of a post. */
void	 hugo_set_dates(struct post *, const struct site *);

/* hugo_pattern.c */

/* What a page provides for the placeholders of a pattern. */
struct hugo_filling {
	struct post	*post;
	const struct site *site;
	const struct hugo *hugo;
	struct hugo_page page;
	const char	*slug;		/* NULL: none */
	struct arena_list sections;	/* const char *: folder names */
	struct civil	 civil;
	int		 offset;
	const char	*missing;	/* placeholder without a value */
	bool		 is_long;	/* the result is too long */
};

/* What is wrong with a pattern; NULL if nothing is. */
const char *hugo_pattern_problem(struct arena *, const char *pattern);
/* Expand a pattern to a path; unknown placeholders are kept.  NULL if it is
   too long for a URL. */
const char *hugo_expand(struct hugo_filling *, const char *pattern);
/* The text of a key; NULL if there is none, or it is a template. */
const char *hugo_text_of(const struct p2f_value *, const char *key);

/* hugo_url.c */

const char *hugo_url(struct post *, const struct site *, struct diag *);

/*
 * The URL of a section, by its folder in the content: "posts", "" for the home
 * page.  NULL if it cannot have one.
 */
const char *hugo_section_url(struct arena *, const struct site *,
	    const struct hugo_language *, const char *folder);

/* hugo_link.c */

/*
 * Resolve `{ref}rain.md#gauge`, or `{ref:fr}rain` in a language, and
 * `{static}/a.png`, if the site has that file.
 */
const char *hugo_link(struct arena *, const struct post *,
	    const struct site *, const char *);
/* See files_url and image in site/generator.h. */
const char *hugo_files_url(struct arena *, const struct post *,
	    const struct site *);
const char *hugo_image_url(struct arena *, const struct post *,
	    const struct site *, const char *);

/* hugo_path.c */

/*
 * Append a string as Hugo writes it in paths: letters, marks, digits and
 * ./\_#+~-@ are kept, as is % before two hex digits; a run of whitespace
 * becomes '-', and all else is dropped.  In lower case and without accents if
 * the site says so.
 */
void	 hugo_put_path(struct buf *, const char *, const struct hugo *);
/*
 * Clean a path like Go's path.Join(): "/a//b/../c/" is "/a/c", with a leading
 * slash and no trailing one.
 */
const char *hugo_clean_path(struct arena *, const char *);
/* Decode %XX and '+'; NULL if a '%' has no digits. */
const char *hugo_unescape(struct arena *, const char *);

/* hugo_layout.c */

/*
 * Append a date in a layout of Go, such as "2006", "Jan" or "_2".  False if
 * the layout has no part of a date; then nothing is appended.
 */
bool	 hugo_put_layout(struct buf *, const char *, size_t,
	    const struct civil *, int offset);

#endif
