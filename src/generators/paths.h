/*
 * paths - paths inside a site, for generators that make URLs of them.
 */
#ifndef GENERATORS_PATHS_H
#define GENERATORS_PATHS_H

#include <stdbool.h>

#include "site/site.h"

/* The rest of a path below a folder; NULL when it is not below it. */
const char *paths_below(const char *path, const char *folder);

/* The same, or the path as it is. */
const char *paths_inside(const char *path, const char *folder);

/* Whether a folder is around another, or is it. */
bool	 paths_is_around(const char *folder, const char *path);
/* Whether a path is a folder or in it, or is a folder on the way there. */
bool	 paths_leads_to(const char *path, bool is_folder, const char *folder);

/* Without "./", and without slashes at both ends. */
const char *paths_trim(struct arena *, const char *);
/* The same of a setting, or of another path where it is none. */
const char *paths_setting(struct arena *, const struct p2f_value *map,
	    const char *key, const char *otherwise);

/* Without the extension of its last part. */
const char *paths_stem(struct arena *, const char *path);

/* Without a last part `index`, which stands for its folder. */
const char *paths_without_index(struct arena *, const char *path);

/* Whether a part of a path, a folder's or the last, begins with a '_'. */
bool	 paths_has_hidden_part(const char *path);

/*
 * The URL of a path below the site's own URL, whose parts are names, not
 * yet encoded.  It ends in a slash or not, as the path does.
 */
const char *paths_url(struct arena *, const struct site *, const char *path);

/* That of a page, whose path has this end, "/" or ".html", but for the page of
   the site itself, which is "". */
const char *paths_page_url(struct arena *, const struct site *,
	    const char *path, const char *end);
/* The same by the file without its extension: that of an index is a folder,
   which ends in a slash. */
const char *paths_stem_url(struct arena *, const struct site *,
	    const char *stem, const char *end);

/* A text with another in the place of the first of some words, or itself. */
const char *paths_replace(struct arena *, const char *text, const char *word,
	    const char *other);

/* Report why the URL of a post is not known, and return NULL. */
const char *paths_unknown(const struct post *, const char *why,
	    struct diag *);

/*
 * The same where the spelling of a character in ASCII is the reason, which the
 * generator alone knows, and the key that helps.
 */
const char *paths_unspelled(const struct site *, struct place,
	    unsigned character, const char *key, struct diag *);

/* The first YYYY-MM-DD in a path; its length, from *start on; 0: none. */
size_t	 paths_find_day(const char *path, const char **start,
	    struct civil *);

/* Whether a URL, which may lack its scheme, is no more than a host, with a
   slash or without. */
bool	 paths_is_host(const char *url);

/* A URL and a path behind it, with one slash between them. */
const char *paths_join_base(struct arena *, const char *url,
	    const char *path);

/*
 * Note that the setting with the path behind the URL of the site is code.  The
 * other is the settle() that reports it, unless another file or option has said
 * what the URL is.
 */
void	 paths_lack_base(struct site *, const char *setting,
	    const struct p2f_value *url);
void	 paths_settle_base(struct site *, struct diag *);

/* Whether code is given to `base` in the settings of a site, of which the map
   is what could be read. */
bool	 paths_has_code_base(const struct site *,
	    const struct p2f_value *map);

#endif
