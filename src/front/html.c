#include <string.h>

#include "base/text.h"
#include "front/html_parts.h"

/* The last </body>, or </html>, of a text; else its end. */
static const char *
end_of_body(const char *body, const char *end)
{
	static const char *const tags[] = { "</body", "</html" };
	const char *p, *last;
	size_t i;

	for (i = 0; i < sizeof tags / sizeof *tags; i++) {
		last = end;
		for (p = html_find(body, end, tags[i]); p < end;
		    p = html_find(p + 1, end, tags[i]))
			last = p;
		if (last < end)
			return last;
	}
	return end;
}

/* What may stand in the head of a document (HTML 4.2.1). */
static bool
is_of_head(const struct html_tag *tag)
{
	static const char *const names[] = { "!doctype", "html", "head",
	    "title", "meta", "link", "script", "style", "base", "noscript",
	    NULL };

	return ascii_span_is_any(tag->name, tag->name_length, names);
}

static bool
begins_document(const struct html_tag *tag)
{
	return !tag->is_end && (html_tag_is(tag, "!doctype") ||
	    html_tag_is(tag, "html") || html_tag_is(tag, "head"));
}

bool
html_split(const struct block *block, struct html_parts *parts)
{
	struct html_scan s = { .p = block->text,
	    .end = block->text + block->length };
	struct html_tag tag;

	if (block->length == 0 || block->text[0] != '<' ||
	    !html_next_tag(&s, &tag) || !begins_document(&tag))
		return false;
	parts->head = *block;
	parts->body = s.p;
	while (html_next_tag(&s, &tag) && is_of_head(&tag)) {
		parts->body = s.p;
		if (html_tag_is(&tag, "title") && !tag.is_end)
			parts->body = s.p = html_find(s.p, s.end, "</title");
	}
	parts->head.length = (size_t)(parts->body - block->text);
	if (html_tag_is(&tag, "body") && !tag.is_end)
		parts->body = s.p;
	parts->end = end_of_body(parts->body, s.end);
	if (html_entry_split(parts))
		parts->head.length = block->length;
	return true;
}

/*
 * Keys of other names than those of front matter.  Those that may stand
 * beside it come last: who says both means the former.
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
key_of(struct arena *a, const struct html_attribute *name)
{
	const char *text = text_trim_copy(a, name->value, name->value +
	    name->value_length);
	size_t i;

	for (i = 0; text != NULL && i < sizeof names / sizeof *names; i++)
		if (ascii_equal(names[i].name, text))
			return names[i].key;
	/* What else has a colon is for other readers: twitter:card. */
	return text == NULL || strchr(text, ':') != NULL ? NULL : text;
}

static bool
has_name(const struct html_attribute *a, const char *name)
{
	return ascii_span_is(a->name, a->name_length, name);
}

static void
read_meta(struct html_scan *s, struct html_tag *tag)
{
	struct html_attribute attribute, content = { 0 };
	const char *key = NULL;

	while (html_next_attribute(tag, &attribute)) {
		if (has_name(&attribute, "name") ||
		    has_name(&attribute, "property"))
			key = key_of(s->arena, &attribute);
		if (has_name(&attribute, "content") ||
		    has_name(&attribute, "contents"))
			content = attribute;
	}
	if (key != NULL && content.name != NULL)
		html_add(s, tag->name - 1, key, content.value,
		    content.value_length);
}

/* Of a name that stands more than once: a list of the texts. */
static struct p2f_value *
list_of(struct arena *a, const struct p2f_value *v)
{
	struct arena_list items = { 0 };

	if (v->kind == P2F_TEXT)
		arena_list_add(a, &items, v);
	return value_of_items(a, P2F_LIST, &items, v);
}

/* <meta property="article:tag"> stands once for each tag. */
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

/* What the head says, and of an entry the body behind it. */
static void
read_tags(struct html_scan *s, const struct block *block)
{
	const char *title;
	struct html_tag tag;

	while (html_next_tag(s, &tag)) {
		if (html_tag_is(&tag, "meta"))
			read_meta(s, &tag);
		if (!is_of_head(&tag)) {
			s->p = tag.name - 1 - tag.is_end;
			html_entry_read(s, block);
			return;
		}
		if (!html_tag_is(&tag, "title") || tag.is_end)
			continue;
		title = s->p;
		s->p = html_find(s->p, s->end, "</title");
		html_add(s, title, "title", title, (size_t)(s->p - title));
	}
}

const struct p2f_value *
html_read(struct arena *a, const struct block *block, struct diag *d)
{
	struct diag unsaid = { .options = &diag_quiet };
	struct html_scan s = { .p = block->text,
	    .end = block->text + block->length, .arena = a,
	    .mark = { block->text, block->line, 1 } };
	const struct p2f_value *map;

	(void)d;
	read_tags(&s, block);
	make_lists(&s);
	/* Names that stand twice are no fault of a document. */
	map = value_of_block(a, block, &s.values, &unsaid);
	diag_discard(&unsaid);
	return map;
}
