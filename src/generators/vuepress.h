/*
 * vuepress - shared by vuepress.c and vuepress_url.c.
 */
#ifndef GENERATORS_VUEPRESS_H
#define GENERATORS_VUEPRESS_H

#include "generators/vue.h"

/* A theme with a blog folder that needs no setting. */
struct vuepress_theme {
	const char		*name, *folder;
	const char		*pattern;	/* NULL: the plugin's */
};

struct vuepress {
	struct vue_languages	 languages;
	struct arena_list	 patterns;	/* of pages; none: all */
	const char		*pattern;	/* of permalinks; NULL: none */
	bool			 is_second;	/* version 2 */
	/* Of version 1: */
	const struct p2f_value	*directories;	/* of a blog; NULL: none */
	const struct vuepress_theme *theme;	/* that has its own; or NULL */
	bool			 is_code;	/* they are not known, being
						   code */
};

/* See struct generator. */
const char *vuepress_url(struct post *, const struct site *, struct diag *);
const char *vuepress_page_url(struct arena *, const struct site *,
	    const char *path);

#endif
