/*
 * setters_parts - shared by the files of post/setters only.
 *
 *	setters.c	text, URLs, dates, people, ids, and hiding
 *	setters_terms.c	categories and tags
 *	setters_media.c	images and enclosures
 */
#ifndef POST_SETTERS_PARTS_H
#define POST_SETTERS_PARTS_H

#include "front/value.h"
#include "post/setters.h"

struct place setter_place(const struct filler *, const struct p2f_value *);

/* The member of the facts at an offset. */
const struct p2f_value **setter_fact(struct filler *, size_t offset);

/* A bare true or false, which is not text. */
bool	 setter_is_flag(const struct p2f_value *);

/* The first of the keys, a NULL-terminated list, that a map has; or NULL. */
const struct p2f_value *setter_get_first(const struct p2f_value *map,
	    const char *const *keys);

/* Report that a value lost its end to a comment, if that looks like text. */
void	 setter_report_lost(struct filler *, const struct p2f_value *,
	    bool is_title);

static inline void
setter_report_comment(struct filler *f, const struct p2f_value *v,
    bool is_title)
{
	if (v->comment != NULL)
		setter_report_lost(f, v, is_title);
}

/* Report why a value cannot be used; false. */
bool	 setter_report_template(struct filler *, const struct p2f_value *);
bool	 setter_report_kind(struct filler *, const struct p2f_value *,
	    const char *wanted);

#endif
