/*
 * TOML keys and values, with arrays and inline tables.
 */
#include <string.h>

#include "base/text.h"
#include "front/toml_scan.h"

#define KEY_CHARACTERS "-0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ" \
	"abcdefghijklmnopqrstuvwxyz"

static struct p2f_value *
new_value(struct toml *t, enum p2f_kind kind)
{
	return value_at(t->arena, kind, toml_place(t, t->p));
}

static const char *
read_bare_key(struct toml *t)
{
	const char *start = t->p;

	t->p += strspn(t->p, KEY_CHARACTERS);
	if (t->p > start)
		return arena_span(t->arena, start, t->p);
	toml_fail(t, start, "write key = value; a key with characters other "
	    "than A-Z a-z 0-9 _ - needs quotes", "%s is not a key",
	    toml_quote(t, start, "\n").text);
	return NULL;
}

bool
toml_key(struct toml *t, struct arena_list *parts)
{
	struct toml_part *part;

	for (;; t->p++) {
		toml_skip_blanks(t);
		part = arena_alloc(t->arena, sizeof *part);
		part->place = toml_place(t, t->p);
		part->name = ascii_is_quote(*t->p) ? toml_string_line(t) :
		    read_bare_key(t);
		if (part->name == NULL)
			return false;
		arena_list_add(t->arena, parts, part);
		toml_skip_blanks(t);
		if (*t->p != '.')
			return true;
	}
}

bool
toml_equals(struct toml *t)
{
	if (*t->p != '=')
		return toml_fail(t, t->p, "write key = value",
		    "a = is missing after the key");
	t->p++;
	return true;
}

static struct p2f_value *
read_text(struct toml *t)
{
	struct p2f_value *v = new_value(t, P2F_TEXT);
	const char *text = toml_string(t);

	value_set_text(v, text);
	return text == NULL ? NULL : v;
}

/* What may follow a value, and thus ends a word. */
static bool
is_delimiter(char c)
{
	return c == '\0' || strchr(" \t\n#,]}", c) != NULL;
}

static void
fail_value(struct toml *t)
{
	if (is_delimiter(*t->p))
		toml_fail(t, t->p, "write \"\" for an empty value",
		    "a value is missing");
	else
		toml_fail(t, t->p, toml_scalar_advice(t->p),
		    "%s is not a TOML value", toml_quote(t, t->p, "#\n").text);
}

/* Numbers, booleans and dates. */
static struct p2f_value *
read_word(struct toml *t)
{
	size_t n = toml_scalar_length(t->p);
	const char *word = arena_strndup(t->arena, t->p, n);
	struct p2f_value *v;

	if (!is_delimiter(t->p[n]) || !toml_is_scalar(word)) {
		fail_value(t);
		return NULL;
	}
	v = new_value(t, P2F_TEXT);
	v->plain = 1;
	v->text = word;
	t->p += n;
	return v;
}

/*
 * After an item: step over a comma.  False: there is neither that nor the end.
 * *is_loose: a line ended here, or nothing follows the comma.
 */
static bool
end_item(struct toml *t, char closing, bool *is_loose)
{
	const char *advice = closing == ']' ? "separate items with commas, and "
	    "end the array with ]" : "separate keys with commas, and end the "
	    "table with }";

	*is_loose |= toml_skip_lines(t);
	if (*t->p == closing)
		return true;
	if (*t->p == '\0')
		return toml_fail(t, t->p, advice, "a %c is missing", closing);
	if (*t->p != ',')
		return toml_fail(t, t->p, advice, "%s does not belong here",
		    toml_quote(t, t->p, "\n").text);
	t->p++;
	*is_loose |= toml_skip_lines(t) || *t->p == closing;
	return true;
}

static struct p2f_value *
read_array(struct toml *t, size_t depth)
{
	struct p2f_value *v = new_value(t, P2F_LIST), *item;
	struct arena_list items = { 0 };
	bool is_loose;

	t->p++;
	is_loose = toml_skip_lines(t);
	while (*t->p != ']') {
		item = toml_value(t, depth + 1);
		if (item == NULL || !end_item(t, ']', &is_loose))
			return NULL;
		arena_list_add(t->arena, &items, item);
	}
	t->p++;
	v->items = arena_list_items(&items);
	return v;
}

static bool
read_pair(struct toml *t, struct toml_table *table)
{
	struct arena_list key = { 0 };
	struct p2f_value *v;

	if (!toml_key(t, &key) || !toml_equals(t))
		return false;
	v = toml_value(t, table->depth + key.count);
	return v != NULL && toml_table_put(t, table, &key, v);
}

/*
 * In TOML 1.0 inline tables are on one line, without a trailing comma.  Others
 * are unambiguous all the same, and TOML 1.1 allows them.
 */
static void
report_loose(struct toml *t, const struct p2f_value *v)
{
	diag_report(t->diag, DIAG_TOML, value_place(t->block->path, v),
	    "an inline table with a line break or a trailing comma; read, but "
	    "TOML 1.0 does not allow it");
}

static struct p2f_value *
read_inline_table(struct toml *t, size_t depth)
{
	struct toml_table *table = toml_table_new(t, P2F_MAP,
	    toml_place(t, t->p));
	bool is_loose;

	table->depth = depth;
	t->p++;
	is_loose = toml_skip_lines(t);
	while (*t->p != '}')
		if (!read_pair(t, table) || !end_item(t, '}', &is_loose))
			return NULL;
	t->p++;
	if (is_loose)
		report_loose(t, table->value);
	return table->value;
}

struct p2f_value *
toml_value(struct toml *t, size_t depth)
{
	toml_skip_blanks(t);
	if (depth > VALUE_MAX_DEPTH) {
		toml_fail(t, t->p, "use fewer levels",
		    "values are nested too deeply");
		return NULL;
	}
	switch (*t->p) {
	case '"':
	case '\'':
		return read_text(t);
	case '[':
		return read_array(t, depth);
	case '{':
		return read_inline_table(t, depth);
	default:
		return read_word(t);
	}
}
