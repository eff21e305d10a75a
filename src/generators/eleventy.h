/*
 * eleventy - shared by the files on Eleventy: its settings and URLs.
 */
#ifndef GENERATORS_ELEVENTY_H
#define GENERATORS_ELEVENTY_H

#include <stdatomic.h>

#include "post/post.h"
#include "site/site.h"

struct eleventy {
	const struct p2f_value	*dir;		/* from the settings; or NULL */
	const char		*program;	/* their source code; "":
						   none */
	const char		*input;		/* folder; "": the top */
	struct arena_list	 outside;	/* folders without posts */
	struct arena_list	 ignored;	/* patterns of paths */
	struct arena_list	 data;		/* struct eleventy_data */
	const char		*site_name;	/* of the file with its title */
	const struct p2f_value	*site_data;	/* NULL: none */
	const char		*layout_folder;
	struct arena_list	 layouts;	/* struct eleventy_layout */
};

/* Stands for a permalink that only a program can compute. */
#define ELEVENTY_CODE "{% code %}"

/* A data file that applies to all posts in a folder, or to one post. */
struct eleventy_data {
	const char		*path;		/* folder, or path without
						   extension */
	const struct p2f_value	*map;
	atomic_bool		*is_unknown;	/* its permalink was needed,
						   but is code */
};

/* The front matter of a layout, which applies to posts that use it. */
struct eleventy_layout {
	const char		*path;		/* below layout_folder */
	const struct p2f_value	*map;
};

/*
 * The first argument, a string, of the next such call in the settings, as in
 * `eleventyConfig.ignores.add("x.md")`; *place is moved past it.  NULL if
 * there are no more such calls.
 */
const char *eleventy_argument(struct arena *, const char **place,
	    const char *call);
/* Names of the data of a site that contain its title. */
extern const char *const eleventy_site_names[];

/* Read such data from calls in the settings, which were read as a map. */
void	 eleventy_read_site_calls(struct site *, struct eleventy *,
	    const struct p2f_value *map);
/* Read the permalink that the settings, which were read as a map, give all
   pages. */
void	 eleventy_read_calls(struct site *, struct eleventy *,
	    const struct p2f_value *map);

/* Read data files among the posts, and layouts; sorted by path. */
void	 eleventy_read_data(struct site *, struct eleventy *, struct diag *);

/* The data that apply to a post. */
const struct p2f_value *eleventy_data_of(const struct eleventy *,
	    struct post *);
/* The first map, plus the tags of the second. */
const struct p2f_value *eleventy_with_tags(struct arena *,
	    const struct p2f_value *, const struct p2f_value *);
/* Like value_overlay(), but merges the tags of both. */
const struct p2f_value *eleventy_join(struct arena *,
	    const struct p2f_value *, const struct p2f_value *);

/* The permalink in the map of a data file, or NULL. */
const struct p2f_value *eleventy_permalink(const struct p2f_value *);
/*
 * Note that the permalink in a data file is code, so that it is reported once,
 * not for each post.  False if the value is not from a data file.
 */
bool	 eleventy_note_code(const struct eleventy *, struct post *,
	    const struct p2f_value *);

/* Hooks of the generator. */
const struct p2f_value *eleventy_defaults(const struct site *,
	    struct post *);
const char *eleventy_url(struct post *, const struct site *, struct diag *);
void	 eleventy_conclude(const struct site *, struct diag *);

#endif
