/*
 * walk_parts - lines and spans; private to the walk.
 */
#ifndef MARKDOWN_WALK_PARTS_H
#define MARKDOWN_WALK_PARTS_H

#include "markdown/walk.h"

/* Return what is next as a token, up to an end. */
static inline bool
walk_give(struct walk *w, struct walk_token *t, enum walk_kind kind,
    const char *end)
{
	*t = (struct walk_token){ kind, w->next, (size_t)(end - w->next) };
	walk_skip(w, end);
	return true;
}

/* Return the next token within a line. */
bool	 walk_span(struct walk *, struct walk_token *);

/* Whether it is a thematic break. */
bool	 walk_is_rule(const char *p, const char *end);
/* Whether it makes the paragraph above a heading. */
bool	 walk_is_underline(const char *p, const char *end);
/* Skip spaces, tabs and copies of the character at p; *n counts those. */
const char *walk_skip_marks(const char *p, const char *end, size_t *n);

#endif
