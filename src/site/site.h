/*
 * site - the settings of a feed as a whole: from the files of the generator,
 * from post2feed.yaml, which overrides them, and from the command line, which
 * overrides both.
 *
 * One table defines every setting: its key in post2feed.yaml, which is also
 * its command line option, and how its value is read.
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

/* Base of links if no URL is set: resolves nowhere, by RFC 6761 6.4. */
#define SITE_NO_URL "https://example.invalid/"

#define SITE_DEFAULT_PERMALINK "/:year/:month/:day/:slug/"

/* What becomes of template tags that cannot be expanded. */
enum site_shortcodes { SITE_DROP, SITE_KEEP, SITE_TEXT };

/* How much of its body an entry carries. */
enum site_content {
	CONTENT_BOTH,		/* a summary, and the whole body */
	CONTENT_FULL,		/* the whole body */
	CONTENT_EXCERPT,	/* its beginning, as HTML */
	CONTENT_SUMMARY,	/* its beginning, as plain text */
	CONTENT_NONE
};

/* Maximum length in characters of a summary made from the body. */
#define SITE_SUMMARY_LENGTH 280

/* The excerpt separator that means the default. */
#define SITE_PARAGRAPH "\n\n"

/* More than the table has rows. */
#define SITE_SETTINGS_MAX 64

struct site {
	struct arena	 arena;
	const char	*root;		/* folder of the site, such as "." or
					   "a/b"; NULL: there is no site */
	const struct generator *generator;		/* never NULL */
	const char	*above;		/* folder of a site around the working
					   directory, if none was found; or
					   NULL */
	const char	*unread;	/* name of the unsupported generator
					   that the site belongs to */
	const struct p2f_value *settings; /* from its main file; or NULL */
	const void	*own;		/* private data of the generator */
	const struct p2f_value *people;	/* author table, see post_rules */

	const char	*title, *description, *rights;	/* NULL: not set */
	const char	*url, *self, *icon, *logo;	/* absolute URLs */
	bool		 is_url_doubtful;	/* the generator's files set
						   it, but it looks like a
						   placeholder */
	const char	*id;				/* an IRI */
	const char	*language;			/* BCP 47 */
	const char	*permalink;			/* NULL: use the
							   generator's rule */
	struct arena_list pattern;			/* the same, parsed:
							   see permalink.c */
	const struct zone *zone;			/* never NULL */
	const struct zone *timestamp_zone;		/* see post_rules */
	struct arena_list authors;			/* struct p2f_person */
	struct arena_list hubs;				/* URLs */
	struct arena_list stylesheets;			/* URL references */
	/* Tags of the languages of a site that has several. */
	struct arena_list languages;			/* const char * */
	size_t		 limit;				/* 0: all posts */
	enum site_content content;
	bool		 hard_wraps, heading_ids;	/* of Markdown */
	unsigned	 markdown;	/* enum markdown_dialect, or'ed: the
					   generator's, as configured */
	bool		 is_html_markdown;	/* HTML blocks contain it */
	unsigned	 dialects;	/* enum template_dialect, or'ed: those
					   of bodies besides the generator's,
					   such as from plugins */
	bool		 has_mdsvex;	/* .md is read as .svx */
	enum site_shortcodes shortcodes;
	bool		 sanitize;	/* bodies */
	bool		 image_first;	/* of the body, if a post has none */
	/* "/a" in a body is relative to the URL of the site, not its host. */
	bool		 is_root;
	/* The setting with the path of the URL, if that is code, and the file
	   that the URL without it came from; or NULL. */
	const char	*code_base, *code_base_file;
	size_t		 excerpt_length;		/* 0: not set */
	const char	*excerpt_separator;	/* string in a source that is
						   also a marker; NULL: not
						   set; "": there are no
						   markers */
	/* Include these, too. */
	bool		 drafts, future, expired, undated, all_languages;

	enum diag_id	 bad_setting;	/* id for reporting a bad one */
	/* Where each setting was made, indexed by its row in the table. */
	struct place	 places[SITE_SETTINGS_MAX];
	bool		 is_set[SITE_SETTINGS_MAX];
};

/* A value for a setting of a site, and its position. */
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
	size_t		 offset;	/* of its member in struct site */
	char		 letter;	/* of the option; '\0': none */
};

/* The table, in settings.c; ends in a setting without a key. */
extern const struct setting site_settings[];

void	 site_init(struct site *);
void	 site_release(struct site *);

/*
 * Read a post2feed.yaml.  NULL on error, which is reported.  The generator
 * that it names must be set before the rest is applied.
 */
const struct p2f_value *site_read(struct site *, const char *path,
	    struct diag *);
/* Apply a map read from the file at that path.  False on error, which is
   reported. */
bool	 site_fill(struct site *, const struct p2f_value *, const char *path,
	    struct diag *);

/* Set from a file of the generator; a bad value is reported as a warning. */
void	 site_default(struct site *, const struct setting *,
	    const struct p2f_value *, struct diag *);

/* The same, but replaces a list instead of adding to it. */
void	 site_replace(struct site *, const struct setting *,
	    const struct p2f_value *, struct diag *);

/*
 * Set from the command line: overrides what files say; the first value of a
 * list replaces all of theirs.
 */
bool	 site_set(struct site *, const struct setting *, const char *text,
	    bool is_first, struct diag *);

/* The setting of that key, or of its plural if it is a list; or NULL. */
const struct setting *site_find_setting(const char *key);

/* The same, or one whose key is a typo away or begins so; or NULL. */
const struct setting *site_similar_setting(const char *key);

/* Where a setting was made; its path is NULL if it was not. */
struct place site_place(const struct site *, const char *key);
/* Whether a setting was made. */
bool	 site_is_set(const struct site *, const char *key);

/* How to read the posts of the site and its generator. */
struct post_rules site_post_rules(const struct site *);

/*
 * The path relative to the top of the site, "" for the top itself; NULL if it
 * is outside, or there is no site.  The path must be without "./" and "//".
 */
const char *site_inside(const struct site *, const char *path);

/* The URL of the site, or else SITE_NO_URL; with or without a trailing
   slash. */
static inline const char *
site_base(const struct site *site)
{
	return site->url == NULL ? SITE_NO_URL : site->url;
}

#endif
