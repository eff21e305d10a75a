/*
 * publish - publishes all outputs or none, as far as the system allows.
 */
#ifndef FEED_PUBLISH_H
#define FEED_PUBLISH_H

#include "feed/entries.h"

/*
 * Publish all outputs, once they are complete.  Returns false, with the error
 * reported, if one of them cannot be written.  Signals are blocked from here to
 * the end of the process, which is near.
 */
bool	 publish_outputs(struct outputs *, struct diag *);

#endif
