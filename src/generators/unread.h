/*
 * unread - sites of generators that are known by name alone.
 */
#ifndef GENERATORS_UNREAD_H
#define GENERATORS_UNREAD_H

/* Whose site a folder is the top of; NULL: nobody's that is known. */
const char *unread_title(const char *folder);

#endif
