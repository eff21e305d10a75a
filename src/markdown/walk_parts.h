/*
 * walk_parts - lines and spans, for the walk alone.
 */
#ifndef MARKDOWN_WALK_PARTS_H
#define MARKDOWN_WALK_PARTS_H

#include "markdown/walk.h"

/* Hand on what is next, up to there. */
static inline bool
walk_give(struct walk *w, struct walk_token *t, enum walk_kind kind,
    const char *end)
{
	*t = (struct walk_token){ kind, w->next, (size_t)(end - w->next) };
	walk_skip(w, end);
	return true;
}

/* Hand on what is next in a line. */
bool	 walk_span(struct walk *, struct walk_token *);

/* A thematic break. */
bool	 walk_is_rule(const char *p, const char *end);
/* What makes a heading of the paragraph above. */
bool	 walk_is_underline(const char *p, const char *end);
/* Behind what a line has of one character, *n times, and of blanks. */
const char *walk_skip_marks(const char *p, const char *end, size_t *n);

#endif
