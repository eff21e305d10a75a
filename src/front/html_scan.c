/*
 * Tags of a document, one after the other, and their attributes.
 */
#include <string.h>

#include "base/text.h"
#include "front/html_parts.h"

const char *
html_find(const char *p, const char *end, const char *text)
{
	while (p < end && !ascii_begins(p, end, text))
		p++;
	return p;
}

/* Behind the `>` of a tag; quotes hide it. */
static const char *
tag_end(const char *p, const char *end)
{
	char quote_mark = '\0';

	for (; p < end; p++) {
		if (quote_mark != '\0') {
			if (*p == quote_mark)
				quote_mark = '\0';
		} else if (*p == '>') {
			return p;
		} else if (ascii_is_quote(*p)) {
			quote_mark = *p;
		}
	}
	return end;
}

bool
html_tag_is(const struct html_tag *tag, const char *name)
{
	return ascii_span_is(tag->name, tag->name_length, name);
}

bool
html_next_tag(struct html_scan *s, struct html_tag *tag)
{
	while ((s->p = html_find(s->p, s->end, "<")) < s->end) {
		if (text_begins(s->p, s->end, "<!--")) {
			s->p = html_find(s->p + 4, s->end, "-->");
			continue;
		}
		s->p++;
		tag->is_end = s->p < s->end && *s->p == '/';
		s->p += tag->is_end;
		tag->name = s->p;
		s->p = text_word_end(s->p, s->end, "!");
		tag->name_length = (size_t)(s->p - tag->name);
		if (tag->name_length == 0)
			continue;
		tag->p = s->p;
		tag->end = s->p = tag_end(s->p, s->end);
		s->p += s->p < s->end;
		if (!tag->is_end && html_tag_is(tag, "script"))
			s->p = html_find(s->p, s->end, "</script");
		if (!tag->is_end && html_tag_is(tag, "style"))
			s->p = html_find(s->p, s->end, "</style");
		return true;
	}
	return false;
}

bool
html_next_attribute(struct html_tag *tag, struct html_attribute *a)
{
	char quote_mark;

	while (tag->p < tag->end && (ascii_is_space(*tag->p) ||
	    strchr("/=\"'", *tag->p) != NULL))
		tag->p++;
	a->name = a->value = tag->p;
	while (tag->p < tag->end && !ascii_is_space(*tag->p) &&
	    *tag->p != '=')
		tag->p++;
	a->name_length = (size_t)(tag->p - a->name);
	a->value_length = 0;
	tag->p = text_skip_space(tag->p, tag->end);
	if (a->name_length == 0 || tag->p == tag->end || *tag->p != '=')
		return a->name_length > 0;
	tag->p = text_skip_space(tag->p + 1, tag->end);
	quote_mark = tag->p < tag->end && ascii_is_quote(*tag->p) ?
	    *tag->p++ : '\0';
	a->value = tag->p;
	while (tag->p < tag->end && (quote_mark != '\0' ?
	    *tag->p != quote_mark : !ascii_is_space(*tag->p)))
		tag->p++;
	a->value_length = (size_t)(tag->p - a->value);
	return true;
}
