/*
 * hugo - what the parts of the Hugo generator have in common.
 *
 * All of it is made when the site is configured, and never changes afterwards.
 */
#ifndef GENERATORS_HUGO_H
#define GENERATORS_HUGO_H

#include <regex.h>
#include <stdbool.h>

#include "site/generator.h"
#include "site/site.h"

struct hugo_language {
	const char	*key;		/* in `languages`, and of file names */
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
	const char	*folder;	/* below the top of the site */
	const char	*name;
	const struct hugo_language *language;
	const struct p2f_value *meta;	/* front matter of an _index */
	bool		 is_leaf;	/* an index: the folder is a page */
};

/* What a date is taken from: hugo.frontmatter.date and its kin. */
enum hugo_date {
	HUGO_DATE, HUGO_LASTMOD, HUGO_PUBLISH, HUGO_EXPIRY, HUGO_DATES
};

/* What no file is a page whose path it matches: an item of ignoreFiles. */
struct hugo_ignored {
	regex_t		 regex;
	struct hugo_ignored *next;
};

struct hugo {
	const struct p2f_value	*config;	/* of all files, one map */
	struct arena_list	 languages;	/* struct hugo_language, one
						   at least */
	const struct hugo_language *main;	/* the default one */
	bool			 is_multilingual;	/* two, at least */
	struct arena_list	 indexes;	/* by folder */
	struct arena_list	 pictures;	/* struct hugo_index, by folder
						   and name: see
						   hugo_picture() */
	struct arena_list	 dates[HUGO_DATES];	/* const char *: keys,
						   in small letters, and
						   ":filename" ... */
	struct hugo_ignored	*ignored;
	bool			 keeps_case, drops_accents;
};

/* A file of content, taken apart. */
struct hugo_page {
	const struct hugo_language *language;
	const char	*root;		/* content folder that it lies in */
	const char	*inside;	/* its path in there */
	const char	*folder;	/* the page's in there, "": the top;
					   of a bundle the one around it */
	const char	*name;		/* of the file without language, or of
					   the folder of a bundle */
	bool		 is_leaf;	/* a bundle: index.md */
};

/* hugo_config.c */

/* The settings of all files of a site as one map. */
const struct p2f_value *hugo_read_config(struct site *, struct diag *);
/* See files and is_top in site/generator.h. */
extern const char *const hugo_files[];
bool	 hugo_has_config(const char *folder);

/*
 * A value by its keys, "params.author.name"; NULL: it is not there, or null.
 * Hugo compares keys without case; '-' and '_' count.
 */
const struct p2f_value *hugo_get(const struct p2f_value *, const char *);
/* The same; what is null is there. */
const struct p2f_value *hugo_find(const struct p2f_value *, const char *);

/* hugo_language.c */

/* What a language says of a key, or else the site as a whole. */
const struct p2f_value *hugo_get_in(const struct hugo *,
	    const struct hugo_language *, const char *key);

/* Find the languages, and say so in the site. */
void	 hugo_read_languages(struct site *, struct hugo *);

/* hugo_page.c */

/* Whether a file of that name makes its folder a page, or a section. */
bool	 hugo_is_index(const char *name);
bool	 hugo_is_section_index(const char *name);
/* Whether it is of a format of content; else it is a resource. */
bool	 hugo_is_content(const char *name);
/* The language of the folder of content that holds a path; NULL: none does. */
const struct hugo_language *hugo_owner_of(const struct hugo *,
	    const char *path);
/*
 * The language that a name ends in before its extension, "x.fr.md"; where
 * there is none, it is that of the folder.  The length is that of the name
 * without both.
 */
const struct hugo_language *hugo_language_of(const struct hugo *,
	    const char *name, const struct hugo_language *owner,
	    size_t *length);
/* Take a path, relative to the top, apart.  False: it is no content. */
bool	 hugo_page_of(struct arena *, const struct hugo *, const char *path,
	    struct hugo_page *);

/* hugo_content.c */

/* Find what is to be left out. */
void	 hugo_read_ignored(struct site *, struct hugo *, struct diag *);
void	 hugo_release_ignored(const struct hugo *);
const char *hugo_passes_over(const struct site *, const char *path,
	    bool is_folder);

/* hugo_index.c */

void	 hugo_read_indexes(struct site *, struct hugo *, struct diag *);
/* The _index of a folder, of n bytes, in a language, or NULL. */
const struct hugo_index *hugo_section(const struct hugo *,
	    const char *folder, size_t n, const struct hugo_language *);
/* The _index files above a page, the nearest first. */
struct arena_list hugo_sections_above(struct arena *, const struct hugo *,
	    const struct hugo_page *);
/*
 * The pages of a taxonomy of authors, as a table of them by the names of their
 * folders.  NULL: there are none.
 */
const struct p2f_value *hugo_people(struct arena *, const struct hugo *);
/*
 * Whether a folder, of n bytes, is a page.  The folder of the content itself,
 * whose length is given, is none.
 */
bool	 hugo_is_leaf(const struct hugo *, const char *path, size_t n,
	    size_t root);

/*
 * The name of the file by which Hugo's templates show a page: a picture in the
 * folder, of n bytes, whose name has "feature" in it, else "cover" or
 * "thumbnail".  NULL: there is none.
 */
const char *hugo_picture(const struct hugo *, const char *folder, size_t n);
/*
 * How well a file that a page calls by a name shows it, by these words: 0 is
 * not at all.
 */
unsigned hugo_shows(const char *file, const char *name);

/* hugo_cascade.c */

const struct p2f_value *hugo_defaults(const struct site *, struct post *);
/*
 * Whether a target, { path = "/posts/a?", kind = "page" }, is that page.
 * NULL is every page.
 */
bool	 hugo_is_target(struct arena *, const struct p2f_value *,
	    const struct hugo_page *);

/* hugo_date.c */

/* A date of a post, and where it is from; all NULL: nothing says it. */
struct hugo_moment {
	const struct p2f_date	*date;
	const struct p2f_value	*value;		/* a key of the front matter */
	const char		*words;		/* anything else */
	const char		*slug;		/* of a file name */
};

void	 hugo_read_dates(struct site *, struct hugo *);
/* A date of a post by the rules of the site. */
struct hugo_moment hugo_date_of(struct post *, const struct site *,
	    enum hugo_date);
/*
 * The slug that its name gives a post where dates are taken from names;
 * NULL: none.
 */
const char *hugo_slug_of_name(struct post *, const struct site *);
/* The same for a front matter alone, without what its file says. */
struct hugo_moment hugo_date_of_keys(struct arena *, const struct site *,
	    const struct p2f_value *meta, enum hugo_date);
/* Set the dates of a post. */
void	 hugo_set_dates(struct post *, const struct site *);

/* hugo_pattern.c */

/* What a page has for the placeholders of a pattern. */
struct hugo_filling {
	struct post	*post;
	const struct site *site;
	const struct hugo *hugo;
	struct hugo_page page;
	const char	*slug;		/* NULL: none */
	struct arena_list sections;	/* const char *: names of folders */
	struct civil	 civil;
	int		 offset;
	const char	*missing;	/* what there is no value for */
	bool		 is_long;	/* what it makes is, too much so */
};

/* What is wrong with a pattern, NULL: nothing. */
const char *hugo_pattern_problem(struct arena *, const char *pattern);
/* The path that a pattern makes; what is no placeholder is left.  NULL: it is
   too long for a URL. */
const char *hugo_expand(struct hugo_filling *, const char *pattern);
/* The text of a key; NULL: there is none, or it is a template. */
const char *hugo_text_of(const struct p2f_value *, const char *key);

/* hugo_url.c */

const char *hugo_url(struct post *, const struct site *, struct diag *);

/*
 * That of a section, by its folder in the content: "posts", "": the home
 * page.  NULL: it can be none.
 */
const char *hugo_section_url(struct arena *, const struct site *,
	    const struct hugo_language *, const char *folder);

/* hugo_link.c */

/*
 * `{ref}rain.md#gauge`, and `{ref:fr}rain` of a language; `{static}/a.png`, if
 * the site has that file.
 */
const char *hugo_link(struct arena *, const struct post *,
	    const struct site *, const char *);
/* See files_url and picture in site/generator.h. */
const char *hugo_files_url(struct arena *, const struct post *,
	    const struct site *);
const char *hugo_picture_url(struct arena *, const struct post *,
	    const struct site *, const char *);

/* hugo_path.c */

/*
 * Add a text as Hugo has it in paths: letters, marks, digits and
 * ./\_#+~-@ stay, and so does % before two hex digits; blanks become one
 * '-', all else goes.  In small letters, without accents, by the site.
 */
void	 hugo_put_path(struct buf *, const char *, const struct hugo *);
/*
 * "/a//b/../c/" is "/a/c": with a slash before it and none behind it, as
 * Go's path.Join() has it.
 */
const char *hugo_clean_path(struct arena *, const char *);
/* %XX and '+' decoded; NULL: a '%' without digits. */
const char *hugo_unescape(struct arena *, const char *);

/* hugo_layout.c */

/*
 * Add a date by a layout of Go, such as "2006", "Jan" or "_2".  False, and
 * nothing is added, when there is no part of a date in it.
 */
bool	 hugo_put_layout(struct buf *, const char *, size_t,
	    const struct civil *, int offset);

#endif
