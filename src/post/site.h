/*
 * site - what is said of the feed as a whole, by post2feed.yaml and by the
 * command line.
 *
 * One table holds every setting: its key in the file, which is its option on
 * the command line, too, and how its value is read.
 */
#ifndef POST_SITE_H
#define POST_SITE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "post/value.h"
#include "post/zone.h"

#define SITE_FILE "post2feed.yaml"

/* Where links lead when nobody says: nowhere, by RFC 6761 6.4. */
#define SITE_NO_URL "https://example.invalid/"

#define SITE_DEFAULT_PERMALINK "/:year/:month/:day/:slug/"

struct site {
	struct arena	 arena;
	const char	*title, *description, *rights;	/* NULL: not said */
	const char	*url, *self, *icon, *logo;	/* absolute URLs */
	const char	*id;				/* an IRI */
	const char	*language;			/* BCP 47 */
	const char	*permalink;			/* a pattern */
	bool		 image_first;	/* of the body, for a post without */
	bool		 sanitize;	/* bodies */
	const struct zone *zone;			/* never NULL */
	struct arena_list authors;			/* struct p2f_person */
	struct arena_list hubs;				/* URLs */
};

struct setting {
	const char	*key;
	const char	*argument;	/* its name in --help; NULL: the option
					   means true */
	const char	*about;
	bool		 is_list;	/* may be given more than once */
	bool		(*set)(struct site *, const struct setting *,
			    const struct p2f_value *, struct place,
			    struct diag *);
	size_t		 offset;	/* in struct site */
};

/* The table; ends in a setting without a key. */
extern const struct setting site_settings[];

void	 site_init(struct site *);
void	 site_release(struct site *);

/* Read a file of settings.  False at an error, which is reported. */
bool	 site_read(struct site *, const char *path, struct diag *);

/*
 * Set from the command line: replaces what the file says, all of a list at
 * its first value.
 */
bool	 site_set(struct site *, const struct setting *, const char *text,
	    bool is_first, struct diag *);

/*
 * The file of settings for posts in a folder: the nearest one, in the folder
 * or above it, up to the working directory.  NULL: there is none.
 */
const char *site_find(struct arena *, const char *folder);

#endif
