/*
 * generators - the table of generators, and which one a folder belongs to.
 */
#ifndef GENERATORS_GENERATORS_H
#define GENERATORS_GENERATORS_H

#include <stdbool.h>

#include "site/generator.h"
#include "site/site.h"

/* All known generators, NULL-terminated, in the order in which they are
   tried. */
extern const struct generator *const generators[];

extern const struct generator generator_astro, generator_docusaurus,
    generator_eleventy, generator_franklin, generator_gatsby, generator_grav,
    generator_hexo, generator_hugo, generator_jekyll, generator_mkdocs,
    generator_next, generator_nikola, generator_nuxt, generator_pelican,
    generator_quarto, generator_quartz, generator_valaxy,
    generator_vitepress, generator_vuepress, generator_zola;

/* The generator of that name; NULL if there is none. */
const struct generator *generator_named(const char *);

/* Where to look for a site, and what is already known about it. */
struct site_hint {
	const char		*folder;	/* of the posts; NULL: none */
	const char		*file;		/* -s; NULL: look for it */
	const struct generator	*generator;	/* NULL: detect it */
	bool			 has_none;	/* --generator none */
	struct arena_list	 inner;		/* folders inside `folder` that
						   may hold posts; sorted */
	struct arena_list	 others;	/* folders of more posts */
};

/*
 * Find the site that posts belong to, and read its settings.  It is the
 * nearest folder that belongs to a generator: that of the posts or one around
 * it, up to the working directory; failing that, the only one inside it that
 * may hold posts.  post2feed.yaml is searched for likewise, and may name the
 * generator.  Other folders that belong to another site are reported, unless a
 * file or a generator was named.  False on an error in the file named by -s or
 * in post2feed.yaml, which is reported.
 */
bool	 generators_find_site(struct site *, const struct site_hint *,
	    struct diag *);

/*
 * The folder above the working directory that has a site or settings, which
 * are not read for a folder of posts in here; NULL if there is none.
 */
const char *generators_site_above(struct arena *, const char *folder);

#endif
