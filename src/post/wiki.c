#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "post/wiki.h"

static const char *
start_of_name(const char *p, const char *end)
{
	while (end > p && end[-1] != '/')
		end--;
	return end;
}

/* Add a part of a link, whose inside is given. */
static void
put_part(struct buf *out, const char *p, const char *end, enum wiki_part part)
{
	const char *bar = text_find(p, end, '|'), *sharp;

	if (part == WIKI_TEXT && bar != NULL) {
		buf_add_span(out, bar + 1, end);
		return;
	}
	end = bar == NULL ? end : bar;
	sharp = text_find(p, end, '#');
	if (sharp != NULL && sharp > p)
		end = sharp;
	if (part == WIKI_TEXT)
		p = start_of_name(p, end);
	buf_add_span(out, p, end);
}

static const char *
unlinked_text(struct arena *a, const char *text, enum wiki_part part)
{
	const char *open, *close;
	struct buf out = { 0 };
	bool is_embed;

	while ((open = strstr(text, "[[")) != NULL &&
	    (close = strstr(open, "]]")) != NULL) {
		is_embed = part == WIKI_TARGET && open > text &&
		    open[-1] == '!';
		buf_add(&out, text, (size_t)(open - text) - is_embed);
		put_part(&out, open + 2, close, part);
		text = close + 2;
	}
	buf_puts(&out, text);
	return arena_take(a, &out);
}

/* The only item, if it is of that kind; else NULL. */
static const struct p2f_value *
only_item(const struct p2f_value *v, enum p2f_kind kind)
{
	return v->kind == P2F_LIST && v->items[0] != NULL &&
	    v->items[1] == NULL && v->items[0]->kind == kind ?
	    v->items[0] : NULL;
}

/* What `[[Ada]]` is in YAML; NULL: it is something else. */
static const struct p2f_value *
link_item(const struct p2f_value *v)
{
	const struct p2f_value *inner = only_item(v, P2F_LIST);

	return inner == NULL ? NULL : only_item(inner, P2F_TEXT);
}

static bool
begins_with_link(const char *text)
{
	text += *text == '!';
	return text[0] == '[' && text[1] == '[';
}

/* Anywhere in a string, or at the beginning of one in a list. */
static inline bool
has_links(const struct p2f_value *v)
{
	const struct p2f_value *item;
	size_t i;

	if (v->kind == P2F_TEXT)
		return strchr(v->text, '[') != NULL &&
		    strstr(v->text, "[[") != NULL;
	if (v->kind != P2F_LIST)
		return false;
	for (i = 0; (item = v->items[i]) != NULL; i++)
		if (item->kind == P2F_TEXT ? begins_with_link(item->text) :
		    has_links(item))
			return true;
	return i == 1 && link_item(v) != NULL;
}

static const struct p2f_value *const *
unlinked_items(struct arena *a, const struct p2f_value *v,
    enum wiki_part part)
{
	struct arena_list items = { 0 };
	size_t i;

	for (i = 0; v->items[i] != NULL; i++)
		arena_list_add(a, &items, wiki_unlinked(a, v->items[i],
		    part));
	return arena_list_items(&items);
}

const struct p2f_value *
wiki_unlinked(struct arena *a, const struct p2f_value *v,
    enum wiki_part part)
{
	const struct p2f_value *item;
	struct p2f_value *copy;

	if (!has_links(v))
		return v;
	copy = arena_alloc(a, sizeof *copy);
	*copy = *v;
	item = link_item(v);
	if (item != NULL) {
		copy->kind = P2F_TEXT;
		copy->text = item->text;
	}
	if (copy->kind == P2F_TEXT)
		copy->text = unlinked_text(a, copy->text, part);
	else
		copy->items = unlinked_items(a, v, part);
	return copy;
}
