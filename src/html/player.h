/*
 * player - the web pages of videos and music embedded as frames.
 */
#ifndef HTML_PLAYER_H
#define HTML_PLAYER_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Add the URL of the page whose video or music a frame plays.  Returns false,
 * with nothing added, if the URL of the frame is not that of a known player.
 */
bool	 player_page(const char *url, struct buf *);

/* Add a link to the YouTube video with an id.  False: it is not an id. */
bool	 player_link(const char *id, size_t, struct buf *);

#endif
