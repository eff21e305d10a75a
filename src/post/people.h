/*
 * people - authors in all the forms that front matter has.
 */
#ifndef POST_PEOPLE_H
#define POST_PEOPLE_H

#include "post/fields.h"

/*
 * Add the people in a value: "Name", "Name <mail>", "Name (mail)", "Name
 * (url)", a link `<a href="url">Name</a>` or `[Name](url)`, several of these
 * separated by commas or "and", a map (name, email, url ...), a list of these.
 * Nobody is added twice; URLs are kept as written.  A map or list that names
 * nobody, and an invalid mail address, are reported if the context has a
 * diag.
 */
void	 people_read(const struct fields_context *, const struct p2f_value *,
	    struct arena_list *);

/* Apply author_email, author_url and the like to a single author. */
void	 people_add_companions(const struct fields_context *,
	    const struct p2f_value *meta, struct arena_list *);

#endif
