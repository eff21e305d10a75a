/*
 * The tags of a document, one after the other.
 */
#include "front/html_parts.h"

bool
html_next_tag(struct html_scan *s, struct markup_token *tag)
{
	while (markup_next(&s->markup, tag))
		if (tag->kind == MARKUP_START || tag->kind == MARKUP_END ||
		    (tag->kind == MARKUP_OTHER && !tag->open &&
		    tag->start[1] == '!'))
			return true;
	return false;
}

struct markup_token
html_next_text(struct html_scan *s)
{
	struct markup before = s->markup;
	struct markup_token text;

	if (markup_next(&s->markup, &text) && text.kind == MARKUP_TEXT)
		return text;
	s->markup = before;
	return (struct markup_token){ .start = before.next };
}

const char *
html_skip_element(struct html_scan *s, const struct markup_token *tag)
{
	struct markup_token next;
	unsigned depth = 1;

	if (tag->classes & MARKUP_VOID)
		return s->markup.next;
	while (html_next_tag(s, &next)) {
		if (!markup_has_name(&next, tag->name, tag->name_length))
			continue;
		depth = next.kind == MARKUP_END ? depth - 1 : depth + 1;
		if (depth == 0)
			return next.start;
	}
	return s->markup.end;
}
