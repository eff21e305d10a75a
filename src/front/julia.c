#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "front/julia.h"

static struct p2f_value *read_value(struct julia *, unsigned depth);

static bool
looking_at(const struct julia *j, const char *text)
{
	return text_begins(j->p, j->end, text);
}

static struct p2f_value *
new_value(struct julia *j, enum p2f_kind kind)
{
	return value_at_mark(j->arena, kind, &j->mark, j->p);
}

/* Add the character for up to that many hexadecimal digits. */
static bool
put_code(struct julia *j, struct buf *out, unsigned limit)
{
	const char *start = j->p;
	unsigned code = text_take_hex(&j->p, j->end, limit);

	if (j->p == start || !utf8_has(code))
		return false;
	buf_put_utf8(out, code);
	return true;
}

/* After a backslash. */
static bool
put_escape(struct julia *j, struct buf *out)
{
	static const char from[] = "nt\\\"$'r", to[] = "\n\t\\\"$' ";
	const char *found;
	char c;

	if (j->p == j->end)
		return false;
	c = *j->p++;
	found = c == '\0' ? NULL : strchr(from, c);
	if (found != NULL)
		buf_putc(out, to[found - from]);
	else if (c == 'x' || c == 'u' || c == 'U')
		return put_code(j, out, c == 'x' ? 2 : c == 'u' ? 4 : 8);
	return found != NULL;
}

/* The characters of a string up to its quotes; false: none, or a "$". */
static bool
put_string(struct julia *j, struct buf *out, const char *quotes, bool is_raw)
{
	char c;

	while (j->p < j->end) {
		if (looking_at(j, quotes)) {
			j->p += strlen(quotes);
			return true;
		}
		c = *j->p++;
		/* "$x" inserts the value of x. */
		if (c == '$' && !is_raw)
			return false;
		if (c != '\\' || (is_raw && !looking_at(j, "\"")))
			buf_putc(out, c);
		else if (!put_escape(j, out))
			return false;
	}
	return false;
}

/* Escapes can make characters that XML forbids: text is cleaned again. */
static struct p2f_value *
read_string(struct julia *j, bool is_raw)
{
	struct p2f_value *v = new_value(j, P2F_TEXT);
	const char *quotes = looking_at(j, "\"\"\"") ? "\"\"\"" : "\"";
	struct buf text = { 0 };
	bool ok;

	j->p += strlen(quotes);
	ok = put_string(j, &text, quotes, is_raw);
	value_set_text(v, text_trim(j->arena, text_clean_copy(j->arena,
	    text.bytes, text.length, NULL)));
	buf_release(&text);
	return ok ? v : NULL;
}

/* Whitespace and comments between the items of a list. */
static void
skip_space(struct julia *j)
{
	while (j->p < j->end && (ascii_is_space(*j->p) || *j->p == '#')) {
		if (*j->p == '#')
			while (j->p < j->end && *j->p != '\n')
				j->p++;
		else
			j->p++;
	}
}

/* [a, b], or (a, b), which is a tuple; (a) is just a. */
static struct p2f_value *
read_list(struct julia *j, char close, unsigned depth)
{
	struct p2f_value *list = new_value(j, P2F_LIST), *item = NULL;
	struct arena_list items = { 0 };
	bool has_comma = false;

	for (j->p++; ; j->p++) {
		skip_space(j);
		if (j->p < j->end && *j->p == close)
			break;
		item = read_value(j, depth + 1);
		if (item == NULL)
			return NULL;
		arena_list_add(j->arena, &items, item);
		skip_space(j);
		if (j->p < j->end && *j->p == close)
			break;
		if (j->p == j->end || *j->p != ',')
			return NULL;
		has_comma = true;
	}
	j->p++;
	if (close == ')' && !has_comma)
		return item;
	list->items = arena_list_items(&items);
	return list;
}

/* Date(2012, 2, 27) as 2012-02-27; a time may follow. */
static struct p2f_value *
join_date(struct julia *j, const struct p2f_value *parts)
{
	static const char before[][2] = { "", "-", "-", "T", ":", ":", "." };
	struct p2f_value *v = value_at(j->arena, P2F_TEXT,
	    value_place(NULL, parts));
	struct buf text = { 0 };
	const char *part;
	size_t i, n;

	for (n = 0; parts->items[n] != NULL; n++) {
		part = parts->items[n]->text;
		if (n == sizeof before / sizeof *before ||
		    parts->items[n]->kind != P2F_TEXT ||
		    part[strspn(part, "0123456789")] != '\0')
			break;
		buf_printf(&text, "%s%s%s", before[n],
		    strlen(part) == 1 ? "0" : "", part);
	}
	/* A year alone is its first day, and an hour needs its minutes. */
	for (i = n; i > 0 && (i < 3 || i == 4); i++)
		buf_puts(&text, i < 3 ? "-01" : ":00");
	value_set_text(v, arena_take(j->arena, &text));
	return n == 0 || parts->items[n] != NULL ? NULL : v;
}

/* The parentheses after Date or DateTime. */
static struct p2f_value *
read_date(struct julia *j, unsigned depth)
{
	struct p2f_value *v;

	if (j->p == j->end || *j->p != '(')
		return NULL;
	v = read_list(j, ')', depth);
	if (v == NULL || v->kind == P2F_LIST)
		return v == NULL ? NULL : join_date(j, v);
	return v->kind == P2F_TEXT ? v : NULL;
}

static bool
is_number(const char *word, size_t n)
{
	size_t sign = n > 0 && (*word == '-' || *word == '+');

	return n > sign && ascii_is_digit(word[sign]);
}

/* Words and numbers, and what may directly follow a word. */
static struct p2f_value *
read_word(struct julia *j, unsigned depth)
{
	static const char *const nothing[] = { "nothing", "missing", NULL };
	static const char *const flags[] = { "true", "false", NULL };
	static const char *const dates[] = { "Date", "DateTime",
	    "Dates.Date", "Dates.DateTime", NULL };
	static const char *const lists[] = { "String", "Any", NULL };
	struct p2f_value *v = new_value(j, P2F_TEXT);
	const char *word = j->p;
	size_t n;

	if (*j->p == '-' || *j->p == '+')
		j->p++;
	j->p = text_word_end(j->p, j->end, "._");
	n = (size_t)(j->p - word);
	if (text_span_is_any(word, n, dates))
		return read_date(j, depth);
	if (text_span_is_any(word, n, lists) && looking_at(j, "["))
		return read_list(j, ']', depth);
	if (text_span_is(word, n, "raw") && looking_at(j, "\""))
		return read_string(j, true);
	if (text_span_is_any(word, n, nothing))
		v->kind = P2F_NULL;
	else if (!text_span_is_any(word, n, flags) && !is_number(word, n))
		return NULL;
	v->text = arena_strndup(j->arena, word, n);
	v->plain = 1;
	return v;
}

static struct p2f_value *
read_value(struct julia *j, unsigned depth)
{
	if (j->p == j->end || depth > VALUE_MAX_DEPTH)
		return NULL;
	if (*j->p == '"')
		return read_string(j, false);
	if (*j->p == '[')
		return read_list(j, ']', depth);
	if (*j->p == '(')
		return read_list(j, ')', depth);
	return read_word(j, depth);
}

struct p2f_value *
julia_value(struct julia *j)
{
	return read_value(j, 0);
}
