/*
 * generators - the table of generators, and which one a folder belongs to.
 */
#ifndef GENERATORS_GENERATORS_H
#define GENERATORS_GENERATORS_H

#include <stdbool.h>

#include "site/generator.h"
#include "site/site.h"

/* All that are known, NULL-terminated, in the order in which they are asked. */
extern const struct generator *const generators[];

extern const struct generator generator_astro, generator_docusaurus,
    generator_eleventy, generator_franklin, generator_gatsby, generator_grav,
    generator_hexo, generator_hugo, generator_jekyll, generator_mkdocs,
    generator_next, generator_nikola, generator_nuxt, generator_pelican,
    generator_quarto, generator_quartz, generator_valaxy,
    generator_vitepress, generator_vuepress, generator_zola;

/* The one of that name; NULL: there is none. */
const struct generator *generator_named(const char *);

/* What is to be found out of a site, and what is said of it. */
struct site_hint {
	const char		*folder;	/* of the posts; NULL: none */
	const char		*file;		/* -s; NULL: look for it */
	const struct generator	*generator;	/* NULL: recognise it */
	bool			 has_none;	/* --generator none */
	struct arena_list	 inner;		/* folders in that one, where
						   posts can lie; sorted */
	struct arena_list	 others;	/* folders of more posts */
};

/*
 * Find the site that posts belong to, and read what its files say.  The
 * nearest folder counts that is a generator's, the one of the posts or one
 * around it, up to the working directory; else one inside it, if there is no
 * other and posts can lie there.  post2feed.yaml is looked for likewise, and
 * may name the generator.  Of other folders it is reported that they lie in
 * another site, unless a file or a generator was named.  False at an error in
 * the file named by -s or in post2feed.yaml, which is reported.
 */
bool	 generators_find_site(struct site *, const struct site_hint *,
	    struct diag *);

/*
 * The folder above the working directory that has a site or settings, which
 * are not read for a folder of posts in here; NULL: there is none.
 */
const char *generators_site_above(struct arena *, const char *folder);

#endif
