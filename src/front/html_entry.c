/*
 * A document that is one post, according to its microformats: an element of
 * class h-entry, with p-name, dt-published and the like, and the post itself
 * in e-content.  Medium exports posts like this.
 */
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "front/html_parts.h"

/* Which occurrences of a property count. */
enum times {
	ONCE,		/* the first; other properties may be inside */
	EACH,		/* every one; what is inside belongs to it */
	EACH_PERSON	/* the same; with a URL it becomes a link */
};

/* The keys of front matter that properties become. */
static const struct property {
	const char	*class_name, *key;
	enum times	 times;
	const char	*attribute;	/* with the value; NULL: the text */
} properties[] = {
	{ "p-author", "byline", EACH_PERSON, NULL },
	{ "p-canonical", "canonical", ONCE, "href" },
	{ "p-category", "tag", EACH, NULL },
	{ "p-name", "headline", ONCE, NULL },
	{ "p-summary", "summary", ONCE, NULL },
	{ "dt-published", "date_published", ONCE, "datetime" },
	{ "dt-updated", "modified_time", ONCE, "datetime" },
	{ "u-featured", "image", ONCE, "src" },
	{ "u-url", "url", ONCE, "href" }
};

#define PROPERTIES (sizeof properties / sizeof *properties)

struct entry {
	bool		 has[PROPERTIES];	/* further ones are ignored */
	bool		 is_published;		/* it has a date */
};

static bool
has_value(const struct markup_token *tag, const char *name,
    struct markup_attribute *found)
{
	return markup_attribute_find(tag, name, found) &&
	    found->value != NULL;
}

static bool
has_class(const struct markup_token *tag, const char *name)
{
	struct markup_attribute classes;
	const char *p, *end, *stop;

	if (tag->kind != MARKUP_START || !has_value(tag, "class", &classes))
		return false;
	end = classes.value + classes.value_length;
	for (p = classes.value; p < end; p = stop + (stop < end)) {
		stop = text_skip_word(p, end);
		if (ascii_span_is(p, (size_t)(stop - p), name))
			return true;
	}
	return false;
}

/* Properties inside this element do not belong to the entry around it. */
static bool
is_other_item(const struct markup_token *tag)
{
	return has_class(tag, "h-card") || has_class(tag, "h-cite");
}

bool
html_entry_split(struct html_parts *parts)
{
	const struct block *head = &parts->head;
	const char *rest = head->text + head->length;
	struct html_scan s = { .arena = NULL }, ahead;
	struct markup_token tag;
	unsigned entries = 0;
	const char *body = NULL, *end = NULL;

	if (strstr(rest, "h-entry") == NULL)
		return false;
	markup_init(&s.markup, rest, (size_t)(parts->end - rest));
	while (html_next_tag(&s, &tag)) {
		if (has_class(&tag, "h-entry"))
			entries++;
		if (entries == 0 || body != NULL)
			continue;
		if (has_class(&tag, "e-content")) {
			body = s.markup.next;
			ahead = s;
			end = html_skip_element(&ahead, &tag);
		} else if (is_other_item(&tag)) {
			html_skip_element(&s, &tag);
		}
	}
	/* A page that lists posts is not a post. */
	if (entries != 1 || body == NULL)
		return false;
	parts->body = body;
	parts->end = end;
	return true;
}

/* The text of an element, without the tags inside it. */
static void
put_text(struct buf *out, const char *p, const char *end)
{
	const char *stop;

	while (p < end) {
		stop = text_until(p, end, '<');
		buf_add_span(out, p, stop);
		p = text_until(stop, end, '>');
		p += p < end;
	}
}

static void
put_value(struct buf *out, const struct property *property,
    const struct markup_token *tag, const char *p, const char *end)
{
	struct markup_attribute value;
	bool is_link = property->times == EACH_PERSON &&
	    has_value(tag, "href", &value);

	if (property->attribute != NULL &&
	    has_value(tag, property->attribute, &value)) {
		buf_add(out, value.value, value.value_length);
		return;
	}
	if (is_link) {
		buf_puts(out, "<a href=\"");
		buf_add(out, value.value, value.value_length);
		buf_puts(out, "\">");
	}
	put_text(out, p, end);
	buf_puts(out, is_link ? "</a>" : "");
}

/* Add the properties of an element; true: there are none inside it. */
static bool
take_properties(struct html_scan *s, const struct markup_token *tag,
    struct entry *entry)
{
	const struct property *property;
	struct html_scan ahead;
	struct buf text = { 0 };
	bool is_whole = false;
	size_t i;

	for (i = 0; i < PROPERTIES; i++) {
		property = &properties[i];
		if (entry->has[i] || !has_class(tag, property->class_name))
			continue;
		buf_clear(&text);
		ahead = *s;
		put_value(&text, property, tag, s->markup.next,
		    html_skip_element(&ahead, tag));
		buf_puts(&text, "");
		html_add(s, tag->start, property->key, text.bytes,
		    text.length);
		entry->has[i] = property->times == ONCE;
		is_whole = is_whole || property->times != ONCE;
		entry->is_published |= strcmp(property->key,
		    "date_published") == 0;
	}
	buf_release(&text);
	return is_whole;
}

void
html_entry_read(struct html_scan *s, const struct block *block)
{
	struct entry entry = { .is_published = false };
	struct html_scan ahead;
	struct markup_token tag;
	bool is_inside = false;

	while (html_next_tag(s, &tag)) {
		if (!is_inside && has_class(&tag, "h-entry")) {
			is_inside = true;
			ahead = *s;
			s->markup.end = html_skip_element(&ahead, &tag);
		}
		if (is_inside && (has_class(&tag, "e-content") ||
		    take_properties(s, &tag, &entry) ||
		    is_other_item(&tag)))
			html_skip_element(s, &tag);
	}
	/* Medium's file names for what was never published. */
	if (is_inside && !entry.is_published &&
	    text_has_prefix(file_base_name(block->path), "draft_"))
		html_add(s, s->mark.p, "draft", "true", strlen("true"));
}
