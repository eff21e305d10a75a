/*
 * vue - what the settings of VitePress and VuePress have in common.
 */
#ifndef GENERATORS_VUE_H
#define GENERATORS_VUE_H

#include "post/post.h"
#include "site/site.h"

/* Folders of pages in other languages, and the language of all else. */
struct vue_languages {
	const struct p2f_value	*locales;	/* a map; NULL: none */
	const char		*language;	/* NULL: not said */
};

/* The value of a key that is a map; else NULL. */
const struct p2f_value *vue_map_at(const struct p2f_value *map,
	    const char *key);

/*
 * The settings of a program: its own map or one in that, whichever has most of
 * the keys that settings have.
 */
const struct p2f_value *vue_settings(const struct p2f_value *map);

/*
 * Whether a line break is <br>, which markdown-it is told as an option, or by
 * code: markdown.breaks, md.set({ breaks: true }); and whether `==text==` is
 * marked, which themes are told by `mark: true`.
 */
void	 vue_set_markdown(struct site *, const struct p2f_value *map,
	    struct diag *);

/*
 * Where the pages are: at the base of the host, which only plugins know, such
 * as that for a sitemap.
 */
void	 vue_set_address(struct site *, const struct p2f_value *map,
	    const struct p2f_value *host, struct diag *);

/* Title and description, or else those of the locale at the top. */
void	 vue_set_texts(struct site *, const struct p2f_value *map,
	    const char *root, struct diag *);

/* Languages by the keys of `locales`, of which one is for all else. */
void	 vue_read_languages(struct site *, struct vue_languages *,
	    const struct p2f_value *map, const char *root, struct diag *);

/* The locale whose folder is around a path; NULL: none. */
const struct p2f_value *vue_locale_of(struct arena *,
	    const struct vue_languages *, const char *path);

/* Set the language of a post by its path. */
void	 vue_set_language(struct post *, const struct site *,
	    const struct vue_languages *, const char *path);

/* The file of a page that a link may mean: its extension may be left out. */
const char *vue_page(struct arena *, const char *path);

#endif
