#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "front/plain_yaml.h"

/* More keys than any post has; twins are looked for among all of them. */
#define MAX_KEYS 64
/* libyaml takes keys of up to 1024 characters. */
#define KEY_LENGTH_MAX 1000

/* What can begin no plain scalar, or one that only YAML knows to read. */
#define INDICATORS "-?:,[]{}#&*!|>'\"%@`"

/* What is more than a word in a list in brackets. */
#define FLOW_INDICATORS "?:[]{}#&*!|>%@`"

struct scanner {
	struct arena		*arena;
	const char		*next, *end;	/* what has not been read */
	const char		*line;		/* the current one ... */
	const char		*line_end;	/* ... without its line feed */
	unsigned		 number;
	const char		*counted;	/* columns are counted up to */
	unsigned		 column;
	struct arena_list	 entries;
};

/*
 * Bytes that need a look: controls, and with what begin the characters of
 * Unicode that YAML takes for line breaks or for nothing.
 */
static const bool suspects[UCHAR_MAX + 1] = {
	true, true, true, true, true, true, true, true, true, true,
	['\n'] = false, ['\v'] = true, ['\f'] = true, ['\r'] = true,
	[0x0e] = true, true, true, true, true, true, true, true, true, true,
	true, true, true, true, true, true, true, true,
	[0x7f] = true, [0xc2] = true, [0xe2] = true, [0xef] = true
};

/* Whether a suspect is one.  Tabs have rules of their own. */
static bool
is_doubtful(const char *p, const char *end)
{
	unsigned char c = (unsigned char)*p;

	if (c < 0x80)
		return true;
	if (c == 0xc2)
		return (unsigned char)p[1] < 0xa0;
	return end - p < 3 || memcmp(p, "\xe2\x80\xa8", 3) == 0 ||
	    memcmp(p, "\xe2\x80\xa9", 3) == 0 ||
	    memcmp(p, "\xef\xbb\xbf", 3) == 0;
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && *p == ' ')
		p++;
	return p;
}

/* Step to the next line that is neither blank nor a comment. */
static bool
next_line(struct scanner *s)
{
	const char *eol, *p;

	while (s->next < s->end) {
		eol = memchr(s->next, '\n', (size_t)(s->end - s->next));
		s->line = s->counted = s->next;
		s->line_end = eol == NULL ? s->end : eol;
		s->next = eol == NULL ? s->end : eol + 1;
		s->number++;
		s->column = 1;
		p = skip_blanks(s->line, s->line_end);
		if (p < s->line_end && *p != '#')
			return true;
	}
	s->line = NULL;
	return false;
}

/* A value that begins at p; in each line, these come from left to right. */
static struct p2f_value *
new_value(struct scanner *s, enum p2f_kind kind, const char *p)
{
	struct p2f_value *v = arena_alloc(s->arena, sizeof *v);

	for (; s->counted < p; s->counted++)
		if (((unsigned char)*s->counted & 0xc0) != 0x80)
			s->column++;
	v->kind = kind;
	v->line = s->number;
	v->column = s->column;
	return v;
}

/* The text becomes that of the value; an empty one is none. */
static void
set_text(struct scanner *s, struct p2f_value *v, const char *p, size_t n)
{
	if (n == 0)
		v->kind = P2F_NULL;
	else
		v->text = arena_strndup(s->arena, p, n);
}

/* Whether nothing more stands in the line, or a comment behind a blank. */
static bool
is_rest_of_line(const struct scanner *s, const char *p)
{
	const char *q = skip_blanks(p, s->line_end);

	return q == s->line_end || (*q == '#' && q > p);
}

/* The comment behind p; NULL: there is none. */
static const char *
comment_behind(struct scanner *s, const char *p)
{
	p = skip_blanks(p, s->line_end);
	if (p == s->line_end)
		return NULL;
	return text_trim(s->arena, arena_strndup(s->arena, p,
	    (size_t)(s->line_end - p)));
}

static bool
is_null_word(const char *p, size_t n)
{
	return (n == 1 && *p == '~') || (n == 4 &&
	    (memcmp(p, "null", 4) == 0 || memcmp(p, "Null", 4) == 0 ||
	    memcmp(p, "NULL", 4) == 0));
}

/* Up to the end of the line, or to a comment. */
static const struct p2f_value *
read_plain(struct scanner *s, const char *p, bool in_list)
{
	const char *end = p, *q;
	struct p2f_value *v;

	if (strchr(INDICATORS, *p) != NULL)
		return NULL;
	for (q = p; q < s->line_end && !(*q == '#' && q[-1] == ' '); q++) {
		if (*q == ':' && (q + 1 == s->line_end || q[1] == ' '))
			return NULL;
		if (*q != ' ')
			end = q + 1;
	}
	v = new_value(s, P2F_TEXT, p);
	v->plain = 1;
	v->comment = comment_behind(s, end);
	if (!in_list && is_null_word(p, (size_t)(end - p)))
		v->kind = P2F_NULL;
	else
		set_text(s, v, p, (size_t)(end - p));
	return v;
}

/* The text of a value in single quotes, in which two stand for one. */
static void
set_quoted(struct scanner *s, struct p2f_value *v, const char *p,
    const char *end)
{
	char *text, *out;

	set_text(s, v, p, (size_t)(end - p));
	if (v->text == NULL || *end != '\'')
		return;
	text = out = arena_strndup(s->arena, p, (size_t)(end - p));
	for (; p < end; p++) {
		*out++ = *p;
		if (*p == '\'')
			p++;
	}
	*out = '\0';
	v->text = text;
}

/* Where the quotes that begin at p are closed; NULL: it is in doubt. */
static const char *
find_close(const struct scanner *s, const char *p)
{
	const char quote = *p++;

	for (; p < s->line_end; p++) {
		if (*p == '\\' && quote == '"')
			return NULL;
		if (*p != quote)
			continue;
		if (quote == '"' || p + 1 == s->line_end || p[1] != '\'')
			return p;
		p++;
	}
	return NULL;
}

static const struct p2f_value *
read_quoted(struct scanner *s, const char *p, const char **after)
{
	const char *close = find_close(s, p);
	struct p2f_value *v;

	if (close == NULL)
		return NULL;
	v = new_value(s, P2F_TEXT, p);
	set_quoted(s, v, p + 1, close);
	*after = close + 1;
	return v;
}

/* A scalar that the rest of the line consists of. */
static const struct p2f_value *
read_scalar(struct scanner *s, const char *p, bool in_list)
{
	const struct p2f_value *v;
	const char *after;

	if (*p != '"' && *p != '\'')
		return read_plain(s, p, in_list);
	v = read_quoted(s, p, &after);
	return v != NULL && is_rest_of_line(s, after) ? v : NULL;
}

/* A word or more in brackets, up to a comma or bracket. */
static const struct p2f_value *
read_flow_word(struct scanner *s, const char *p, const char **after)
{
	const char *end = p, *q;
	struct p2f_value *v;

	if (*p == '-')
		return NULL;
	for (q = p; q < s->line_end && *q != ',' && *q != ']'; q++) {
		if (strchr(FLOW_INDICATORS, *q) != NULL)
			return NULL;
		if (*q != ' ')
			end = q + 1;
	}
	if (end == p)
		return NULL;
	v = new_value(s, P2F_TEXT, p);
	v->plain = 1;
	set_text(s, v, p, (size_t)(end - p));
	*after = q;
	return v;
}

/* `[a, "b"]`, with nothing but a comment behind it. */
static const struct p2f_value *
read_flow_list(struct scanner *s, const char *p)
{
	struct p2f_value *v = new_value(s, P2F_LIST, p);
	struct arena_list items = { 0 };
	const struct p2f_value *item;

	p = skip_blanks(p + 1, s->line_end);
	while (p < s->line_end && !(*p == ']' && items.count == 0)) {
		item = *p == '"' || *p == '\'' ? read_quoted(s, p, &p) :
		    read_flow_word(s, p, &p);
		if (item == NULL)
			return NULL;
		arena_list_add(s->arena, &items, item);
		p = skip_blanks(p, s->line_end);
		if (p == s->line_end || *p != ',')
			break;
		p = skip_blanks(p + 1, s->line_end);
	}
	if (p == s->line_end || *p != ']' || !is_rest_of_line(s, p + 1))
		return NULL;
	v->items = arena_list_items(&items);
	return v;
}

static bool
is_item(const struct scanner *s, const char *p)
{
	return p + 1 < s->line_end && p[0] == '-' && p[1] == ' ';
}

/* Lines of `- item`, from the current one on, all indented alike. */
static const struct p2f_value *
read_list(struct scanner *s, const char *dash)
{
	const size_t indent = (size_t)(dash - s->line);
	struct p2f_value *v = new_value(s, P2F_LIST, dash);
	struct arena_list items = { 0 };
	const struct p2f_value *item;
	const char *p;

	do {
		p = skip_blanks(dash + 1, s->line_end);
		if (p == s->line_end)
			return NULL;
		item = read_scalar(s, p, true);
		if (item == NULL)
			return NULL;
		arena_list_add(s->arena, &items, item);
		if (!next_line(s))
			break;
		dash = skip_blanks(s->line, s->line_end);
	} while ((size_t)(dash - s->line) == indent && is_item(s, dash));
	v->items = arena_list_items(&items);
	return v;
}

/* What stands on the lines below a key: a list, or nothing. */
static const struct p2f_value *
read_below(struct scanner *s, const char *colon)
{
	struct p2f_value *v = new_value(s, P2F_NULL, colon + 1);
	const char *p;

	v->plain = 1;
	v->comment = comment_behind(s, colon + 1);
	if (!next_line(s))
		return v;
	p = skip_blanks(s->line, s->line_end);
	return is_item(s, p) ? read_list(s, p) : v;
}

/* Read a value, and step to the line behind it. */
static const struct p2f_value *
read_value(struct scanner *s, const char *colon)
{
	const char *p = skip_blanks(colon + 1, s->line_end);
	const struct p2f_value *v;

	if (p == s->line_end || *p == '#')
		return read_below(s, colon);
	v = *p == '[' ? read_flow_list(s, p) : read_scalar(s, p, false);
	next_line(s);
	return v;
}

static bool
is_key_character(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

/* The colon behind the key that a line begins with; NULL: in doubt. */
static const char *
find_colon(const struct scanner *s)
{
	const char *p = s->line;

	if (!ascii_is_alnum(*p) && *p != '_')
		return NULL;
	while (p < s->line_end && is_key_character(*p))
		p++;
	if (p == s->line_end || *p != ':' || p - s->line > KEY_LENGTH_MAX ||
	    (p + 1 < s->line_end && p[1] != ' '))
		return NULL;
	return p;
}

static bool
has_twin(const struct scanner *s, const char *key)
{
	const struct p2f_value *entry;
	size_t i;

	for (i = 0; i < s->entries.count; i++) {
		entry = s->entries.items[i];
		if (strcmp(entry->key, key) == 0)
			return true;
	}
	return false;
}

/* `key: value`; false: in doubt. */
static bool
read_entry(struct scanner *s)
{
	const char *colon = find_colon(s), *key;
	const struct p2f_value *v;

	if (colon == NULL || s->entries.count == MAX_KEYS)
		return false;
	key = arena_strndup(s->arena, s->line, (size_t)(colon - s->line));
	if (has_twin(s, key))
		return false;
	v = read_value(s, colon);
	if (v == NULL)
		return false;
	arena_list_add(s->arena, &s->entries, value_with_key(s->arena, key,
	    v));
	return true;
}

const struct p2f_value *
plain_yaml_read(struct arena *a, const struct block *block)
{
	const char *p, *end = block->text + block->length;
	struct scanner s = { .arena = a, .next = block->text, .end = end,
	    .number = block->line - 1 };
	struct p2f_value *map;

	for (p = block->text; p < end; p++)
		if (suspects[(unsigned char)*p] && is_doubtful(p, end))
			return NULL;
	if (!next_line(&s))
		return NULL;
	map = new_value(&s, P2F_MAP, s.line);
	while (s.line != NULL)
		if (!read_entry(&s))
			return NULL;
	map->items = arena_list_items(&s.entries);
	return map;
}
