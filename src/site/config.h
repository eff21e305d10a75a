/*
 * config - reading settings from the files of a generator.
 */
#ifndef SITE_CONFIG_H
#define SITE_CONFIG_H

#include <stdbool.h>

#include "base/contents.h"
#include "front/value.h"
#include "site/site.h"

/* The path of a file of the site, in the arena. */
const char *config_path(struct arena *, const struct site *,
	    const char *name);
/* Whether a folder contains a regular file or a folder of that name. */
bool	 config_exists(const char *folder, const char *name);
/* The first of some names (NULL-terminated) that exists in a folder; NULL if
   none does. */
const char *config_first(const char *folder, const char *const *names);
/* Whether a file contains a string; false if it does not exist or its name is
   NULL. */
bool	 config_mentions(const char *folder, const char *name,
	    const char *text);
/* The same for any of several strings, NULL-terminated. */
bool	 config_mentions_any(const char *folder, const char *name,
	    const char *const *texts);
/* The same, but the string must begin a line, apart from whitespace. */
bool	 config_begins_line(const char *folder, const char *name,
	    const char *text);

/* The sorted names in a folder of the site ("": the top), except hidden ones,
   which begin with '.'. */
struct arena_list config_list(struct site *, const char *folder);

/* An entry found by config_walk(); paths are relative to the top of the
   site. */
struct config_item {
	const char	*folder, *name, *path;
	enum contents_kind kind;	/* of the entry itself: links are not
					   followed, since they may form
					   loops */
};

/*
 * Call a visitor for everything that config_list() finds in a folder, and
 * recurse into each folder for which it returns true.  `own` is passed on to
 * it.
 */
typedef bool config_visitor(struct site *, void *own,
    const struct config_item *, struct diag *);

void	 config_walk(struct site *, const char *folder,
	    config_visitor *visit, void *own, struct diag *);

/*
 * The text of a file of the site, in its arena.  NULL if it does not exist or
 * cannot be read; the latter is reported.
 */
const char *config_read_text(struct site *, const char *name, struct diag *);

/*
 * The URL of the host named in a CNAME file of GitHub Pages, "https://a.b";
 * NULL if there is no such file, or it does not name a host.
 */
const struct p2f_value *config_url_of_cname(struct site *, const char *file,
	    struct diag *);

/*
 * Read a file of the site as a tree whose values record their file: YAML, TOML
 * or JSON by its extension, or whatever can be read of a program in Python,
 * JavaScript or TypeScript (assignments.h), or of Franklin's config.md.  NULL
 * if it does not exist or holds no mapping; errors are reported.
 */
const struct p2f_value *config_read(struct site *, const char *name,
	    struct diag *);

/* The same for the first of some names (NULL-terminated) that exists. */
const struct p2f_value *config_read_first(struct site *,
	    const char *const *names, struct diag *);

/*
 * Read a table: the file of that name with the extension yml, yaml, json or
 * toml; failing that, all such files in the folder of that name, as one map
 * with the stem of each file name as its key.  NULL if there is neither.
 */
const struct p2f_value *config_read_table(struct site *, const char *name,
	    struct diag *);

/*
 * Read the files of a folder that a reader accepts, as one map with the stem
 * of each file name as its key.  A reader returns NULL to skip a file.
 */
typedef const struct p2f_value *config_reader(struct site *, const char *name,
    struct diag *);

const struct p2f_value *config_read_each(struct site *, const char *folder,
	    config_reader *, struct diag *);

/* The front matter of a file with an extension of posts; NULL for any other. */
const struct p2f_value *config_read_page(struct site *, const char *name,
	    struct diag *);

/*
 * The front matter of any file, whose values record the file; an empty map if
 * it has none or cannot be read, which is reported.
 */
const struct p2f_value *config_read_front(struct arena *, const char *path,
	    struct diag *);

/* Look up a value by its keys, "feed.limit", and by indices of lists,
   "gallery.0.url"; NULL if it does not exist or is null, or `map` is not a
   map. */
const struct p2f_value *config_get(const struct p2f_value *map,
	    const char *path);
/* The same, but returns values that are null, too. */
const struct p2f_value *config_find(const struct p2f_value *map,
	    const char *path);
/* Its text, trimmed; NULL if there is none, or it is "". */
const char *config_text(struct arena *, const struct p2f_value *map,
	    const char *path);
/* The same, with a default instead of NULL. */
const char *config_text_or(struct arena *, const struct p2f_value *map,
	    const char *path, const char *otherwise);
bool	 config_is_true(const struct p2f_value *map, const char *path);
bool	 config_is_false(const struct p2f_value *map, const char *path);

/*
 * Set one of site_settings from a value.  NULL, "" and null leave it
 * unchanged; an unusable value is reported as a warning.
 */
void	 config_set(struct site *, const char *setting,
	    const struct p2f_value *, struct diag *);
/* The same for a table of settings and their keys, terminated by a NULL
   setting; the map may be NULL, too. */
struct config_key {
	const char	*setting, *path;
};

void	 config_set_keys(struct site *, const struct p2f_value *map,
	    const struct config_key *, struct diag *);
/*
 * The same once all settings are known (see settle in generator.h): a setting
 * made elsewhere than in the file of the value is kept.
 */
void	 config_replace(struct site *, const char *setting,
	    const struct p2f_value *, struct diag *);
/* Set from a string derived from a value, which provides its position. */
void	 config_set_text(struct site *, const char *setting, const char *text,
	    const struct p2f_value *, struct diag *);

#endif
