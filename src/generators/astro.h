/*
 * astro - shared by the files on Astro.
 */
#ifndef GENERATORS_ASTRO_H
#define GENERATORS_ASTRO_H

#include <stdatomic.h>

#include "site/site.h"

/* The folder of collections without a `base`. */
#define ASTRO_CONTENT	"src/content"
#define ASTRO_PAGES	"src/pages"

/* Posts that one page of the site displays, each at a URL of its own. */
struct astro_collection {
	const char		*name;
	const char		*variable;	/* that it is assigned to */
	const char		*base;		/* its folder */
	struct arena_list	 patterns;	/* see base/glob.h; none: all */
	const char		*route;		/* folder of its URLs, "": the
						   top; NULL: unknown */
	bool			 skips_hidden;	/* folders like _a are not in
						   URLs */
	bool			 has_language;	/* its folder comes before that
						   of the URLs */
	atomic_bool		*is_lost;	/* set when a post has no URL
						   for lack of a route */
	bool			 has_loader;	/* loaded by glob() */
	bool			 has_ids;	/* from generateId() */
	bool			 is_starlight;	/* displayed by Starlight */
	struct astro_collection	*next;
};

/*
 * The collections that src/content.config.ts defines with a folder, and those
 * that are themselves folders of src/content; NULL if there are none.
 */
struct astro_collection *astro_collections(struct site *, struct diag *);

/* The author table (see site.h) that one of the collections is; NULL if none
   is. */
const struct p2f_value *astro_people(struct site *,
	    const struct astro_collection *, struct diag *);

/* A page that displays many posts: src/pages/blog/[...slug].astro */
struct astro_route {
	const char		*folder;	/* of its URLs */
	const char		*text;		/* its source */
	bool			 is_vague;	/* it has other parameters than
						   the post's name, or code
						   makes the path */
	bool			 skips_hidden;	/* as for a collection */
	bool			 has_language;	/* likewise */
};

/* The pages that display posts: struct astro_route. */
struct arena_list astro_routes(struct site *, struct diag *);

/*
 * Set the route of a collection: its own name if no page displays posts at
 * all; NULL if it cannot be determined.
 */
void	 astro_find_route(const struct arena_list *routes,
	    struct astro_collection *);

#endif
