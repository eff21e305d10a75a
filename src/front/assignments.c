/*
 * Assignments in Python, and the search for a key.
 */
#include <string.h>

#include "base/text.h"
#include "front/assignments.h"
#include "front/literal.h"

static const struct p2f_value *read_value(struct literal_reader *, bool);

/* The contents of brackets. */
struct items {
	struct arena_list list;
	bool		 is_map;
	bool		 has_comma;
};

/* Whether a value ends here: no operator or call follows. */
static bool
is_complete(struct literal_reader *r, bool in_brackets)
{
	if (in_brackets)
		literal_skip_space(r);
	else
		literal_skip_blanks(r);
	return strchr(in_brackets ? ",)]}" : "\n;", *r->p) != NULL;
}

/* The value for a key of a dict, added as an entry. */
static void
read_entry(struct literal_reader *r, const char *key, struct items *items)
{
	const struct p2f_value *v;

	r->p++;
	literal_skip_space(r);
	v = read_value(r, true);
	items->is_map = true;
	if (v != NULL && key != NULL)
		arena_list_add(r->arena, &items->list,
		    value_with_key(r->arena, key, v));
}

static const char *
key_of(struct literal_reader *r)
{
	const struct p2f_value *v;

	if (!literal_at_string(r) && !ascii_is_digit(*r->p))
		return literal_word(r);
	v = literal_scalar(r, true);
	return v == NULL ? NULL : v->kind == P2F_NULL ? "" : v->text;
}

static void
read_item(struct literal_reader *r, bool in_braces, struct items *items)
{
	struct literal_reader ahead = *r;
	const struct p2f_value *v;
	const char *key;

	if (in_braces) {
		key = key_of(&ahead);
		literal_skip_space(&ahead);
		if (*ahead.p == ':') {
			*r = ahead;
			read_entry(r, key, items);
			return;
		}
	}
	v = read_value(r, true);
	if (v == NULL && !in_braces)
		v = literal_value(r, P2F_NULL);
	if (v != NULL)
		arena_list_add(r->arena, &items->list, v);
}

/* A tuple, list, dict or set.  A single value in parentheses is only that. */
static const struct p2f_value *
read_brackets(struct literal_reader *r)
{
	struct p2f_value *v = literal_value(r, P2F_LIST);
	struct items items = { .is_map = false };
	char open = *r->p++;

	r->depth++;
	for (literal_skip_space(r); *r->p != '\0' &&
	    strchr(")]}", *r->p) == NULL; literal_skip_space(r)) {
		read_item(r, open == '{', &items);
		literal_skip_item(r);
		if (*r->p == ',') {
			items.has_comma = true;
			r->p++;
		}
	}
	r->depth--;
	if (*r->p != '\0')
		r->p++;
	if (open == '(' && items.list.count == 1 && !items.has_comma)
		return items.list.items[0];
	v->kind = items.is_map || (open == '{' && items.list.count == 0) ?
	    P2F_MAP : P2F_LIST;
	v->items = arena_list_items(&items.list);
	return v;
}

/* A dict with items that are not entries was not one. */
static bool
is_sound(const struct p2f_value *v)
{
	size_t i;

	for (i = 0; v->kind == P2F_MAP && v->items[i] != NULL; i++)
		if (v->items[i]->key == NULL)
			return false;
	return true;
}

/* NULL: it is code; inside brackets, all of it is skipped. */
static const struct p2f_value *
read_value(struct literal_reader *r, bool in_brackets)
{
	const struct p2f_value *v = NULL;

	if (*r->p != '\0' && strchr("([{", *r->p) != NULL &&
	    r->depth < VALUE_MAX_DEPTH) {
		v = read_brackets(r);
		if (!is_sound(v))
			v = NULL;
	} else {
		v = literal_scalar(r, in_brackets);
	}
	if (v != NULL && is_complete(r, in_brackets))
		return v;
	if (in_brackets)
		literal_skip_item(r);
	return NULL;
}

/* Skip to the next line that begins a statement, or may begin one. */
static void
skip_statement(struct literal_reader *r)
{
	size_t depth = 0;

	for (literal_skip_blanks(r); *r->p != '\0' && (*r->p != '\n' ||
	    depth > 0); literal_skip_blanks(r)) {
		if (strchr("([{", *r->p) != NULL)
			depth++;
		else if (strchr(")]}", *r->p) != NULL && depth > 0)
			depth--;
		literal_skip_token(r);
	}
	if (*r->p == '\n')
		r->p++;
}

/* In `else: NAME =`, what is before the colon is not a name with a type. */
static bool
is_keyword(const char *name)
{
	static const char *const words[] = { "else", "try", "finally", NULL };

	return text_is_any(name, words);
}

/* `NAME =` or `NAME: type =`; NULL: the line is neither. */
static const char *
read_target(struct literal_reader *r)
{
	const char *name = literal_word(r);

	literal_skip_blanks(r);
	if (name != NULL && *r->p == ':' && !is_keyword(name))
		r->p += strcspn(r->p, "=\n#'\"");
	if (name == NULL || *r->p != '=' || r->p[1] == '=')
		return NULL;
	r->p++;
	literal_skip_blanks(r);
	return name;
}

static void
read_statement(struct literal_reader *r, struct arena_list *found)
{
	const struct p2f_value *v;
	const char *name = read_target(r);

	if (name != NULL) {
		v = literal_value(r, P2F_NULL);
		arena_list_add(r->arena, found, v);
		v = read_value(r, false);
		if (v == NULL)
			v = found->items[found->count - 1];
		found->items[found->count - 1] = value_with_key(r->arena,
		    name, v);
	}
	skip_statement(r);
}

static void
reverse(struct arena_list *list)
{
	const void *item;
	size_t i;

	for (i = 0; i < list->count / 2; i++) {
		item = list->items[i];
		list->items[i] = list->items[list->count - 1 - i];
		list->items[list->count - 1 - i] = item;
	}
}

const struct p2f_value *
assignments_python(struct arena *a, const struct block *block,
    struct diag *d)
{
	struct literal_reader r = literal_reader(a, block, false);
	struct arena_list found = { 0 };
	struct p2f_value *map = literal_value(&r, P2F_MAP);

	(void)d;
	while (*r.p != '\0')
		if (ascii_is_blank(*r.p))
			skip_statement(&r);
		else
			read_statement(&r, &found);
	reverse(&found);
	map->items = arena_list_items(&found);
	return map;
}

/* *is_deep is set if there are maps below that depth, too. */
static const struct p2f_value *
holder_at(const struct p2f_value *v, const char *key, unsigned depth,
    bool *is_deep)
{
	const struct p2f_value *found = NULL;
	size_t i;

	if (v->kind != P2F_MAP && v->kind != P2F_LIST)
		return NULL;
	if (depth == 0) {
		*is_deep = true;
		return v->kind == P2F_MAP && value_get(v, key) != NULL ? v :
		    NULL;
	}
	for (i = 0; found == NULL && v->items[i] != NULL; i++)
		found = holder_at(v->items[i], key, depth - 1, is_deep);
	return found;
}

const struct p2f_value *
assignments_holder(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *found = NULL;
	bool is_deep = map != NULL;
	unsigned depth;

	for (depth = 0; found == NULL && is_deep; depth++) {
		is_deep = false;
		found = holder_at(map, key, depth, &is_deep);
	}
	return found;
}

const struct p2f_value *
assignments_find(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *holder = assignments_holder(map, key);

	return holder == NULL ? NULL : value_get(holder, key);
}
