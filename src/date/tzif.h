/*
 * tzif - the files of the IANA time zone database (RFC 9636).
 *
 * Any bytes are safe to parse; damaged ones are not a zone.  This header is
 * for zone.c: all others use zones through zone.h.
 */
#ifndef DATE_TZIF_H
#define DATE_TZIF_H

#include <stddef.h>

#include "base/arena.h"

struct tzrule;

/*
 * Offsets here are seconds east of UTC, as in the files: those of old local
 * mean times are not whole minutes.
 */
struct transition {
	long long	instant;
	int		offset;		/* from that instant on */
};

struct zone {
	int			 first;		/* offset before the first */
	size_t			 count;
	const struct transition	*transitions;	/* in order of time */
	const struct tzrule	*rule;		/* after the last; or NULL */
};

/* NULL: the bytes are not a complete and valid file, of versions 1 to 4. */
const struct zone *tzif_parse(struct arena *, const char *, size_t);

#endif
