/*
 * publish - all outputs, or none, as far as a system allows.
 */
#ifndef FEED_PUBLISH_H
#define FEED_PUBLISH_H

#include "feed/entries.h"

/*
 * Let all outputs go where they are to be, once they are complete.  False: one
 * of them cannot be written, which is reported.  Signals are held from here to
 * the end of the process, which is near.
 */
bool	 publish_outputs(struct outputs *, struct diag *);

#endif
