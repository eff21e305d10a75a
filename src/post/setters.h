/*
 * setters - turn values of the front matter into facts, for the key table.
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
 * Returns whether the value was usable, so that keys of lower priority are not
 * tried.  The size_t is the offset in struct facts of the value to set, for
 * setters that serve several.
 */
typedef bool field_setter(struct filler *, const struct p2f_value *, size_t);

field_setter set_title;		/* text; a lost comment is reported */
field_setter set_text;		/* text, but no bare true or false */
field_setter set_rights;	/* text; anything else is ignored silently */
field_setter set_address;	/* URL, path or slug, without templates */
field_setter set_source;	/* URL; anything else is ignored silently */
field_setter set_permalink;	/* as set_address; maybe with templates */
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
field_setter set_private;	/* the same; other values are reported */
field_setter set_off;		/* hides when false */
field_setter set_filled;	/* hides with any value but false */
field_setter set_status;	/* hides as draft, private, hidden, trash */

/* What can only be decided once every key has been read. */
void	 set_done(struct filler *);

#endif
