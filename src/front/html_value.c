/*
 * The contents of an HTML document as values of front matter.
 */
#include <string.h>

#include "base/buf.h"
#include "base/entity.h"
#include "base/text.h"
#include "front/html_parts.h"

/* The character that `&name;` or `&#1;` at p stands for; 0: none. */
static unsigned
entity_at(const char *p, const char *end, const char **next)
{
	const char *semicolon = memchr(p, ';', (size_t)(end - p < 12 ?
	    end - p : 12));
	char name[12] = "";
	unsigned code;

	if (semicolon == NULL)
		return 0;
	*next = semicolon + 1;
	memcpy(name, p + 1, (size_t)(semicolon - p - 1));
	code = entity_of_reference(name);
	return code < 32 ? 0 : code;
}

/*
 * The text of an attribute, with character references decoded, except in
 * titles and summaries: these are markup, and decoded later.
 */
static const char *
decode(struct arena *a, const char *key, const char *p, size_t n)
{
	const char *end = p + n, *next, *text;
	struct buf raw = { 0 };
	unsigned code;

	if (value_key_equal(key, "title") || value_key_equal(key, "headline")
	    || value_key_equal(key, "summary") ||
	    value_key_equal(key, "description"))
		return text_trim_copy(a, p, end);
	for (; p < end; p = next) {
		next = p + 1;
		code = *p == '&' ? entity_at(p, end, &next) : 0;
		if (code != 0) {
			buf_put_utf8(&raw, code);
		} else {
			next = p + 1;
			buf_putc(&raw, *p);
		}
	}
	text = text_trim(a, text_clean_copy(a, raw.bytes, raw.length, NULL));
	buf_release(&raw);
	return text;
}

void
html_add(struct html_scan *s, const char *at, const char *key,
    const char *text, size_t n)
{
	struct p2f_value *v = value_at_mark(s->arena, P2F_TEXT, &s->mark, at);

	v->key = key;
	value_set_text(v, decode(s->arena, key, text, n));
	v->plain = 1;
	arena_list_add(s->arena, &s->values, v);
}
