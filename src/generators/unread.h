/*
 * unread - sites of generators that are known by name alone.
 */
#ifndef GENERATORS_UNREAD_H
#define GENERATORS_UNREAD_H

#include <stdbool.h>

/* Whose site a folder is the top of; NULL: nobody's that is known. */
const char *unread_title(const char *folder);
/* What its bodies have besides; the title may be NULL. */
unsigned unread_dialects(const char *title);
/* Whether its posts in .md are those of mdsvex, a part of SvelteKit. */
bool	 unread_has_mdsvex(const char *folder);

#endif
