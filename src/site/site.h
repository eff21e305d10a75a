/*
 * site - what is said of the feed as a whole: by the files of the generator,
 * by post2feed.yaml, which wins over them, and by the command line, which
 * wins over both.
 *
 * One table holds every setting: its key in post2feed.yaml, which is its
 * option on the command line, too, and how its value is read.
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "date/zone.h"
#include "front/value.h"
#include "site/generator.h"

#define SITE_FILE "post2feed.yaml"
#define SITE_FILE_SHORT "post2feed.yml"

/* Where links lead when nobody says: nowhere, by RFC 6761 6.4. */
#define SITE_NO_URL "https://example.invalid/"

#define SITE_DEFAULT_PERMALINK "/:year/:month/:day/:slug/"

/* What becomes of template tags that cannot be run. */
enum site_shortcodes { SITE_DROP, SITE_KEEP, SITE_TEXT };

/* What of its body an entry carries. */
enum site_content {
	CONTENT_BOTH,		/* a summary, and all of it */
	CONTENT_FULL,		/* all of it */
	CONTENT_EXCERPT,	/* its beginning, as HTML */
	CONTENT_SUMMARY,	/* its beginning, as plain text */
	CONTENT_NONE
};

/* Characters of a summary that is made from the body, at most. */
#define SITE_SUMMARY_LENGTH 280

/* The separator of excerpts that means no other than the default. */
#define SITE_PARAGRAPH "\n\n"

/* More than there are rows in the table. */
#define SITE_SETTINGS_MAX 64

struct site {
	struct arena	 arena;
	const char	*root;		/* folder of the site, "." and "a/b";
					   NULL: posts that belong to none */
	const struct generator *generator;		/* never NULL */
	const char	*above;		/* folder of one that the working
					   directory lies in, where none was
					   found; or NULL */
	const char	*unread;	/* name of one whose site it is, and of
					   whose rules nothing is known */
	const struct p2f_value *settings; /* its main file; or NULL */
	const void	*own;		/* what the generator keeps here */
	const struct p2f_value *people;	/* author table, see post_rules */

	const char	*title, *description, *rights;	/* NULL: not said */
	const char	*url, *self, *icon, *logo;	/* absolute URLs */
	bool		 is_url_doubtful;	/* by its generator's files, and
						   hardly its own */
	const char	*id;				/* an IRI */
	const char	*language;			/* BCP 47 */
	const char	*permalink;			/* a pattern; NULL: the
							   generator's rule */
	struct arena_list pattern;			/* its parts, see
							   permalink.h */
	const struct zone *zone;			/* never NULL */
	const struct zone *timestamp_zone;		/* see post_rules */
	struct arena_list authors;			/* struct p2f_person */
	struct arena_list hubs;				/* URLs */
	struct arena_list stylesheets;			/* URL references */
	/* Tags of the languages of the site, where it has more than one. */
	struct arena_list languages;			/* const char * */
	size_t		 limit;				/* 0: all posts */
	enum site_content content;
	bool		 hard_wraps, heading_ids;	/* of Markdown */
	unsigned	 markdown;	/* enum markdown_dialect, or'ed: that of
					   the generator, as it is set up */
	bool		 is_html_markdown;	/* blocks of HTML hold it */
	unsigned	 dialects;	/* enum template_dialect, or'ed: what
					   bodies have besides that of the
					   generator, by plugins and the like */
	bool		 has_mdsvex;	/* .md is what .svx is */
	enum site_shortcodes shortcodes;
	bool		 sanitize;	/* bodies */
	bool		 image_first;	/* of the body, for a post without */
	/* "/a" in a body lies below the URL of the site, not of its host. */
	bool		 is_root;
	/* The setting that has the path of the URL, where that is code, and
	   the file that the URL without it was read in; NULL: none is. */
	const char	*code_base, *code_base_file;
	size_t		 excerpt_length;		/* 0: not said */
	const char	*excerpt_separator;	/* text of a source that is a
						   marker, too; NULL: not said;
						   "": nothing is a marker */
	/* Take these, too. */
	bool		 drafts, future, expired, undated, all_languages;

	enum diag_id	 bad_setting;	/* what one is reported as */
	/* Where each setting was made, by its row in the table. */
	struct place	 places[SITE_SETTINGS_MAX];
	bool		 is_set[SITE_SETTINGS_MAX];
};

/* A value for a setting of a site, and where it stands. */
struct given {
	struct site		*site;
	const struct setting	*setting;
	const struct p2f_value	*value;
	struct place		 place;
	struct diag		*diag;
};

struct setting {
	const char	*key;
	const char	*argument;	/* its name in --help; NULL: a flag */
	const char	*about;
	bool		 is_list;	/* may be given more than once */
	bool		(*set)(const struct given *); /* false: reported */
	size_t		 offset;	/* in struct site */
	char		 letter;	/* of the option; '\0': none */
};

/* The table, in settings.c; ends in a setting without a key. */
extern const struct setting site_settings[];

void	 site_init(struct site *);
void	 site_release(struct site *);

/*
 * Read a post2feed.yaml.  NULL at an error, which is reported.  The
 * generator that it names is to be set before the rest is taken over.
 */
const struct p2f_value *site_read(struct site *, const char *path,
	    struct diag *);
/* Take over what it says; path is that of the file.  False: reported. */
bool	 site_fill(struct site *, const struct p2f_value *, const char *path,
	    struct diag *);

/* Set from a file of the generator; what is wrong is a warning. */
void	 site_default(struct site *, const struct setting *,
	    const struct p2f_value *, struct diag *);

/* The same in place of what a list has. */
void	 site_replace(struct site *, const struct setting *,
	    const struct p2f_value *, struct diag *);

/*
 * Set from the command line: replaces what files say, all of a list at its
 * first value.
 */
bool	 site_set(struct site *, const struct setting *, const char *text,
	    bool is_first, struct diag *);

/* The setting of that key, or of its plural when it is a list; or NULL. */
const struct setting *site_find_setting(const char *key);

/* That setting, or one whose key is a slip of the hand away or begins so; or
   NULL. */
const struct setting *site_similar_setting(const char *key);

/* Where a setting was made; its path is NULL when nobody made it. */
struct place site_place(const struct site *, const char *key);
/* Whether somebody made it. */
bool	 site_is_set(const struct site *, const char *key);

/* What the site and its generator say of reading posts. */
struct post_rules site_post_rules(const struct site *);

/*
 * The path relative to the top of the site, "" for the top itself; NULL when
 * it lies outside, or there is no site.  Paths are without "./" and "//".
 */
const char *site_inside(const struct site *, const char *path);

/* The URL of the site, or else SITE_NO_URL; ends in a slash or not. */
static inline const char *
site_base(const struct site *site)
{
	return site->url == NULL ? SITE_NO_URL : site->url;
}

#endif
