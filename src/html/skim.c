/*
 * All that this knows of a tag is where it ends, and it gives up at anything
 * that is unusual: the scanner looks at the same place again.
 */

#include "base/text.h"
#include "html/attribute.h"
#include "html/markup_parts.h"
#include "html/skim.h"

/*
 * Elements with a meaning for what is behind their tags, by the length of
 * their names: they hold text or what is not HTML, or hide what they hold.
 */
static const char *const turns[][5] = {
	[3] = { "svg", "xmp" },
	[4] = { "base", "math" },
	[5] = { "style", "title" },
	[6] = { "iframe", "script" },
	[7] = { "noembed", "picture" },
	[8] = { "noframes", "noscript", "template", "textarea" },
	[9] = { "plaintext" }
};

static bool
is_turn(const char *name, size_t n)
{
	const char *const *turn;

	if (n >= sizeof turns / sizeof *turns)
		return false;
	for (turn = turns[n]; *turn != NULL; turn++)
		if (ascii_lower(*name) == **turn &&
		    ascii_has_prefix(name, *turn))
			return true;
	return false;
}

/* Whether an attribute needs no look. */
static bool
is_fine(const struct markup_token *tag, const struct markup_attribute *a)
{
	const struct url_attribute *row = url_attribute_find(tag, a);

	/* What begins with "data-" may have to become an address. */
	if (row != NULL)
		return ascii_lower(*a->name) != 'd' &&
		    url_attribute_is_done(row, a);
	return !markup_value_is(a, "more");
}

/* One with a value in quotes, or without a value; NULL: it needs a look. */
static const char *
skim_attribute(const char *p, const char *end,
    const struct markup_token *tag)
{
	struct markup_attribute a = { .name = p++ };

	while (p < end && !markup_is_of(*p, NAME_END) && *p != '=')
		p++;
	a.name_length = (size_t)(p - a.name);
	if (p < end && *p == '=') {
		if (end - p < 2 || (p[1] != '"' && p[1] != '\''))
			return NULL;
		a.value = p + 2;
		p = text_find(a.value, end, p[1]);
		if (p == NULL)
			return NULL;
		a.value_length = (size_t)(p++ - a.value);
	}
	return is_fine(tag, &a) ? p : NULL;
}

/* What stands between a name and the byte behind the '>'. */
static const char *
skim_attributes(const char *p, const char *end,
    const struct markup_token *tag)
{
	while (p != NULL) {
		while (p < end && markup_is_of(*p, GAP))
			p++;
		if (p == end || *p == '=')
			return NULL;
		if (*p == '>')
			return p + 1;
		p = skim_attribute(p, end, tag);
	}
	return NULL;
}

/* From the '<' to the byte behind the '>'; NULL: it needs a look. */
static const char *
skim_tag(const char *p, const char *end, bool is_wary)
{
	const char *name;
	struct markup_token tag;
	size_t n;

	p++;
	if (p < end && *p == '/')
		p++;
	if (p == end || !ascii_is_alpha(*p))
		return NULL;
	for (name = p; p < end && !markup_is_of(*p, NAME_END); p++)
		continue;
	n = (size_t)(p - name);
	if (p == end || (n > 2 && is_turn(name, n)))
		return NULL;
	if (*p == '>')
		return p + 1;
	if (is_wary)
		return NULL;
	tag = (struct markup_token){ .name = name, .name_length = n };
	return skim_attributes(p, end, &tag);
}

void
skim(struct markup *m, bool is_wary)
{
	const char *p = m->next;

	if (m->text_element != NULL || m->depth > 0)
		return;
	while ((p = text_find(p, m->end, '<')) != NULL) {
		m->next = p;
		p = skim_tag(p, m->end, is_wary);
		if (p == NULL)
			return;
	}
	m->next = m->end;
}
