#include <string.h>

#include "base/text.h"
#include "front/html_parts.h"

/* The first occurrence of a text, ignoring case; the end if there is none. */
static const char *
find(const char *p, const char *end, const char *text)
{
	while (p < end && !ascii_begins(p, end, text))
		p++;
	return p;
}

/* The last </body> or </html>; the end if there is none. */
static const char *
end_of_body(const char *body, const char *end)
{
	static const char *const tags[] = { "</body", "</html" };
	const char *p, *last;
	size_t i;

	for (i = 0; i < sizeof tags / sizeof *tags; i++) {
		last = end;
		for (p = find(body, end, tags[i]); p < end;
		    p = find(p + 1, end, tags[i]))
			last = p;
		if (last < end)
			return last;
	}
	return end;
}

static bool
is_doctype(const struct markup_token *tag)
{
	return tag->kind == MARKUP_OTHER && ascii_begins(tag->start,
	    tag->start + tag->length, "<!doctype");
}

/* Elements that may be in the head of a document (HTML 4.2.1). */
static bool
is_of_head(const struct markup_token *tag)
{
	static const char *const names[] = { "html", "head", "title", "meta",
	    "link", "script", "style", "base", "noscript", NULL };

	return is_doctype(tag) || markup_name_is_any(tag, names);
}

static bool
begins(const struct markup_token *tag, const char *name)
{
	return tag->kind == MARKUP_START && markup_name_is(tag, name);
}

bool
html_split(const struct block *block, struct html_parts *parts)
{
	const char *end = block->text + block->length;
	struct html_scan s = { .arena = NULL };
	struct markup_token tag;

	markup_init(&s.markup, block->text, block->length);
	if (block->length == 0 || block->text[0] != '<' ||
	    !html_next_tag(&s, &tag) || !(is_doctype(&tag) ||
	    begins(&tag, "html") || begins(&tag, "head")))
		return false;
	parts->head = *block;
	parts->body = s.markup.next;
	while (html_next_tag(&s, &tag) && is_of_head(&tag)) {
		if (begins(&tag, "title"))
			html_next_text(&s);
		parts->body = s.markup.next;
	}
	parts->head.length = (size_t)(parts->body - block->text);
	if (begins(&tag, "body"))
		parts->body = s.markup.next;
	parts->end = end_of_body(parts->body, end);
	if (html_entry_split(parts))
		parts->head.length = block->length;
	return true;
}

/*
 * Names that are not keys of front matter, and their keys.  A name that may
 * appear beside a key of the same meaning has one of lower priority.
 */
static const struct {
	const char	*name, *key;
} names[] = {
	{ "article:published_time", "date_published" },
	{ "article:modified_time", "modified_time" },
	{ "article:author", "byline" },
	{ "article:section", "section" },
	{ "article:tag", "tag" },
	{ "og:title", "headline" },
	{ "og:description", "summary" },
	{ "og:image", "image" },
	{ "dc.date", "date_published" },
	{ "dc.creator", "creator" }
};

static const char *
key_of(struct arena *a, const struct markup_attribute *name)
{
	const char *text = name->value == NULL ? NULL : text_trim_copy(a,
	    name->value, name->value + name->value_length);
	size_t i;

	for (i = 0; text != NULL && i < sizeof names / sizeof *names; i++)
		if (ascii_equal(names[i].name, text))
			return names[i].key;
	/* Other names with a colon are for other readers: twitter:card. */
	return text == NULL || strchr(text, ':') != NULL ? NULL : text;
}

static bool
has_name(const struct markup_attribute *a, const char *name)
{
	return ascii_span_is(a->name, a->name_length, name);
}

static void
read_meta(struct html_scan *s, const struct markup_token *tag)
{
	struct markup_attribute attribute = { 0 }, content = { 0 };
	const char *key = NULL;

	while (markup_attribute_next(tag, &attribute)) {
		if (has_name(&attribute, "name") ||
		    has_name(&attribute, "property"))
			key = key_of(s->arena, &attribute);
		if (has_name(&attribute, "content") ||
		    has_name(&attribute, "contents"))
			content = attribute;
	}
	if (key != NULL && content.value != NULL)
		html_add(s, tag->start, key, content.value,
		    content.value_length);
}

/* For a name that may be repeated: a list of strings. */
static struct p2f_value *
list_of(struct arena *a, const struct p2f_value *v)
{
	struct arena_list items = { 0 };

	if (v->kind == P2F_TEXT)
		arena_list_add(a, &items, v);
	return value_of_items(a, P2F_LIST, &items, v);
}

/* <meta property="article:tag"> appears once for each tag. */
static void
make_lists(struct html_scan *s)
{
	const struct p2f_value *v;
	size_t i;

	for (i = 0; i < s->values.count; i++) {
		v = s->values.items[i];
		if (value_key_equal(v->key, "tag") ||
		    value_key_equal(v->key, "byline"))
			s->values.items[i] = list_of(s->arena, v);
	}
}

/* Read the head and, for an entry, the body after it. */
static void
read_tags(struct html_scan *s, const struct block *block)
{
	struct markup before = s->markup;
	struct markup_token tag, title;

	for (; html_next_tag(s, &tag); before = s->markup) {
		if (begins(&tag, "meta"))
			read_meta(s, &tag);
		if (!is_of_head(&tag)) {
			s->markup = before;
			html_entry_read(s, block);
			return;
		}
		if (!begins(&tag, "title"))
			continue;
		title = html_next_text(s);
		html_add(s, title.start, "title", title.start, title.length);
	}
}

const struct p2f_value *
html_read(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag ignored = { .options = &diag_quiet };
	struct html_scan s = { .arena = a,
	    .mark = { block->text, block->line, 1 } };
	const struct p2f_value *map;

	(void)d;
	markup_init(&s.markup, block->text, block->length);
	read_tags(&s, block);
	make_lists(&s);
	/* It is not an error if a name appears twice. */
	map = value_of_block(a, block, &s.values, &ignored);
	diag_discard(&ignored);
	return map;
}
