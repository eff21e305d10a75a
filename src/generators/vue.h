/*
 * vue - shared by VitePress and VuePress: their settings.
 */
#ifndef GENERATORS_VUE_H
#define GENERATORS_VUE_H

#include "post/post.h"
#include "site/site.h"

/* Folders of pages in other languages, and the language of all others. */
struct vue_languages {
	const struct p2f_value	*locales;	/* a map; NULL: none */
	const char		*language;	/* NULL: not set */
};

/* The value of a key if it is a map; else NULL. */
const struct p2f_value *vue_map_at(const struct p2f_value *map,
	    const char *key);

/*
 * The settings in a program: its own map or one inside it, whichever has most
 * of the keys of settings.
 */
const struct p2f_value *vue_settings(const struct p2f_value *map);

/*
 * Set whether newlines become <br>, by an option of markdown-it or by code:
 * markdown.breaks, md.set({ breaks: true }); and whether `==text==` is
 * highlighted, which `mark: true` tells themes.
 */
void	 vue_set_markdown(struct site *, const struct p2f_value *map,
	    struct diag *);

/*
 * Set the URL of the site: the base on the host, which only plugins know, such
 * as that for a sitemap.
 */
void	 vue_set_address(struct site *, const struct p2f_value *map,
	    const struct p2f_value *host, struct diag *);

/* Set title and description, or else those of the top-level locale. */
void	 vue_set_texts(struct site *, const struct p2f_value *map,
	    const char *root, struct diag *);

/* Read languages from the keys of `locales`, one of which is for all others. */
void	 vue_read_languages(struct site *, struct vue_languages *,
	    const struct p2f_value *map, const char *root, struct diag *);

/* The locale whose folder contains a path; NULL if none does. */
const struct p2f_value *vue_locale_of(struct arena *,
	    const struct vue_languages *, const char *path);

/* Set the language of a post by its path. */
void	 vue_set_language(struct post *, const struct site *,
	    const struct vue_languages *, const char *path);

/* The file of a page that a link refers to: its extension may be omitted. */
const char *vue_page(struct arena *, const char *path);

#endif
