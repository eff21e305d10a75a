#include <string.h>

#include "base/text.h"
#include "front/json.h"
#include "front/lines.h"
#include "front/raw.h"

/*
 * Text without surrounding spaces and one pair of quotes.  In double quotes, a
 * valid JSON string, such as "\ud83d\ude00", is decoded as one.
 */
static const char *
bare_text(struct arena *a, const char *p, size_t n)
{
	const char *text = text_trim_copy(a, p, p + n), *decoded;
	size_t length = text == NULL ? 0 : strlen(text);

	if (length < 2 || !ascii_is_quote(*text) || text[length - 1] != *text)
		return text;
	decoded = text[0] == '"' ? json_decode(a, text, length) : NULL;
	return text_trim(a, decoded != NULL ? decoded :
	    arena_strndup(a, text + 1, length - 2));
}

static struct p2f_value *
new_list(struct arena *a, struct place place,
    const struct arena_list *items)
{
	struct p2f_value *list = value_at(a, P2F_LIST, place);

	list->items = arena_list_items(items);
	return list;
}

static struct p2f_value *
new_text(struct arena *a, const char *p, size_t n, struct place place)
{
	struct p2f_value *v = value_at(a, P2F_TEXT, place);

	value_set_text(v, bare_text(a, p, n));
	v->plain = 1;
	return v;
}

/* The `- ` lines of a piece, NULL if it has none. */
static struct p2f_value *
raw_items(struct arena *a, const struct piece *piece)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	struct place place = { piece->block.path, piece->block.line, 1 };
	struct arena_list items = { 0 };
	size_t n, i;

	for (; p < end; p += n, place.line++) {
		n = line_length(p, end);
		i = line_indentation(p, n);
		if (i + 1 >= n || p[i] != '-' || !ascii_is_blank(p[i + 1]))
			continue;
		place.column = (unsigned)i + 3;
		arena_list_add(a, &items,
		    new_text(a, p + i + 1, n - i - 1, place));
	}
	place = (struct place){ piece->block.path, piece->block.line, 1 };
	return items.count == 0 ? NULL : new_list(a, place, &items);
}

/* `[a, @b]`, and `[a, b` that is never closed; not `[a] b`. */
static bool
is_flow_list(const char *text)
{
	const char *close = strchr(text, ']');

	return text[0] == '[' && (close == NULL ?
	    strchr(text, ',') != NULL : close[1] == '\0');
}

static struct p2f_value *
flow_items(struct arena *a, const struct p2f_value *v)
{
	const struct place place = value_place(NULL, v);
	struct arena_list items = { 0 };
	struct p2f_value *item;
	const char *p = v->text + 1;
	size_t n;

	for (; *p != '\0'; p += n + (p[n] != '\0')) {
		n = strcspn(p, ",]");
		item = new_text(a, p, n, place);
		if (item->kind == P2F_TEXT)
			arena_list_add(a, &items, item);
	}
	return new_list(a, place, &items);
}

/* Length of the first line and the lines that continue it. */
static size_t
value_length(size_t margin, const char *p, const char *end)
{
	const char *start = p;
	size_t n;

	do {
		n = line_length(p, end);
		p += n;
		n = p < end ? line_length(p, end) : 0;
	} while (n > 0 && (line_indentation(p, n) > margin ||
	    line_is_blank(p, n)));
	return (size_t)(p - start);
}

/* Where the value of a piece begins, in bytes, or its first line ends. */
static size_t
value_start(const struct piece *piece, size_t first)
{
	const char *p = piece->block.text;
	size_t from = line_indentation(p, first) + piece->key_length + 1;

	return from + line_indentation(p + from, first - from);
}

bool
raw_is_block(const struct piece *piece)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	const char *line_end = p + line_length(p, end);

	p += value_start(piece, (size_t)(line_end - p));
	if (p == line_end || (*p != '|' && *p != '>'))
		return false;
	do
		p++;
	while (p < line_end && (*p == '-' || *p == '+' ||
	    ascii_is_digit(*p)));
	p += line_indentation(p, (size_t)(line_end - p));
	return p == line_end || *p == '\n' || *p == '#';
}

struct p2f_value *
raw_value(struct arena *a, const struct piece *piece)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	size_t first = line_length(p, end);
	size_t from = value_start(piece, first);
	const struct place place = { NULL, piece->block.line,
	    1 + (unsigned)text_count(p, from) };
	struct p2f_value *items = raw_items(a, piece), *v;

	if (items != NULL && line_is_blank(p + from, first - from))
		return items;
	p += from;
	if (raw_is_block(piece))
		return new_text(a, piece->block.text + first,
		    piece->block.length - first, place);
	v = new_text(a, p, value_length(piece->margin, p, end), place);
	return v->kind == P2F_TEXT && is_flow_list(v->text) ?
	    flow_items(a, v) : v;
}

const char *
raw_key(struct arena *a, const struct piece *piece)
{
	const char *key = bare_text(a, piece->block.text + line_indentation(
	    piece->block.text, piece->block.length), piece->key_length);

	return key == NULL ? "" : key;
}
