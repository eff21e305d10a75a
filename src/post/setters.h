/*
 * setters - from a value of the front matter to a fact, for the key table.
 */
#ifndef POST_SETTERS_H
#define POST_SETTERS_H

#include "post/fields.h"

struct filler {
	const struct fields_context	*context;
	const struct p2f_value		*meta;
	struct facts			*facts;
};

/*
 * Returns whether the value was usable, so that keys of lower priority are
 * not asked.  The size_t is the offset in struct facts of the value to fill,
 * for those setters that serve more than one.
 */
typedef bool field_setter(struct filler *, const struct p2f_value *, size_t);

field_setter set_title;		/* text; a lost comment is reported */
field_setter set_text;		/* text, but no bare true or false */
field_setter set_rights;	/* text; all else is ignored without a word */
field_setter set_address;	/* URL, path or slug: no template in it */
field_setter set_source;	/* URL; all else is ignored without a word */
field_setter set_permalink;	/* the same, unless templates are expanded */
field_setter set_date;
field_setter set_published;	/* a date in Hugo, a flag in Jekyll */
field_setter set_appears;
field_setter set_later_date;	/* not the date of the post itself */
field_setter set_people;
field_setter set_categories;
field_setter set_tags;
field_setter set_image;		/* URL, path, or a map or list of them */
field_setter set_id;		/* an IRI, or a bare UUID */
field_setter set_media;
field_setter set_recording;
field_setter set_draft;
field_setter set_hidden;	/* hides when true */
field_setter set_private;	/* the same; what is no flag is reported */
field_setter set_off;		/* hides when false */
field_setter set_filled;	/* hides when it says anything but false */
field_setter set_status;	/* hides as draft, private, hidden, trash */

/* What can only be told once every key has been read. */
void	 set_done(struct filler *);

#endif
