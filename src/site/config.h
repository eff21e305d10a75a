/*
 * config - settings that a generator keeps in files of its own.
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
/* Whether a folder has a regular file or a folder of that name. */
bool	 config_exists(const char *folder, const char *name);
/* The first of some names (NULL ends them) that a folder has; else NULL. */
const char *config_first(const char *folder, const char *const *names);
/* Whether a file (NULL: none) is there and holds a text. */
bool	 config_mentions(const char *folder, const char *name,
	    const char *text);
/* The same of any of some texts, which NULL ends. */
bool	 config_mentions_any(const char *folder, const char *name,
	    const char *const *texts);
/* The same at the beginning of a line, but for blanks. */
bool	 config_begins_line(const char *folder, const char *name,
	    const char *text);

/* What a folder of the site ("": the top) holds, but for hidden names, which
   begin with a full stop; in the order of names. */
struct arena_list config_list(struct site *, const char *folder);

/* What a walk comes to, by paths in the site. */
struct config_item {
	const char	*folder, *name, *path;
	enum contents_kind kind;	/* itself: links are not followed, as
					   they may lead in circles */
};

/*
 * Visit all that config_list() tells of a folder, and the same of each folder
 * for which the visitor says true.  It is given what the generator keeps.
 */
typedef bool config_visitor(struct site *, void *own,
    const struct config_item *, struct diag *);

void	 config_walk(struct site *, const char *folder,
	    config_visitor *visit, void *own, struct diag *);

/*
 * The text of a file of the site, in its arena.  NULL when it is not there, or
 * cannot be read, which is reported.
 */
const char *config_read_text(struct site *, const char *name, struct diag *);

/*
 * The URL of the host that pages of GitHub have by a file CNAME, "https://a.b";
 * NULL: there is no such file, or none that is a host.
 */
const struct p2f_value *config_url_of_cname(struct site *, const char *file,
	    struct diag *);

/*
 * Read a file of the site as a tree whose values know their file: YAML, TOML
 * or JSON by its extension, or what can be read of a program in Python,
 * JavaScript or TypeScript (assignments.h), or of Franklin's config.md.  NULL
 * when it is not there or holds no mapping; what is wrong with it is reported.
 */
const struct p2f_value *config_read(struct site *, const char *name,
	    struct diag *);

/* The same for the first of some names (NULL ends them) that is there. */
const struct p2f_value *config_read_first(struct site *,
	    const char *const *names, struct diag *);

/*
 * A table that is a file by that name and the extension yml, yaml, json or
 * toml, or else the files of a folder that can be read so, as one map in which
 * the stem of each name is its key.  NULL when there is none.
 */
const struct p2f_value *config_read_table(struct site *, const char *name,
	    struct diag *);

/*
 * The files of a folder that a reader takes, as one map in which the stem of
 * each name is its key.  NULL of a reader: it does not take the file.
 */
typedef const struct p2f_value *config_reader(struct site *, const char *name,
    struct diag *);

const struct p2f_value *config_read_each(struct site *, const char *folder,
	    config_reader *, struct diag *);

/* The front matter of a file that has the extension of posts; else NULL. */
const struct p2f_value *config_read_page(struct site *, const char *name,
	    struct diag *);

/*
 * The front matter of any file, whose values know the file: a map without
 * entries where it has none, or cannot be read, which is reported.
 */
const struct p2f_value *config_read_front(struct arena *, const char *path,
	    struct diag *);

/* A value by its keys, "feed.limit", and by numbers in lists, "gallery.0.url";
   NULL: it is not there, or null, or there is no map. */
const struct p2f_value *config_get(const struct p2f_value *map,
	    const char *path);
/* The same; what is null or empty is there. */
const struct p2f_value *config_find(const struct p2f_value *map,
	    const char *path);
/* Its text, trimmed; NULL when there is none, or "". */
const char *config_text(struct arena *, const struct p2f_value *map,
	    const char *path);
/* The same, or else another text. */
const char *config_text_or(struct arena *, const struct p2f_value *map,
	    const char *path, const char *otherwise);
bool	 config_is_true(const struct p2f_value *map, const char *path);
bool	 config_is_false(const struct p2f_value *map, const char *path);

/*
 * Set one of site_settings from a value.  NULL, "" and null leave it as it
 * is; one that cannot be used is reported as a warning.
 */
void	 config_set(struct site *, const char *setting,
	    const struct p2f_value *, struct diag *);
/* The same for a table of settings and the keys that set them, up to one that
   is NULL; the map may be NULL, too. */
struct config_key {
	const char	*setting, *path;
};

void	 config_set_keys(struct site *, const struct p2f_value *map,
	    const struct config_key *, struct diag *);
/*
 * The same once all settings are known (see settle in generator.h): what
 * others than the file of the value have set stays.
 */
void	 config_replace(struct site *, const char *setting,
	    const struct p2f_value *, struct diag *);
/* Set from a text that was made of a value, which has its place. */
void	 config_set_text(struct site *, const char *setting, const char *text,
	    const struct p2f_value *, struct diag *);

#endif
