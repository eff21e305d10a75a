/*
 * astro - what the files of this generator share.
 */
#ifndef GENERATORS_ASTRO_H
#define GENERATORS_ASTRO_H

#include <stdatomic.h>

#include "site/site.h"

/* The folder of collections that do not say where they are. */
#define ASTRO_CONTENT	"src/content"
#define ASTRO_PAGES	"src/pages"

/* Posts that are shown by one page of the site, each at a URL of its own. */
struct astro_collection {
	const char		*name;
	const char		*variable;	/* that holds it */
	const char		*base;		/* its folder */
	struct arena_list	 patterns;	/* see base/glob.h; none: all */
	const char		*route;		/* folder of its URLs, "": the
						   top; NULL: not known */
	bool			 skips_hidden;	/* no folder _a is in them */
	bool			 has_language;	/* its folder is before that
						   of the URLs */
	atomic_bool		*is_lost;	/* a post has no URL by that */
	bool			 has_loader;	/* glob() */
	bool			 has_ids;	/* by code of its own */
	bool			 is_starlight;	/* shown by that */
	struct astro_collection	*next;
};

/*
 * The collections that src/content.config.ts has with a folder, and those
 * that are folders of src/content themselves; NULL: none.
 */
struct astro_collection *astro_collections(struct site *, struct diag *);

/* The table of authors (see site.h) that one of these is; NULL: none is. */
const struct p2f_value *astro_people(struct site *,
	    const struct astro_collection *, struct diag *);

/* A page for many posts: src/pages/blog/[...slug].astro */
struct astro_route {
	const char		*folder;	/* of its URLs */
	const char		*text;		/* its source */
	bool			 is_vague;	/* more than the name of a post
						   is a parameter, or code
						   makes it */
	bool			 skips_hidden;	/* as in a collection */
	bool			 has_language;	/* so, too */
};

/* The pages that show posts. */
struct arena_list astro_routes(struct site *, struct diag *);

/*
 * Find the folder below the site's URL in which a collection is shown; its own
 * name if there is no page for posts at all.  NULL: it cannot be told.
 */
void	 astro_find_route(const struct arena_list *routes,
	    struct astro_collection *);

#endif
