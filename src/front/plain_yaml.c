/*
 * The front matter is scanned in place, and the strings of the tree are parts
 * of a single copy of it: the byte after each of them belongs to no other, so
 * it can be overwritten by a NUL.
 */
#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "front/plain_yaml_parts.h"

/* More keys than any post has; duplicates are searched for in all of them. */
#define MAX_KEYS 64
/* libyaml accepts keys of up to 1024 characters. */
#define KEY_LENGTH_MAX 1000

/* Character classes, or'ed. */
enum {
	WORD = 1 << 0,		/* a letter, a digit, or an underscore */
	KEY = 1 << 1,		/* part of a plain key */
	FIRST = 1 << 2,		/* cannot begin a plain scalar, or only one
				   that needs a YAML parser */
	FLOW = 1 << 3		/* not part of a plain word in brackets */
};

#define BOTH FIRST | FLOW

static const unsigned char kinds[UCHAR_MAX + 1] = {
	TEXT_DIGITS(WORD | KEY), TEXT_LOWER(WORD | KEY),
	TEXT_UPPER(WORD | KEY), ['_'] = WORD | KEY,
	['.'] = KEY, ['-'] = KEY | FIRST,
	[','] = FIRST, ['\''] = FIRST, ['"'] = FIRST,
	['?'] = BOTH, [':'] = BOTH, ['['] = BOTH, [']'] = BOTH,
	['{'] = BOTH, ['}'] = BOTH, ['#'] = BOTH, ['&'] = BOTH,
	['*'] = BOTH, ['!'] = BOTH, ['|'] = BOTH, ['>'] = BOTH,
	['%'] = BOTH, ['@'] = BOTH, ['`'] = BOTH
};

static inline bool
is(char c, unsigned kind)
{
	return (kinds[(unsigned char)c] & kind) != 0;
}

/* Step to the next line that is neither blank nor a comment. */
static inline bool
next_line(struct scanner *s)
{
	const char *p;

	while (s->next < s->end) {
		scanner_step(s);
		p = scanner_skip_blanks(s->line, s->line_end);
		if (p < s->line_end && *p != '#')
			return true;
	}
	s->line = NULL;
	return false;
}

/* The n bytes at p, terminated, in the copy. */
static char *
cut(struct scanner *s, const char *p, size_t n)
{
	char *text = s->copy + (p - s->text);

	text[n] = '\0';
	return text;
}

/* Set the text of a value; empty text is none. */
static void
set_text(struct scanner *s, struct p2f_value *v, const char *p, size_t n)
{
	if (n == 0)
		v->kind = P2F_NULL;
	else
		v->text = cut(s, p, n);
}

/* Whether the line ends here, or has only a comment after a space. */
static bool
is_rest_of_line(const struct scanner *s, const char *p)
{
	const char *q = scanner_skip_blanks(p, s->line_end);

	return q == s->line_end || (*q == '#' && q > p);
}

/* The comment after p; NULL: there is none. */
static inline const char *
comment_after(struct scanner *s, const char *p)
{
	p = scanner_skip_blanks(p, s->line_end);
	if (p == s->line_end)
		return NULL;
	return text_trim(s->arena, cut(s, p, (size_t)(s->line_end - p)));
}

static inline bool
is_null_word(const char *p, size_t n)
{
	return (n == 1 && *p == '~') || (n == 4 &&
	    (memcmp(p, "null", 4) == 0 || memcmp(p, "Null", 4) == 0 ||
	    memcmp(p, "NULL", 4) == 0));
}

/* The same for unquoted text, which is not empty. */
static inline void
set_plain(struct scanner *s, struct p2f_value *v, const char *p, size_t n)
{
	v->plain = 1;
	if (is_null_word(p, n))
		v->kind = P2F_NULL;
	else
		v->text = cut(s, p, n);
}

/* The end of a plain scalar, at a comment or the line's end; NULL: doubtful. */
static const char *
end_of_plain(const struct scanner *s, const char *p)
{
	const char *end = s->line_end, *q = p;

	while (s->has_sharps &&
	    (q = memchr(q, '#', (size_t)(end - q))) != NULL) {
		if (q[-1] == ' ') {
			end = q;
			break;
		}
		q++;
	}
	for (q = p; (q = memchr(q, ':', (size_t)(end - q))) != NULL; q++)
		if (q + 1 == s->line_end || q[1] == ' ')
			return NULL;
	while (end > p && end[-1] == ' ')
		end--;
	return end;
}

/* Up to the end of the line, or to a comment. */
static struct p2f_value *
read_plain(struct scanner *s, const char *p)
{
	struct p2f_value *v;
	const char *end;

	if (is(*p, FIRST))
		return NULL;
	end = end_of_plain(s, p);
	if (end == NULL)
		return NULL;
	v = scanner_value(s, P2F_TEXT, p);
	v->comment = comment_after(s, end);
	set_plain(s, v, p, (size_t)(end - p));
	return v;
}

/* The text of a value in single quotes, where two stand for one. */
static void
set_quoted(struct scanner *s, struct p2f_value *v, const char *p,
    const char *end)
{
	char *out;

	set_text(s, v, p, (size_t)(end - p));
	if (v->text == NULL || *end != '\'' ||
	    memchr(p, '\'', (size_t)(end - p)) == NULL)
		return;
	for (out = s->copy + (p - s->text); p < end; p++) {
		*out++ = *p;
		if (*p == '\'')
			p++;
	}
	*out = '\0';
}

/* The closing quote for the quote at p; NULL: doubtful. */
static const char *
find_close(const struct scanner *s, const char *p)
{
	const char quote = *p, *q = p + 1;

	while ((q = memchr(q, quote, (size_t)(s->line_end - q))) != NULL) {
		if (quote == '"')
			return memchr(p, '\\', (size_t)(q - p)) == NULL ? q :
			    NULL;
		if (q + 1 == s->line_end || q[1] != '\'')
			return q;
		q += 2;
	}
	return NULL;
}

static struct p2f_value *
read_quoted(struct scanner *s, const char *p, const char **after)
{
	const char *close = find_close(s, p);
	struct p2f_value *v;

	if (close == NULL)
		return NULL;
	v = scanner_value(s, P2F_TEXT, p);
	set_quoted(s, v, p + 1, close);
	*after = close + 1;
	return v;
}

/* A scalar that takes up the rest of the line. */
static inline struct p2f_value *
read_scalar(struct scanner *s, const char *p, bool in_list)
{
	struct p2f_value *v;
	const char *after;

	if (!ascii_is_quote(*p))
		return read_plain(s, p);
	v = read_quoted(s, p, &after);
	if (v == NULL && !in_list)
		v = scanner_read_long(s, p, &after);
	return v != NULL && is_rest_of_line(s, after) ? v : NULL;
}

/* One or more words in brackets, up to a comma or bracket. */
static struct p2f_value *
read_flow_word(struct scanner *s, const char *p, const char **after)
{
	const char *end = p, *q;
	struct p2f_value *v;

	if (*p == '-')
		return NULL;
	for (q = p; q < s->line_end && *q != ',' && *q != ']'; q++) {
		if (is(*q, FLOW))
			return NULL;
		if (*q != ' ')
			end = q + 1;
	}
	if (end == p)
		return NULL;
	v = scanner_value(s, P2F_TEXT, p);
	set_plain(s, v, p, (size_t)(end - p));
	*after = q;
	return v;
}

/* `[a, "b"]`, with nothing after it except a comment. */
static struct p2f_value *
read_flow_list(struct scanner *s, const char *p)
{
	struct p2f_value *v = scanner_value(s, P2F_LIST, p);
	struct arena_list items = { 0 };
	const struct p2f_value *item;

	p = scanner_skip_blanks(p + 1, s->line_end);
	while (p < s->line_end && !(*p == ']' && items.count == 0)) {
		item = ascii_is_quote(*p) ? read_quoted(s, p, &p) :
		    read_flow_word(s, p, &p);
		if (item == NULL)
			return NULL;
		arena_list_add(s->arena, &items, item);
		p = scanner_skip_blanks(p, s->line_end);
		if (p == s->line_end || *p != ',')
			break;
		p = scanner_skip_blanks(p + 1, s->line_end);
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

/* Lines of `- item`, from the current one on, with the same indentation. */
static struct p2f_value *
read_list(struct scanner *s, const char *dash)
{
	const size_t indent = (size_t)(dash - s->line);
	struct p2f_value *v = scanner_value(s, P2F_LIST, dash);
	struct arena_list items = { 0 };
	const struct p2f_value *item;
	const char *p;

	do {
		p = scanner_skip_blanks(dash + 1, s->line_end);
		if (p == s->line_end)
			return NULL;
		item = read_scalar(s, p, true);
		if (item == NULL)
			return NULL;
		arena_list_add(s->arena, &items, item);
		if (!next_line(s))
			break;
		dash = scanner_skip_blanks(s->line, s->line_end);
	} while ((size_t)(dash - s->line) == indent && is_item(s, dash));
	v->items = arena_list_items(&items);
	return v;
}

/* The value on the lines below a key: a list, or nothing. */
static struct p2f_value *
read_below(struct scanner *s, const char *colon)
{
	struct p2f_value *v = scanner_value(s, P2F_NULL, colon + 1);
	const char *p;

	v->plain = 1;
	v->comment = comment_after(s, colon + 1);
	if (!next_line(s))
		return v;
	p = scanner_skip_blanks(s->line, s->line_end);
	return is_item(s, p) ? read_list(s, p) : v;
}

/* Read a value, and step to the line after it. */
static struct p2f_value *
read_value(struct scanner *s, const char *colon)
{
	const char *p = scanner_skip_blanks(colon + 1, s->line_end);
	struct p2f_value *v;

	if (p == s->line_end || *p == '#')
		return read_below(s, colon);
	if (*p == '[')
		v = read_flow_list(s, p);
	else if (*p == '>' || *p == '|')
		v = scanner_read_block(s, p);
	else
		v = read_scalar(s, p, false);
	next_line(s);
	return v;
}

/* The colon after the key that a line begins with; NULL: doubtful. */
static const char *
find_colon(const struct scanner *s)
{
	const char *p = s->line;

	if (!is(*p, WORD))
		return NULL;
	while (p < s->line_end && is(*p, KEY))
		p++;
	if (p == s->line_end || *p != ':' || p - s->line > KEY_LENGTH_MAX ||
	    (p + 1 < s->line_end && p[1] != ' '))
		return NULL;
	return p;
}

static inline bool
is_sign(char c)
{
	return c == '-' || c == '_';
}

/*
 * A bit that is the same for equal keys; letters count as lower case.  All
 * bits for the few keys with a '-' or '_' at an end, which does not count.
 */
static inline unsigned long long
mark_of(const char *key, size_t length)
{
	const char last = key[length - 1];

	if (is_sign(*key) || is_sign(last))
		return ~0ull;
	return 1ull << ((((unsigned char)*key | 0x20u) * 19 +
	    ((unsigned char)last | 0x20u)) % 64);
}

/* A quick check; only '-' and '_' can be before the first letter. */
static inline bool
may_be_equal(const char *a, const char *b)
{
	return ((*a ^ *b) & ~0x20) == 0 || is_sign(*a) || is_sign(*b);
}

/* Whether the key exists; keys with the same mark must be compared. */
static bool
is_duplicate(struct scanner *s, const char *key, size_t length)
{
	const unsigned long long mark = mark_of(key, length);
	size_t i;

	if ((s->key_marks & mark) != 0)
		for (i = 0; i < s->count; i++)
			if (may_be_equal(s->entries[i]->key, key) &&
			    value_key_equal(s->entries[i]->key, key))
				return true;
	s->key_marks |= mark;
	return false;
}

/* `key: value`; false: doubtful. */
static bool
read_entry(struct scanner *s)
{
	const char *colon = find_colon(s), *key;
	struct p2f_value *v;
	size_t length;

	if (colon == NULL || s->count == MAX_KEYS)
		return false;
	length = (size_t)(colon - s->line);
	key = cut(s, s->line, length);
	if (is_duplicate(s, key, length))
		return false;
	v = read_value(s, colon);
	if (v == NULL)
		return false;
	v->key = key;
	s->entries[s->count++] = v;
	return true;
}

/* The entries as the items of a map. */
static const struct p2f_value *const *
list_entries(const struct scanner *s)
{
	const struct p2f_value **items = arena_alloc(s->arena,
	    (s->count + 1) * sizeof *items);
	size_t i;

	for (i = 0; i < s->count; i++)
		items[i] = s->entries[i];
	return items;
}

const struct p2f_value *
plain_yaml_read(struct arena *a, const struct block *block)
{
	struct p2f_value *entries[MAX_KEYS];
	struct scanner s = { .arena = a, .text = block->text,
	    .next = block->text, .end = block->text + block->length,
	    .number = block->line - 1, .entries = entries,
	    .has_sharps = memchr(block->text, '#', block->length) != NULL };
	struct p2f_value *map;

	if (!scanner_check(&s) || !next_line(&s))
		return NULL;
	s.copy = arena_strndup(a, block->text, block->length);
	map = scanner_value(&s, P2F_MAP, s.line);
	while (s.line != NULL)
		if (!read_entry(&s))
			return NULL;
	map->items = list_entries(&s);
	return map;
}
