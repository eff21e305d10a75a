/*
 * Front matter is read from its text, and the texts of the tree are parts of
 * one copy of it: a byte behind each of them is none of another one, and so
 * can end it.
 */
#include <limits.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/text.h"
#include "front/plain_yaml.h"

/* More keys than any post has; twins are looked for among all of them. */
#define MAX_KEYS 64
/* libyaml takes keys of up to 1024 characters. */
#define KEY_LENGTH_MAX 1000

/* Bytes that are looked through at once. */
#define STEP 16

struct scanner {
	struct arena	*arena;
	const char	*text;		/* of the block */
	char		*copy;
	const char	*next, *end;	/* what has not been read */
	const char	*line;		/* the current one ... */
	const char	*line_end;	/* ... without its line feed */
	unsigned	 number;
	bool		 is_ascii;	/* characters are bytes */
	bool		 has_sharps;	/* and so may have comments */
	const char	*counted;	/* else columns are counted up to */
	unsigned	 column;
	struct p2f_value **entries;	/* room for MAX_KEYS */
	size_t		 count;
	unsigned long long key_marks;	/* of keys that there are */
};

/* What a character can be, or'ed. */
enum {
	WORD = 1 << 0,		/* a letter, a digit, or a line below */
	KEY = 1 << 1,		/* part of a plain key */
	FIRST = 1 << 2,		/* can begin no plain scalar, or one that only
				   YAML knows to read */
	FLOW = 1 << 3		/* is more than a word in a list in brackets */
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

/*
 * Bytes that need a look: controls, and with what begin the characters of
 * Unicode that YAML takes for line breaks or for nothing.
 */
static const bool suspects[UCHAR_MAX + 1] = {
	true, true, true, true, true, true, true, true, true, true,
	['\n'] = false, ['\v'] = true, ['\f'] = true, ['\r'] = true,
	[0x0e] = true, true, true, true, true, true, true, true, true, true,
	true, true, true, true, true, true, true, true,
	[0x7f] = true, [0xc2] = true, [0xe2] = true, [0xe3] = true,
	[0xef] = true
};

/* What indents a line, and is no blank to YAML. */
static bool
is_wide_indentation(const struct scanner *s, const char *p)
{
	return memcmp(p, *p == '\xc2' ? "\xc2\xa0" : "\xe3\x80\x80",
	    *p == '\xc2' ? 2 : 3) == 0 &&
	    (p == s->text || p[-1] == '\n' || p[-1] == ' ');
}

/* Whether a suspect is one.  Tabs have rules of their own. */
static bool
is_doubtful(const struct scanner *s, const char *p)
{
	const char *end = s->end;
	unsigned char c = (unsigned char)*p;

	if (c < 0x80)
		return true;
	if (c == 0xe3)
		return is_wide_indentation(s, p);
	if (c == 0xc2)
		return (unsigned char)p[1] < 0xa0 ||
		    is_wide_indentation(s, p);
	return end - p < 3 || memcmp(p, "\xe2\x80\xa8", 3) == 0 ||
	    memcmp(p, "\xe2\x80\xa9", 3) == 0 ||
	    memcmp(p, "\xef\xbb\xbf", 3) == 0;
}

#ifdef __SSE2__

static inline bool
is_plain_step(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	/* Signed: what is not ASCII is less than a blank, too. */
	__m128i bad = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f)),
	    _mm_andnot_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\n')),
	    _mm_cmplt_epi8(v, _mm_set1_epi8(' '))));

	return _mm_movemask_epi8(bad) == 0;
}

/* Step over what is plain, as far as it can be told at once. */
static const char *
skip_plain(const struct scanner *s, const char *p)
{
	while (s->end - p >= STEP && is_plain_step(p))
		p += STEP;
	/* The rest is looked at with what is before it. */
	return s->end - p < STEP && s->end - s->text >= STEP &&
	    is_plain_step(s->end - STEP) ? s->end : p;
}

#else

static const char *
skip_plain(const struct scanner *s, const char *p)
{
	(void)s;
	return p;
}

#endif

/* False: there is a doubtful character. */
static bool
check_characters(struct scanner *s)
{
	const char *p = s->text, *stop;
	unsigned char all = 0;

	while ((p = skip_plain(s, p)) < s->end) {
		stop = s->end - p < STEP ? s->end : p + STEP;
		for (; p < stop; p++) {
			if (suspects[(unsigned char)*p] &&
			    is_doubtful(s, p))
				return false;
			all |= (unsigned char)*p;
		}
	}
	s->is_ascii = all < 0x80;
	return true;
}

static inline const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && *p == ' ')
		p++;
	return p;
}

/* Step to the next line, of which there is one. */
static inline void
step(struct scanner *s)
{
	const char *eol = memchr(s->next, '\n', (size_t)(s->end - s->next));

	s->line = s->counted = s->next;
	s->line_end = eol == NULL ? s->end : eol;
	s->next = eol == NULL ? s->end : eol + 1;
	s->number++;
	s->column = 1;
}

/* Step to the next line that is neither blank nor a comment. */
static inline bool
next_line(struct scanner *s)
{
	const char *p;

	while (s->next < s->end) {
		step(s);
		p = skip_blanks(s->line, s->line_end);
		if (p < s->line_end && *p != '#')
			return true;
	}
	s->line = NULL;
	return false;
}

/* A value that begins at p; in each line, these come from left to right. */
static inline struct p2f_value *
new_value(struct scanner *s, enum p2f_kind kind, const char *p)
{
	struct p2f_value *v = arena_alloc(s->arena, sizeof *v);

	if (s->is_ascii)
		s->column = (unsigned)(p - s->line) + 1;
	else
		for (; s->counted < p; s->counted++)
			s->column += !utf8_is_continuation(*s->counted);
	v->kind = kind;
	v->line = s->number;
	v->column = s->column;
	return v;
}

/* n bytes at p, in the copy. */
static char *
cut(struct scanner *s, const char *p, size_t n)
{
	char *text = s->copy + (p - s->text);

	text[n] = '\0';
	return text;
}

/* The text becomes that of the value; an empty one is none. */
static void
set_text(struct scanner *s, struct p2f_value *v, const char *p, size_t n)
{
	if (n == 0)
		v->kind = P2F_NULL;
	else
		v->text = cut(s, p, n);
}

/* Whether nothing more stands in the line, or a comment behind a blank. */
static bool
is_rest_of_line(const struct scanner *s, const char *p)
{
	const char *q = skip_blanks(p, s->line_end);

	return q == s->line_end || (*q == '#' && q > p);
}

/* The comment behind p; NULL: there is none. */
static inline const char *
comment_behind(struct scanner *s, const char *p)
{
	p = skip_blanks(p, s->line_end);
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

/* The same of a text without quotes, which is not empty. */
static inline void
set_plain(struct scanner *s, struct p2f_value *v, const char *p, size_t n)
{
	v->plain = 1;
	if (is_null_word(p, n))
		v->kind = P2F_NULL;
	else
		v->text = cut(s, p, n);
}

/* Where a plain scalar ends, at a comment or the line's end; NULL: doubt. */
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
	v = new_value(s, P2F_TEXT, p);
	v->comment = comment_behind(s, end);
	set_plain(s, v, p, (size_t)(end - p));
	return v;
}

/* The text of a value in single quotes, in which two stand for one. */
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

/* Where the quotes that begin at p are closed; NULL: it is in doubt. */
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
	v = new_value(s, P2F_TEXT, p);
	set_quoted(s, v, p + 1, close);
	*after = close + 1;
	return v;
}

/*
 * The part of a long scalar that stands in the current line, from p on.  Adds
 * it at *out, and returns where it is closed, or NULL: in a later line.  In
 * the latter case blanks at its end do not count.
 */
static const char *
add_quoted_part(const struct scanner *s, const char *p, char quote,
    char **out)
{
	char *start = *out;

	for (; p < s->line_end; p++) {
		if (*p == quote && (quote == '"' || p + 1 == s->line_end ||
		    p[1] != quote))
			return p;
		*(*out)++ = *p;
		if (*p == quote)
			p++;
	}
	while (*out > start && (*out)[-1] == ' ')
		--*out;
	return NULL;
}

/*
 * Step to the next line of a long scalar, and add what stands for the break:
 * a blank, or a line feed for each blank line between.  NULL: in doubt.
 */
static const char *
add_break(struct scanner *s, char **out)
{
	const char *p;
	bool is_first;

	for (is_first = true; s->next < s->end; is_first = false) {
		step(s);
		p = skip_blanks(s->line, s->line_end);
		if (p < s->line_end) {
			if (is_first)
				*(*out)++ = ' ';
			/* These end a document, but for what is behind. */
			return *s->line == '-' || *s->line == '.' ? NULL : p;
		}
		*(*out)++ = '\n';
	}
	return NULL;
}

/* A scalar in quotes that goes on in the lines below. */
static struct p2f_value *
read_long_quoted(struct scanner *s, const char *p, const char **after)
{
	struct p2f_value *v = new_value(s, P2F_TEXT, p);
	const char quote = *p++, *close;
	char *text = s->copy + (p - s->text), *out = text;

	while ((close = add_quoted_part(s, p, quote, &out)) == NULL) {
		p = add_break(s, &out);
		if (p == NULL)
			return NULL;
	}
	*out = '\0';
	/* Escapes are for libyaml. */
	if (quote == '"' && strchr(text, '\\') != NULL)
		return NULL;
	v->text = text;
	*after = close + 1;
	return v;
}

/* A scalar that the rest of the line consists of. */
static inline struct p2f_value *
read_scalar(struct scanner *s, const char *p, bool in_list)
{
	struct p2f_value *v;
	const char *after;

	if (*p != '"' && *p != '\'')
		return read_plain(s, p);
	v = read_quoted(s, p, &after);
	if (v == NULL && !in_list)
		v = read_long_quoted(s, p, &after);
	return v != NULL && is_rest_of_line(s, after) ? v : NULL;
}

/* Add the lines of a block, joined by a character; NULL: in doubt. */
static char *
add_lines(struct scanner *s, char *out, char joint)
{
	const char *start = out, *p, *eol;
	size_t indent = 0, n;

	for (; s->next < s->end; s->next = eol + 1, s->number++) {
		p = skip_blanks(s->next, s->end);
		n = (size_t)(p - s->next);
		eol = text_find(p, s->end, '\n');
		if (eol == NULL || (p == eol && n > 0))
			return NULL;
		if (n == 0 || n < indent)
			break;
		if (indent == 0)
			indent = n;
		if (n > indent && joint == ' ')
			return NULL;
		if (out > start)
			*out++ = joint;
		p = s->next + indent;
		memcpy(out, p, (size_t)(eol - p));
		out += eol - p;
	}
	return out;
}

/* `>`, `|`, `>-` or `|-`, and the lines below, of which none is blank. */
static struct p2f_value *
read_block(struct scanner *s, const char *p)
{
	struct p2f_value *v = new_value(s, P2F_TEXT, p);
	char *text = s->copy + (s->next - s->text), *out;
	const char *rest = p + 1;
	bool is_cut = rest < s->line_end && *rest == '-';

	if (skip_blanks(rest + is_cut, s->line_end) != s->line_end)
		return NULL;
	out = add_lines(s, text, *p == '>' ? ' ' : '\n');
	if (out == NULL || out == text)
		return NULL;
	if (!is_cut)
		*out++ = '\n';
	*out = '\0';
	/* Behind blank lines it may go on. */
	for (p = s->next; p < s->end && *p == '\n'; p++)
		continue;
	if (p < s->end && *p == ' ')
		return NULL;
	v->text = text;
	return v;
}

/* A word or more in brackets, up to a comma or bracket. */
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
	v = new_value(s, P2F_TEXT, p);
	set_plain(s, v, p, (size_t)(end - p));
	*after = q;
	return v;
}

/* `[a, "b"]`, with nothing but a comment behind it. */
static struct p2f_value *
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
static struct p2f_value *
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
static struct p2f_value *
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
static struct p2f_value *
read_value(struct scanner *s, const char *colon)
{
	const char *p = skip_blanks(colon + 1, s->line_end);
	struct p2f_value *v;

	if (p == s->line_end || *p == '#')
		return read_below(s, colon);
	if (*p == '[')
		v = read_flow_list(s, p);
	else if (*p == '>' || *p == '|')
		v = read_block(s, p);
	else
		v = read_scalar(s, p, false);
	next_line(s);
	return v;
}

/* The colon behind the key that a line begins with; NULL: in doubt. */
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
 * The same bit for keys that are the same; letters as if they were small, and
 * all bits for one of the few with a sign at an end, which does not count.
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

/* At a glance; only a sign can stand before the first letter. */
static inline bool
may_be_equal(const char *a, const char *b)
{
	return ((*a ^ *b) & ~0x20) == 0 || is_sign(*a) || is_sign(*b);
}

/* Whether there is such a key; what it shares a mark with has to be seen. */
static bool
has_twin(struct scanner *s, const char *key, size_t length)
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

/* `key: value`; false: in doubt. */
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
	if (has_twin(s, key, length))
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

	if (!check_characters(&s) || !next_line(&s))
		return NULL;
	s.copy = arena_strndup(a, block->text, block->length);
	map = new_value(&s, P2F_MAP, s.line);
	while (s.line != NULL)
		if (!read_entry(&s))
			return NULL;
	map->items = list_entries(&s);
	return map;
}
