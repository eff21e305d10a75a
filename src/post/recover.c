#include <string.h>

#include "base/text.h"
#include "post/json.h"
#include "post/recover.h"

struct recovery {
	struct arena		*arena;
	const struct block	*block;
	struct diag		*diag;
	size_t			 margin;	/* indentation of the keys */
	struct arena_list	 entries;
	unsigned		 mended;
};

/* A key line and the lines that belong to it. */
struct piece {
	struct block	 block;
	size_t		 key_length;	/* without indentation and colon */
};

static size_t
line_length(const char *p, const char *end)
{
	const char *eol = memchr(p, '\n', (size_t)(end - p));

	return eol == NULL ? (size_t)(end - p) : (size_t)(eol - p + 1);
}

static size_t
indentation(const char *p, size_t n)
{
	size_t i = 0;

	while (i < n && ascii_is_blank(p[i]))
		i++;
	return i;
}

static bool
is_blank_line(const char *p, size_t n)
{
	size_t i = indentation(p, n);

	return i == n || p[i] == '\n';
}

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

/*
 * Length of the key that a line begins with (behind its indentation), 0 when
 * it begins with none.  A key is what stands before the first colon with a
 * blank behind it; one word will do without the blank, as in `title:x`.
 */
static size_t
key_length(const char *p, size_t n)
{
	bool is_word = true;
	size_t i;

	if (n == 0 || strchr("#-[]{}&*!|>%@`,?", p[0]) != NULL)
		return 0;
	for (i = 0; i < n && p[i] != '\n'; i++) {
		if (p[i] == ':' && (i + 1 == n || ascii_is_space(p[i + 1])))
			return i;
		if (p[i] == ':' && is_word && i + 1 < n && p[i + 1] != '/')
			return i;
		is_word = is_word && is_word_char(p[i]);
	}
	return 0;
}

static size_t
find_margin(const struct block *block)
{
	const char *p = block->text, *end = p + block->length;
	size_t n, indent;

	for (; p < end; p += n) {
		n = line_length(p, end);
		indent = indentation(p, n);
		if (!is_blank_line(p, n) && p[indent] != '#')
			return indent;
	}
	return 0;
}

static bool
begins_piece(const struct recovery *r, const char *p, size_t n, size_t *key)
{
	size_t indent = indentation(p, n);

	*key = indent > r->margin ? 0 : key_length(p + indent, n - indent);
	return *key > 0;
}

/* Cut the next piece off; *p and *line are moved behind it. */
static bool
next_piece(const struct recovery *r, const char **p, unsigned *line,
    struct piece *piece)
{
	const char *end = r->block->text + r->block->length;
	size_t n, key;
	bool found = false;

	for (; *p < end; *p += n, ++*line) {
		n = line_length(*p, end);
		if (begins_piece(r, *p, n, &key)) {
			if (found)
				return true;
			found = true;
			piece->block = (struct block){ r->block->path, *p, 0,
			    *line };
			piece->key_length = key;
		}
		if (found)
			piece->block.length += n;
	}
	return found;
}

/*
 * Text without blanks at its ends and one pair of quotes around it.  What
 * JavaScript reads in double quotes, such as "\ud83d\ude00", is read so.
 */
static const char *
bare_text(struct arena *a, const char *p, size_t n)
{
	const char *text = text_trim(a, arena_strndup(a, p, n)), *decoded;
	size_t length = text == NULL ? 0 : strlen(text);

	if (length < 2 || (text[0] != '"' && text[0] != '\'') ||
	    text[length - 1] != text[0])
		return text;
	decoded = text[0] == '"' ? json_decode(a, text, length) : NULL;
	return text_trim(a, decoded != NULL ? decoded :
	    arena_strndup(a, text + 1, length - 2));
}

static struct p2f_value *
new_list(struct recovery *r, struct place place,
    const struct arena_list *items)
{
	struct p2f_value *list = arena_alloc(r->arena, sizeof *list);

	list->kind = P2F_LIST;
	list->line = place.line;
	list->column = place.column;
	list->items = arena_list_items(items);
	return list;
}

static struct p2f_value *
new_text(struct recovery *r, const char *p, size_t n, struct place place)
{
	struct p2f_value *v = arena_alloc(r->arena, sizeof *v);

	v->text = bare_text(r->arena, p, n);
	v->kind = v->text == NULL ? P2F_NULL : P2F_TEXT;
	v->plain = 1;
	v->line = place.line;
	v->column = place.column;
	return v;
}

/* The `- ` lines of a piece, NULL when it has none. */
static struct p2f_value *
raw_items(struct recovery *r, const struct piece *piece)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	struct place place = { piece->block.path, piece->block.line, 1 };
	struct arena_list items = { 0 };
	size_t n, i;

	for (; p < end; p += n, place.line++) {
		n = line_length(p, end);
		i = indentation(p, n);
		if (i + 1 >= n || p[i] != '-' || !ascii_is_blank(p[i + 1]))
			continue;
		place.column = (unsigned)i + 3;
		arena_list_add(r->arena, &items,
		    new_text(r, p + i + 1, n - i - 1, place));
	}
	place = (struct place){ piece->block.path, piece->block.line, 1 };
	return items.count == 0 ? NULL : new_list(r, place, &items);
}

/* `[a, @b]`, and `[a, b` that was never closed; not `[a] b`. */
static bool
is_flow_list(const char *text)
{
	const char *close = strchr(text, ']');

	return text[0] == '[' && (close == NULL ?
	    strchr(text, ',') != NULL : close[1] == '\0');
}

static struct p2f_value *
flow_items(struct recovery *r, const struct p2f_value *v)
{
	const struct place place = { NULL, v->line, v->column };
	struct arena_list items = { 0 };
	struct p2f_value *item;
	const char *p = v->text + 1;
	size_t n;

	for (; *p != '\0'; p += n + (p[n] != '\0')) {
		n = strcspn(p, ",]");
		item = new_text(r, p, n, place);
		if (item->kind == P2F_TEXT)
			arena_list_add(r->arena, &items, item);
	}
	return new_list(r, place, &items);
}

/* Length of the first line and of the ones that it goes on in. */
static size_t
value_length(const struct recovery *r, const char *p, const char *end)
{
	const char *start = p;
	size_t n;

	do {
		n = line_length(p, end);
		p += n;
		n = p < end ? line_length(p, end) : 0;
	} while (n > 0 && (indentation(p, n) > r->margin ||
	    is_blank_line(p, n)));
	return (size_t)(p - start);
}

/* What stands behind the key, as it was typed. */
static struct p2f_value *
raw_value(struct recovery *r, const struct piece *piece)
{
	const char *p = piece->block.text, *end = p + piece->block.length;
	size_t indent = indentation(p, piece->block.length);
	size_t first = line_length(p, end);
	size_t from = indent + piece->key_length + 1;
	struct place place = { NULL, piece->block.line, 0 };
	struct p2f_value *items = raw_items(r, piece), *v;

	if (items != NULL && is_blank_line(p + from, first - from))
		return items;
	from += indentation(p + from, first - from);
	place.column = 1;
	while (p < piece->block.text + from) {
		utf8_next(&p);
		place.column++;
	}
	v = new_text(r, p, value_length(r, p, end), place);
	return v->kind == P2F_TEXT && is_flow_list(v->text) ?
	    flow_items(r, v) : v;
}

/* libyaml's words, and ours for what the author can do. */
static const char *
hint(const char *problem)
{
	static const struct {
		const char *problem, *hint;
	} hints[] = {
		{ "escape", "in double quotes \\ begins an escape: use "
		    "single quotes, or \\\\" },
		{ "hexdecimal", "in double quotes \\ begins an escape: use "
		    "single quotes, or \\\\" },
		{ "end of stream", "a quote is not closed" },
		{ "',' or ']'", "a bracket is not closed" },
		{ "blank is missing", "write `key: value`" }
	};
	size_t i;

	for (i = 0; i < sizeof hints / sizeof *hints; i++)
		if (strstr(problem, hints[i].problem) != NULL)
			return hints[i].hint;
	return "put the value in quotes";
}

static void
mend(struct recovery *r, const struct piece *piece,
    const struct yaml_problem *problem)
{
	struct place place = { piece->block.path, problem->line,
	    problem->column };
	struct p2f_value *v = raw_value(r, piece);
	const char *key = bare_text(r->arena, piece->block.text +
	    indentation(piece->block.text, piece->block.length),
	    piece->key_length);

	v->key = key == NULL ? "" : key;
	arena_list_add(r->arena, &r->entries, v);
	r->mended++;
	if (v->kind == P2F_TEXT)
		diag_report(r->diag, DIAG_YAML, place,
		    "%s: %s; the text was taken as it stands, %s (%s)",
		    v->key, problem->text, quote(v->text).text,
		    hint(problem->text));
	else
		diag_report(r->diag, DIAG_YAML, place, "%s: %s; %s (%s)",
		    v->key, problem->text, v->kind == P2F_LIST ?
		    "the items were taken as they stand" :
		    "the key was left out", hint(problem->text));
}

static void
read_piece(struct recovery *r, const struct piece *piece)
{
	const struct p2f_value *map;
	struct yaml_problem problem;
	size_t i;

	map = yaml_parse(r->arena, &piece->block, r->diag, &problem);
	if (map == NULL) {
		mend(r, piece, &problem);
		return;
	}
	if (map->kind != P2F_MAP) {
		problem = (struct yaml_problem){ piece->block.line, 1,
		    "a blank is missing behind the colon" };
		mend(r, piece, &problem);
		return;
	}
	for (i = 0; map->items[i] != NULL; i++)
		arena_list_add(r->arena, &r->entries, map->items[i]);
}

const struct p2f_value *
recover(struct arena *a, const struct block *block, struct diag *d,
    const struct yaml_problem *problem)
{
	struct recovery r = { .arena = a, .block = block, .diag = d,
	    .margin = find_margin(block) };
	const char *p = block->text;
	unsigned line = block->line;
	struct p2f_value *map;
	struct piece piece;

	while (next_piece(&r, &p, &line, &piece))
		read_piece(&r, &piece);
	/* Each piece is sound: the error lies between them. */
	if (r.mended == 0)
		diag_report(d, DIAG_YAML, (struct place){ block->path,
		    problem->line, problem->column }, "%s; %s", problem->text,
		    r.entries.count == 0 ? "the front matter was taken as "
		    "part of the body" : "each key was read by itself");
	if (r.entries.count == 0)
		return NULL;
	map = arena_alloc(a, sizeof *map);
	map->kind = P2F_MAP;
	map->line = block->line;
	map->column = 1;
	map->items = value_unique(a, &r.entries, block->path, d);
	return map;
}
