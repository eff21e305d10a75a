/*
 * url_template - Liquid and Nunjucks, as far as permalinks are made of them.
 *
 *	/{{ page.date | date: "%Y/%m/%d" }}/{{ title | slugify }}/
 *
 * Filters of a site's own are code, and so is all that is between {% and %};
 * a template that has them cannot be computed.
 */
#ifndef GENERATORS_URL_TEMPLATE_H
#define GENERATORS_URL_TEMPLATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "date/civil.h"

/* What the names in a template stand for. */
struct url_template_names {
	/* The text of a name; NULL: there is none. */
	const char	*(*text)(void *, const char *name);
	/* The name's date; false: it is none. */
	bool		 (*date)(void *, const char *name, struct civil *);
	void		*data;
};

/*
 * The text that a template makes; NULL: it cannot be computed, for the
 * reason in *problem, which is a part of a sentence in the arena.
 */
const char *url_template_expand(struct arena *, const char *,
	    const struct url_template_names *, const char **problem);

/* Why no post can have that template, whatever its names; NULL: it may. */
const char *url_template_problem(struct arena *, const char *);

#endif
