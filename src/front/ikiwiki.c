#include <string.h>

#include "base/directive.h"
#include "base/text.h"
#include "front/ikiwiki.h"

#define META DIRECTIVE_OPEN "meta "
#define TAG DIRECTIVE_OPEN "tag "

/* The next directive with one of two names from p on, if not escaped. */
static const char *
find(const char *start, const char *p, const char *end, bool *is_tag)
{
	for (; (p = text_find(p, end, '[')) != NULL; p++) {
		*is_tag = text_begins(p, end, TAG);
		if ((*is_tag || text_begins(p, end, META)) &&
		    (p == start || p[-1] != '\\') &&
		    directive_end(p, end) != NULL)
			return p;
	}
	return NULL;
}

bool
ikiwiki_is_page(const struct block *block, bool is_known)
{
	const char *end = block->text + block->length;
	bool is_tag;

	return (is_known || text_begins(block->text, end, META) ||
	    text_begins(block->text, end, TAG)) &&
	    find(block->text, block->text, end, &is_tag) != NULL;
}

/* A page being read. */
struct reading {
	struct arena		*arena;
	struct arena_list	 entries;
	const char		*line_start;
	unsigned		 line;
};

static void
move_to(struct reading *r, const char *p)
{
	const char *eol;

	while ((eol = text_find(r->line_start, p, '\n')) != NULL) {
		r->line_start = eol + 1;
		r->line++;
	}
}

static struct p2f_value *
new_value(struct reading *r, const struct directive_parameter *found)
{
	struct p2f_value *v;

	move_to(r, found->value);
	v = value_at(r->arena, P2F_TEXT, (struct place){ NULL, r->line,
	    1 + (unsigned)text_count(r->line_start,
	    (size_t)(found->value - r->line_start)) });
	if (found->key != NULL)
		v->key = arena_strndup(r->arena, found->key,
		    found->key_length);
	value_set_text(v, text_trim_copy(r->arena, found->value,
	    found->value + found->length));
	return v;
}

/* A tag is the name of a page, in which words are separated by underscores. */
static void
add_tags(struct reading *r, const char *p, const char *end)
{
	struct p2f_value *list = value_at(r->arena, P2F_LIST,
	    (struct place){ NULL, r->line, 1 }), *v;
	struct arena_list items = { 0 };
	struct directive_parameter found;

	list->key = "tags";
	while (directive_read(&p, end, &found)) {
		v = new_value(r, &found);
		if (v->kind == P2F_NULL)
			continue;
		v->text = text_replace(r->arena, v->text, "_", ' ');
		v->key = NULL;
		arena_list_add(r->arena, &items, v);
	}
	list->items = arena_list_items(&items);
	arena_list_add(r->arena, &r->entries, list);
}

/* The first parameter is the value; a link is one to a page of the wiki. */
static void
add_meta(struct reading *r, const char *p, const char *end)
{
	struct directive_parameter found;

	if (directive_read(&p, end, &found) && found.key != NULL &&
	    !text_begins(found.key, end, "link="))
		arena_list_add(r->arena, &r->entries, new_value(r, &found));
}

const struct p2f_value *
ikiwiki_read(struct arena *a, const struct block *block, struct diag *d)
{
	const char *p = block->text, *end = p + block->length, *inside;
	struct reading r = { .arena = a, .line_start = p,
	    .line = block->line };
	bool is_tag;

	while ((p = find(block->text, p, end, &is_tag)) != NULL) {
		inside = p + strlen(is_tag ? TAG : META);
		move_to(&r, p);
		p = directive_end(p, end);
		if (is_tag)
			add_tags(&r, inside, p);
		else
			add_meta(&r, inside, p);
	}
	return value_of_block(a, block, &r.entries, d);
}
