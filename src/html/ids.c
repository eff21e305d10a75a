#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/unicode.h"
#include "html/ids.h"
#include "html/markup.h"
#include "html/plain.h"

/* An id and how often it was used; the others are in four subtrees, by their
   hashes. */
struct id {
	const char	*text;
	size_t		 count;
	struct id	*inner[4];
};

struct ids {
	struct arena	 arena;
	struct id	*tree;
};

/* The current heading, until its end tag. */
struct open_heading {
	bool		 is_open;
	struct buf	 text;		/* its content */
};

static struct id *
find(struct ids *ids, const char *text)
{
	uint64_t hash = hash_string(HASH_START, text);
	struct id **at = &ids->tree;

	for (; *at != NULL && strcmp((*at)->text, text) != 0; hash <<= 2)
		at = &(*at)->inner[hash >> 62];
	if (*at == NULL) {
		*at = arena_alloc(&ids->arena, sizeof **at);
		(*at)->text = arena_strdup(&ids->arena, text);
	}
	return *at;
}

/* Make an id unique: append "-1", or the next number that is not in use. */
static const char *
distinct(struct ids *ids, const char *text)
{
	struct id *id = find(ids, text), *other;
	const char *next;

	if (id->count++ == 0)
		return id->text;
	do {
		next = arena_printf(&ids->arena, "%s-%zu", text,
		    id->count - 1);
		other = find(ids, next);
	} while (other->count++ > 0 && id->count++ > 0);
	return next;
}

/*
 * GitHub's \p{Word}, without the variation selector that turns a character into
 * an emoji.
 */
static bool
is_word(unsigned c)
{
	if (c < 0x80)
		return ascii_is_alnum((char)c) || c == '_';
	return c != 0xfe0f && (unicode_is_letter(c) || unicode_is_mark(c) ||
	    unicode_is_digit(c));
}

static const char *
slug(struct ids *ids, const char *text)
{
	struct buf out = { 0 };
	const char *p, *result;
	unsigned c;

	for (p = text; *p != '\0'; ) {
		c = utf8_next(&p);
		if (c == ' ' || c == '-')
			buf_putc(&out, '-');
		else if (is_word(c))
			buf_put_utf8(&out, unicode_lower(c));
	}
	buf_puts(&out, "");
	result = *out.bytes == '\0' ? NULL : distinct(ids, out.bytes);
	buf_release(&out);
	return result;
}

/*
 * The length of `.class`, `key=value` or `key="values"`, or 0 if it is not one.
 */
static size_t
attribute_length(const char *p)
{
	static const char quote[] = "&quot;";
	const char *end = p + strlen(p), *value = p + strcspn(p, " =");

	if (*value != '=')
		return *p == '.' ? (size_t)(value - p) : 0;
	value++;
	if (!text_has_prefix(value, quote))
		return strcspn(p, " ");
	value = text_search(value + strlen(quote), end, quote);
	return value == NULL ? 0 : (size_t)(value - p) + strlen(quote);
}

/* Whether there is nothing but attributes. */
static bool
are_attributes(const char *p)
{
	size_t n;

	for (p += strspn(p, " "); *p != '\0'; p += n + strspn(p + n, " ")) {
		n = attribute_length(p);
		if (n == 0)
			return false;
	}
	return true;
}

/*
 * The id that the author gave as `{#id}` or `{#id .class}`, or NULL; it is
 * removed from the end of the output.
 */
static const char *
own_id(struct ids *ids, struct buf *out, size_t start)
{
	size_t end = out->length, brace, n;
	const char *id;

	if (end == start || out->bytes[end - 1] != '}')
		return NULL;
	for (brace = end - 1; brace > start && out->bytes[brace] != '{';
	    brace--)
		continue;
	if (out->bytes[brace] != '{' || out->bytes[brace + 1] != '#' ||
	    brace + 3 > end - 1)
		return NULL;
	id = arena_strndup(&ids->arena, out->bytes + brace + 2,
	    end - brace - 3);
	n = strcspn(id, " ");
	if (n == 0 || !are_attributes(id + n))
		return NULL;
	id = arena_strndup(&ids->arena, id, n);
	if (strpbrk(id, "\t\n<>\"'&") != NULL)
		return NULL;
	while (brace > start && ascii_is_blank(out->bytes[brace - 1]))
		brace--;
	out->length = brace;
	return distinct(ids, id);
}

static void
end_heading(struct ids *ids, struct buf *out, struct open_heading *h,
    size_t start)
{
	const char *id = own_id(ids, out, start), *text;
	struct buf content = { 0 };

	if (id == NULL && h->text.length > 0) {
		text = plain_text(&ids->arena, h->text.bytes,
		    h->text.length);
		id = text == NULL ? NULL : slug(ids, text);
	}
	if (id == NULL)
		return;
	/* The start tag is already written: put ` id="..."` before its '>'. */
	buf_add(&content, out->bytes + start, out->length - start);
	out->length = start - 1;
	buf_printf(out, " id=\"%s\">", id);
	if (content.length > 0)
		buf_add(out, content.bytes, content.length);
	buf_release(&content);
}

void
ids_add(struct buf *html, size_t from)
{
	struct ids ids = { .tree = NULL };
	struct open_heading open = { .is_open = false };
	struct markup_attribute attribute;
	struct markup_token token;
	struct buf out = { 0 };
	struct markup markup;
	size_t start = 0;

	buf_add(&out, html->bytes, from);
	markup_init(&markup, html->bytes + from, html->length - from);
	while (markup_next(&markup, &token)) {
		if (token.kind == MARKUP_END && open.is_open &&
		    markup_is_heading(&token)) {
			end_heading(&ids, &out, &open, start);
			open.is_open = false;
		}
		if (open.is_open)
			buf_add(&open.text, token.start, token.length);
		buf_add(&out, token.start, token.length);
		if (token.kind != MARKUP_START || !markup_is_heading(&token))
			continue;
		open.is_open = false;
		if (token.self_closing || markup_attribute_find(&token, "id",
		    &attribute))
			continue;
		open.is_open = true;
		buf_clear(&open.text);
		start = out.length;
	}
	buf_puts(&out, "");
	buf_release(&open.text);
	buf_release(html);
	*html = out;
	arena_release(&ids.arena);
}
