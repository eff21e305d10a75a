/*
 * unread - sites of generators that are only recognized.
 */
#ifndef GENERATORS_UNREAD_H
#define GENERATORS_UNREAD_H

#include <stdbool.h>

/* The generator whose site has its top in a folder; NULL if none is known. */
const char *unread_title(const char *folder);
/* Template languages of its bodies (enum template_dialect); title may be
   NULL. */
unsigned unread_dialects(const char *title);
/* Whether its posts in .md are read by mdsvex, a part of SvelteKit. */
bool	 unread_has_mdsvex(const char *folder);

#endif
