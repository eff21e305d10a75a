/*
 * tzif - the files of the IANA time zone database (RFC 9636).
 *
 * Bytes of any kind are safe to parse; damaged ones are no zone at all.
 * This header is for zone.c: all others see zones as zone.h shows them.
 */
#ifndef DATE_TZIF_H
#define DATE_TZIF_H

#include <stddef.h>

#include "base/arena.h"

struct tzrule;

/*
 * Offsets are seconds east of UTC here, as in the files: those of old local
 * mean times are no whole minutes.
 */
struct transition {
	long long	instant;
	int		offset;		/* from then on */
};

struct zone {
	int			 first;		/* offset before them all */
	size_t			 count;
	const struct transition	*transitions;	/* in order of time */
	const struct tzrule	*rule;		/* after the last; or NULL */
};

/* NULL: the bytes are no whole and valid file, of versions 1 to 4. */
const struct zone *tzif_parse(struct arena *, const char *, size_t);

#endif
