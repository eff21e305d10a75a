/*
 * people_parts - shared by the files of post/people only.
 *
 *	people.c	lists, mappings and the keys beside them
 *	people_text.c	one person in a string
 */
#ifndef POST_PEOPLE_PARTS_H
#define POST_PEOPLE_PARTS_H

#include "base/arena.h"
#include "post2feed.h"

/* The mail address that a string is, with or without "mailto:"; or NULL. */
const char *person_mail(const char *);

/*
 * The name, mail address and URL of a person, in the forms that people_read()
 * lists.  The name is NULL if there is none.
 */
void	 person_read_text(struct arena *, const char *, struct p2f_person *);

#endif
