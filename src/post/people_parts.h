/*
 * people_parts - what the files of post/people share; not for others.
 *
 *	people.c	lists, mappings and what stands beside them
 *	people_text.c	one person in a text
 */
#ifndef POST_PEOPLE_PARTS_H
#define POST_PEOPLE_PARTS_H

#include "base/arena.h"
#include "post2feed.h"

/* The address of mail that a text is, with "mailto:" or without it; or NULL. */
const char *person_mail(const char *);

/*
 * The name, the mail and the URL of a person, as people_read() lists the
 * forms.  The name is NULL where there is none.
 */
void	 person_read_text(struct arena *, const char *, struct p2f_person *);

#endif
