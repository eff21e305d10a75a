/*
 * url_template - the subset of Liquid and Nunjucks used in permalinks.
 *
 *	/{{ page.date | date: "%Y/%m/%d" }}/{{ title | slugify }}/
 *
 * A site's own filters are code, and so is everything between {% and %}; a
 * template that contains them cannot be computed.
 */
#ifndef GENERATORS_URL_TEMPLATE_H
#define GENERATORS_URL_TEMPLATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "date/civil.h"

/* Values of the names in a template. */
struct url_template_names {
	/* The text of a name; NULL if it has none. */
	const char	*(*text)(void *, const char *name);
	/* The date of a name; false if it is not a date. */
	bool		 (*date)(void *, const char *name, struct civil *);
	void		*data;
};

/*
 * Expand a template; NULL if it cannot be computed, with the reason in
 * *problem, a part of a sentence in the arena.
 */
const char *url_template_expand(struct arena *, const char *,
	    const struct url_template_names *, const char **problem);

/* Why a template cannot work for any post, whatever its names; NULL if it
   may. */
const char *url_template_problem(struct arena *, const char *);

#endif
