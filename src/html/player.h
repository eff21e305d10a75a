/*
 * player - the pages behind the frames that videos and music are shown in.
 */
#ifndef HTML_PLAYER_H
#define HTML_PLAYER_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Add the URL of the page that the frame of a known site plays from.  False,
 * with nothing added, when the URL of the frame is not of that kind.
 */
bool	 player_page(const char *url, struct buf *);

/* Add a link to the video of YouTube that has that id; false: none can. */
bool	 player_link(const char *id, size_t, struct buf *);

#endif
