#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "front/value.h"

const char *
block_fate(const struct block *block)
{
	return block->is_file ? "nothing was read from it" :
	    "treated as part of the body";
}

struct place
value_place(const char *path, const struct p2f_value *v)
{
	return (struct place){ v->file != NULL ? v->file : path, v->line,
	    v->column };
}

void
value_mark_move(struct value_mark *mark, const char *to)
{
	for (; mark->p < to; mark->p++)
		if (*mark->p == '\n') {
			mark->line++;
			mark->column = 1;
		} else if (!utf8_is_continuation(*mark->p)) {
			mark->column++;
		}
}

unsigned
value_of_control(unsigned c)
{
	unsigned meant = text_of_control(c);

	return c == 0x85 || meant < 0xa0 ? ' ' : meant;
}

const char *
value_replace_controls(struct arena *a, const char *text, size_t n)
{
	const char *p = text, *end = text + n, *found;
	struct buf out = { 0 };

	while ((found = text_find_control(p, (size_t)(end - p))) != NULL) {
		buf_add_span(&out, p, found);
		p = found;
		buf_put_utf8(&out, value_of_control(utf8_next(&p)));
	}
	if (p == text)
		return text;
	buf_add_span(&out, p, end);
	return arena_take(a, &out);
}

void
value_report_escapes(struct place place, struct diag *d)
{
	diag_report(d, DIAG_CHARACTER, place, "escape sequences in this value "
	    "stand for characters that are not allowed in a feed; removed");
}

/* An order in which equal keys are adjacent. */
static int
compare_keys(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (*a == '-' || *a == '_' || *a == ' ')
			a++;
		while (*b == '-' || *b == '_' || *b == ' ')
			b++;
		if (*a == '\0' || ascii_lower(*a) != ascii_lower(*b))
			return (unsigned char)ascii_lower(*a) -
			    (unsigned char)ascii_lower(*b);
	}
}

bool
value_key_equal(const char *a, const char *b)
{
	/* Mostly they are identical. */
	return strcmp(a, b) == 0 || compare_keys(a, b) == 0;
}

/* A quick check: two different first letters are enough. */
static bool
may_be_equal(const char *a, const char *b)
{
	return !ascii_is_alpha(*a) || !ascii_is_alpha(*b) ||
	    ascii_lower(*a) == ascii_lower(*b);
}

const struct p2f_value *
value_get(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *v;
	size_t i;

	if (map->kind != P2F_MAP)
		return NULL;
	for (i = 0; (v = map->items[i]) != NULL; i++)
		if (may_be_equal(v->key, key) && value_key_equal(v->key, key))
			return v;
	return NULL;
}

const struct p2f_value *
value_get_exact(const struct p2f_value *map, const char *key)
{
	const struct p2f_value *v;
	size_t i;

	if (map == NULL || map->kind != P2F_MAP)
		return NULL;
	for (i = 0; (v = map->items[i]) != NULL; i++)
		if (*v->key == *key && strcmp(v->key, key) == 0)
			return v;
	return NULL;
}

const char *
value_text(const struct p2f_value *v)
{
	return v != NULL && v->kind == P2F_TEXT ? v->text : NULL;
}

const char *
value_trimmed(struct arena *a, const struct p2f_value *v)
{
	const char *text = value_text(v);

	return text == NULL ? NULL : text_trim(a, text);
}

const char *
value_next_text(const struct p2f_value *list, size_t *i)
{
	const struct p2f_value *const *items = value_items(list, P2F_LIST);
	const char *text = NULL;

	while (text == NULL && items[*i] != NULL)
		text = value_text(items[(*i)++]);
	return text;
}

struct arena_list
value_texts(struct arena *a, const struct p2f_value *list)
{
	struct arena_list texts = { 0 };
	const char *text;
	size_t i = 0;

	while ((text = value_next_text(list, &i)) != NULL)
		arena_list_add(a, &texts, text);
	return texts;
}

bool
value_lists(const struct p2f_value *list, const char *text)
{
	const char *item;
	size_t i = 0;

	while ((item = value_next_text(list, &i)) != NULL)
		if (ascii_equal(item, text))
			return true;
	return false;
}

static bool
is_word(const struct p2f_value *v, const char *const *words)
{
	const char *text = value_text(v);
	size_t n, i;

	if (text == NULL)
		return false;
	n = text_trim_unseen_span(&text, strlen(text));
	for (; *words != NULL; words++) {
		for (i = 0; i < n && ascii_lower(text[i]) == (*words)[i]; i++)
			continue;
		if (i == n && (*words)[n] == '\0')
			return true;
	}
	return false;
}

bool
value_is_true(const struct p2f_value *v)
{
	static const char *const words[] = {
		"true", "yes", "on", "y", "1", NULL
	};

	return is_word(v, words);
}

bool
value_is_false(const struct p2f_value *v)
{
	static const char *const words[] = {
		"false", "no", "off", "n", "0", NULL
	};

	return is_word(v, words);
}

static const char *const templates[][2] = {
	{ "{{", "}}" }, { "{%", "%}" }, { "<%", "%>" }
};

bool
value_is_in_template(const char *text)
{
	size_t length = strlen(text), i;

	for (i = 0; i < sizeof templates / sizeof *templates; i++)
		if (length >= 4 && strncmp(text, templates[i][0], 2) == 0 &&
		    strcmp(text + length - 2, templates[i][1]) == 0)
			return true;
	return false;
}

bool
value_has_template(const char *text)
{
	size_t i;

	if (strchr(text, '{') == NULL && strchr(text, '<') == NULL)
		return false;
	for (i = 0; i < sizeof templates / sizeof *templates; i++)
		if (strstr(text, templates[i][0]) != NULL)
			return true;
	return false;
}

static int
compare_entries(const void *left, const void *right)
{
	const struct value_entry *a = left, *b = right;
	int order = compare_keys(a->value->key, b->value->key);

	if (order != 0)
		return order;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* Fewer are searched one by one. */
#define INDEX_MIN 32

const struct p2f_value *const *
value_items(const struct p2f_value *v, enum p2f_kind kind)
{
	static const struct p2f_value *const none[] = { NULL };

	return v != NULL && v->kind == kind ? v->items : none;
}

const struct p2f_value *
value_in_file(struct arena *a, const struct p2f_value *v, const char *path)
{
	struct p2f_value *copy = arena_alloc(a, sizeof *copy);
	struct arena_list items = { 0 };
	size_t i;

	if (v->file != NULL)
		return v;
	*copy = *v;
	copy->file = path;
	if (v->kind == P2F_LIST || v->kind == P2F_MAP) {
		for (i = 0; v->items[i] != NULL; i++)
			arena_list_add(a, &items, value_in_file(a,
			    v->items[i], path));
		copy->items = arena_list_items(&items);
	}
	return copy;
}

size_t
value_count(const struct p2f_value *v)
{
	size_t n = 0;

	while (v->items[n] != NULL)
		n++;
	return n;
}

struct value_index
value_index(struct arena *a, const struct p2f_value *map)
{
	struct value_index index = { .map = map };
	size_t i;

	if (map->kind == P2F_MAP)
		index.count = value_count(map);
	if (index.count < INDEX_MIN)
		return index;
	index.sorted = arena_alloc(a, index.count * sizeof *index.sorted);
	for (i = 0; i < index.count; i++)
		index.sorted[i] = (struct value_entry){ map->items[i], i };
	qsort(index.sorted, index.count, sizeof *index.sorted,
	    compare_entries);
	return index;
}

const struct p2f_value *
value_index_get(const struct value_index *index, const char *key)
{
	size_t low = 0, high = index->count, middle;

	if (index->sorted == NULL)
		return value_get(index->map, key);
	while (low < high) {
		middle = low + (high - low) / 2;
		if (compare_keys(index->sorted[middle].value->key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < index->count && value_key_equal(
	    index->sorted[low].value->key, key) ?
	    index->sorted[low].value : NULL;
}

const struct p2f_value *
value_empty_map(struct arena *a)
{
	const struct arena_list none = { 0 };

	return value_of_items(a, P2F_MAP, &none, NULL);
}

const struct p2f_value *
value_overlay(struct arena *a, const struct p2f_value *map,
    const struct p2f_value *defaults)
{
	struct arena_list items = { 0 };
	const struct p2f_value *own, *other;
	struct value_index of_map, of_defaults;
	size_t i;

	if (defaults == NULL || defaults->items[0] == NULL)
		return map;
	of_map = value_index(a, map);
	of_defaults = value_index(a, defaults);
	for (i = 0; (own = map->items[i]) != NULL; i++) {
		other = own->kind == P2F_TEXT || own->kind == P2F_LIST ?
		    NULL : value_index_get(&of_defaults, own->key);
		if (own->kind == P2F_NULL && other != NULL)
			continue;
		if (other != NULL && other->kind == P2F_MAP)
			own = value_overlay(a, own, other);
		arena_list_add(a, &items, own);
	}
	for (i = 0; (other = defaults->items[i]) != NULL; i++) {
		own = value_index_get(&of_map, other->key);
		if (own == NULL || own->kind == P2F_NULL)
			arena_list_add(a, &items, other);
	}
	return value_of_items(a, P2F_MAP, &items, map);
}

struct p2f_value *
value_at(struct arena *a, enum p2f_kind kind, struct place place)
{
	struct p2f_value *v = arena_alloc(a, sizeof *v);

	v->kind = kind;
	v->line = place.line;
	v->column = place.column;
	return v;
}

struct p2f_value *
value_at_mark(struct arena *a, enum p2f_kind kind, struct value_mark *mark,
    const char *p)
{
	value_mark_move(mark, p);
	return value_at(a, kind, (struct place){ NULL, mark->line,
	    mark->column });
}

void
value_set_text(struct p2f_value *v, const char *text)
{
	v->text = text == NULL || *text == '\0' ? NULL : text;
	v->kind = v->text == NULL ? P2F_NULL : P2F_TEXT;
}

const struct p2f_value *
value_new_text(struct arena *a, const char *key, const char *text,
    const struct p2f_value *place)
{
	struct p2f_value *v = arena_alloc(a, sizeof *v);

	if (place != NULL)
		*v = *place;
	v->kind = P2F_TEXT;
	v->key = key;
	v->text = text;
	v->comment = NULL;
	return v;
}

struct p2f_value *
value_of_items(struct arena *a, enum p2f_kind kind,
    const struct arena_list *items, const struct p2f_value *like)
{
	struct p2f_value *v = arena_alloc(a, sizeof *v);

	if (like != NULL)
		*v = *like;
	v->kind = kind;
	v->text = NULL;
	v->items = arena_list_items(items);
	return v;
}

const struct p2f_value *
value_map_of(struct arena *a, const struct p2f_value *entry)
{
	struct arena_list items = { 0 };

	arena_list_add(a, &items, entry);
	return value_of_items(a, P2F_MAP, &items, entry);
}

const struct p2f_value *
value_with_key(struct arena *a, const char *key, const struct p2f_value *v)
{
	struct p2f_value *entry = arena_alloc(a, sizeof *entry);

	*entry = *v;
	entry->key = key;
	return entry;
}

static bool
both_lists(const struct p2f_value *a, const struct p2f_value *b)
{
	return a->kind == P2F_LIST && b->kind == P2F_LIST;
}

/*
 * The value of a key that appears in entries[0] to entries[n - 1].  The items
 * of all lists are collected once, however many there are.
 */
static const struct p2f_value *
merge(struct arena *a, const struct value_entry *entries, size_t n)
{
	const struct p2f_value *last = entries[n - 1].value;
	struct arena_list items = { 0 };
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = 0; both_lists(entries[i].value, last) &&
		    entries[i].value->items[k] != NULL; k++)
			arena_list_add(a, &items, entries[i].value->items[k]);
	return last->kind != P2F_LIST ? last :
	    value_of_items(a, P2F_LIST, &items, last);
}

static void
report_duplicates(const struct value_entry *entries, size_t n, const char *path,
    struct diag *d)
{
	size_t i;

	for (i = 1; i < n; i++)
		diag_report(d, DIAG_DUPLICATE_KEY, value_place(path,
		    entries[i].value), "%s appears twice, first on line %u; %s "
		    "(keep one of them)", quote(entries[i].value->key).text,
		    entries[0].value->line, both_lists(entries[i - 1].value,
		    entries[i].value) ? "the lists were merged" :
		    "the last one was used");
}

/* How many entries from here on have the same key, however it is spelled. */
static size_t
count_duplicates(const struct value_entry *entries, size_t left)
{
	size_t n = 1;

	while (n < left &&
	    value_key_equal(entries[0].value->key, entries[n].value->key))
		n++;
	return n;
}

const struct p2f_value *const *
value_unique(struct arena *a, struct arena_list *list, const char *path,
    struct diag *d)
{
	struct value_entry *entries = arena_alloc(a, (list->count + 1) *
	    sizeof *entries);
	size_t i, k, n, kept = 0;

	for (i = 0; i < list->count; i++)
		entries[i] = (struct value_entry){ list->items[i], i };
	qsort(entries, list->count, sizeof *entries, compare_entries);
	for (i = 0; i < list->count; i += n) {
		n = count_duplicates(entries + i, list->count - i);
		if (n == 1)
			continue;
		report_duplicates(entries + i, n, path, d);
		list->items[entries[i].index] = merge(a, entries + i, n);
		for (k = 1; k < n; k++)
			list->items[entries[i + k].index] = NULL;
	}
	for (i = 0; i < list->count; i++)
		if (list->items[i] != NULL)
			list->items[kept++] = list->items[i];
	if (kept < list->count)
		list->items[kept] = NULL;
	list->count = kept;
	return arena_list_items(list);
}

const struct p2f_value *
value_of_block(struct arena *a, const struct block *block,
    struct arena_list *entries, struct diag *d)
{
	struct p2f_value *map = value_at(a, P2F_MAP, (struct place){
	    block->path, block->line, 1 });

	map->items = value_unique(a, entries, block->path, d);
	return map;
}
