/*
 * vuepress - what vuepress.c and vuepress_url.c share; not for others.
 */
#ifndef GENERATORS_VUEPRESS_H
#define GENERATORS_VUEPRESS_H

#include "generators/vue.h"

/* A theme that has a folder of a blog without being told. */
struct vuepress_theme {
	const char		*name, *folder;
	const char		*pattern;	/* NULL: that of the plugin */
};

struct vuepress {
	struct vue_languages	 languages;
	struct arena_list	 patterns;	/* of pages; none: all */
	const char		*pattern;	/* of permalinks; NULL: none */
	bool			 is_second;	/* version 2 */
	/* Of version 1: */
	const struct p2f_value	*directories;	/* of a blog; NULL: none */
	const struct vuepress_theme *theme;	/* that has one; NULL: none */
	bool			 is_code;	/* they are not known */
};

/* See struct generator. */
const char *vuepress_url(struct post *, const struct site *, struct diag *);
const char *vuepress_page_url(struct arena *, const struct site *,
	    const char *path);

#endif
