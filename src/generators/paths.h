/*
 * paths - paths inside a site, for generators that make URLs from them.
 */
#ifndef GENERATORS_PATHS_H
#define GENERATORS_PATHS_H

#include <stdbool.h>

#include "site/site.h"

/* The rest of a path below a folder; NULL if it is not below it. */
const char *paths_below(const char *path, const char *folder);

/* The same, or the path itself. */
const char *paths_inside(const char *path, const char *folder);

/* Whether a folder contains a path, or is it. */
bool	 paths_is_around(const char *folder, const char *path);
/* Whether a path is a folder or inside it, or is a folder that contains it. */
bool	 paths_leads_to(const char *path, bool is_folder, const char *folder);

/* Strip "./", and slashes at both ends. */
const char *paths_trim(struct arena *, const char *);
/* The same for the path in a setting, or a default. */
const char *paths_setting(struct arena *, const struct p2f_value *map,
	    const char *key, const char *otherwise);

/* Strip the extension. */
const char *paths_stem(struct arena *, const char *path);

/* Strip a last segment `index`, which stands for its folder. */
const char *paths_without_index(struct arena *, const char *path);

/* Whether a segment of a path begins with '_'. */
bool	 paths_has_hidden_part(const char *path);

/*
 * The URL of a path below the site's own URL; the segments of the path are not
 * yet encoded.  It has a trailing slash if the path has one.
 */
const char *paths_url(struct arena *, const struct site *, const char *path);

/* The URL of a page, with the suffix `end`, "/" or ".html"; the home page,
   whose path is "", has none. */
const char *paths_page_url(struct arena *, const struct site *,
	    const char *path, const char *end);
/* The same by the file without its extension; an index gets the URL of its
   folder, with a trailing slash. */
const char *paths_stem_url(struct arena *, const struct site *,
	    const char *stem, const char *end);

/* Replace the first occurrence of a word in a string, if any. */
const char *paths_replace(struct arena *, const char *text, const char *word,
	    const char *other);

/* Report why the URL of a post is unknown, and return NULL. */
const char *paths_unknown(const struct post *, const char *why,
	    struct diag *);

/*
 * The same if the reason is a character whose ASCII spelling only the
 * generator knows; names the key that helps.
 */
const char *paths_unspelled(const struct site *, struct place,
	    unsigned character, const char *key, struct diag *);

/* Find the first YYYY-MM-DD in a path, at *start; returns its length, 0 if
   there is none. */
size_t	 paths_find_day(const char *path, const char **start,
	    struct civil *);

/* Whether a URL, possibly without a scheme, is only a host, with or without a
   slash. */
bool	 paths_is_host(const char *url);

/* A URL and a path, joined by one slash. */
const char *paths_join_base(struct arena *, const char *url,
	    const char *path);

/*
 * Note that the setting with the path of the site's URL is code.  The second
 * function, for settle(), reports that, unless another file or option has set
 * the URL.
 */
void	 paths_lack_base(struct site *, const char *setting,
	    const struct p2f_value *url);
void	 paths_settle_base(struct site *, struct diag *);

/* Whether `base` is set to code in the settings of a site; the map holds what
   could be read of them. */
bool	 paths_has_code_base(const struct site *,
	    const struct p2f_value *map);

#endif
