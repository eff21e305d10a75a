/*
 * people - authors in all the forms that front matter has for them.
 */
#ifndef POST_PEOPLE_H
#define POST_PEOPLE_H

#include "post/fields.h"

/*
 * Add the people of a value: "Name", "Name <mail>", "Name (mail)", "Name
 * (url)", a link `<a href="url">Name</a>` or `[Name](url)`, some of these with
 * commas or "and" between, a map (name, email, url ...), a list of these.
 * Nobody is added twice; URLs are as they were written.  A map or a list that
 * names nobody, and a mail address that is none, are reported if the context
 * has a diag.
 */
void	 people_read(const struct fields_context *, const struct p2f_value *,
	    struct arena_list *);

/* author_email, author_url and its like beside a single author. */
void	 people_add_companions(const struct fields_context *,
	    const struct p2f_value *meta, struct arena_list *);

#endif
