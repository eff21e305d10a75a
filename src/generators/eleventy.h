/*
 * eleventy - what its settings and the URLs of its posts share.
 */
#ifndef GENERATORS_ELEVENTY_H
#define GENERATORS_ELEVENTY_H

#include <stdatomic.h>

#include "post/post.h"
#include "site/site.h"

struct eleventy {
	const struct p2f_value	*dir;		/* of the settings; or NULL */
	const char		*program;	/* their text; "": there are
						   none */
	const char		*input;		/* folder; "": the top */
	struct arena_list	 outside;	/* folders without posts */
	struct arena_list	 ignored;	/* patterns of paths */
	struct arena_list	 data;		/* struct eleventy_data */
	const char		*site_name;	/* of the file of its title */
	const struct p2f_value	*site_data;	/* NULL: there is none */
	const char		*layout_folder;
	struct arena_list	 layouts;	/* struct eleventy_layout */
};

/* The text that stands for a permalink which only a program knows. */
#define ELEVENTY_CODE "{% code %}"

/* What a data file says of all posts in a folder, or of one. */
struct eleventy_data {
	const char		*path;		/* folder, or path without
						   extension */
	const struct p2f_value	*map;
	atomic_bool		*is_unknown;	/* its permalink was wanted,
						   and is code */
};

/* What the front matter of a layout says of the posts that have it. */
struct eleventy_layout {
	const char		*path;		/* below layout_folder */
	const struct p2f_value	*map;
};

/*
 * The string that a call in the settings has as its first argument, as in
 * `eleventyConfig.ignores.add("x.md")`, from a place on that is set behind it;
 * NULL: there are no more such calls.
 */
const char *eleventy_argument(struct arena *, const char **place,
	    const char *call);
/* What data of a site are named that tell its title. */
extern const char *const eleventy_site_names[];

/* Such data in calls of the settings, of which there is a map. */
void	 eleventy_read_site_calls(struct site *, struct eleventy *,
	    const struct p2f_value *map);
/* The permalink that the settings, of which there is a map, give all pages. */
void	 eleventy_read_calls(struct site *, struct eleventy *,
	    const struct p2f_value *map);

/* Data of files between the posts, and layouts, read once; sorted by path. */
void	 eleventy_read_data(struct site *, struct eleventy *, struct diag *);

/* What they say of a post. */
const struct p2f_value *eleventy_data_of(const struct eleventy *,
	    struct post *);
/* The first map, with the tags of the second, too. */
const struct p2f_value *eleventy_with_tags(struct arena *,
	    const struct p2f_value *, const struct p2f_value *);
/* Like value_overlay(), but that the tags of both hold. */
const struct p2f_value *eleventy_join(struct arena *,
	    const struct p2f_value *, const struct p2f_value *);

/* The permalink in the map of a data file; NULL: it has none. */
const struct p2f_value *eleventy_permalink(const struct p2f_value *);
/*
 * Note that the permalink of a data file is code, for the message on it: that
 * comes once, not for each post.  False: it is that of no such file.
 */
bool	 eleventy_note_code(const struct eleventy *, struct post *,
	    const struct p2f_value *);

/* Hooks of the generator. */
const struct p2f_value *eleventy_defaults(const struct site *,
	    struct post *);
const char *eleventy_url(struct post *, const struct site *, struct diag *);
void	 eleventy_conclude(const struct site *, struct diag *);

#endif
