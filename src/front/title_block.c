#include <string.h>

#include "base/text.h"
#include "front/lines.h"
#include "front/title_block.h"

#define LINES 3

static bool
begins_part(const char *p, size_t n)
{
	return n > 0 && *p == '%' && (n == 1 || p[1] == '\n' ||
	    ascii_is_blank(p[1]));
}

size_t
title_block_length(const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	size_t n = line_length(p, end), parts = 0;
	bool has_text = false;

	for (; p < end && !line_is_blank(p, n); p += n,
	    n = line_length(p, end)) {
		if (begins_part(p, n))
			parts++;
		else if (parts == 0 || !ascii_is_blank(*p))
			return 0;
		has_text = has_text || !line_is_blank(p + 1, n - 1);
	}
	return parts <= LINES && has_text ? (size_t)(p - block->text) : 0;
}

/* The text of some lines, after the percent sign or the indentation. */
static struct p2f_value *
new_value(struct arena *a, const char *key, const char *p, const char *end,
    struct place place)
{
	struct p2f_value *v = value_at(a, P2F_TEXT, place);

	value_set_text(v, text_trim_copy(a, p, end));
	v->key = key;
	v->plain = 1;
	return v;
}

/* Authors are on lines of their own, or separated by semicolons. */
static struct p2f_value *
read_authors(struct arena *a, const struct p2f_value *all)
{
	const char *p = all->text == NULL ? "" : all->text;
	struct arena_list items = { 0 };
	struct p2f_value *v;
	size_t n;

	for (; *p != '\0'; p += n + (p[n] != '\0')) {
		n = strcspn(p, ";\n");
		v = new_value(a, NULL, p, p + n, value_place(NULL, all));
		if (v->kind == P2F_TEXT)
			arena_list_add(a, &items, v);
	}
	return value_of_items(a, items.count == 0 ? P2F_NULL : P2F_LIST,
	    &items, all);
}

const struct p2f_value *
title_block_read(struct arena *a, const struct block *block, struct diag *d)
{
	static const char *const keys[LINES] = { "title", "author", "date" };
	const char *p = block->text, *end = p + block->length, *next;
	struct p2f_value *v;
	struct arena_list entries = { 0 };
	struct place place = { block->path, block->line, 1 };
	unsigned lines;
	size_t i;

	for (i = 0; i < LINES && p < end; i++, p = next) {
		next = p + line_length(p, end);
		for (lines = 1; next < end && *next != '%'; lines++)
			next += line_length(next, end);
		v = new_value(a, keys[i], p + 1, next, place);
		place.line += lines;
		arena_list_add(a, &entries, i == 1 ? read_authors(a, v) : v);
	}
	return value_of_block(a, block, &entries, d);
}
