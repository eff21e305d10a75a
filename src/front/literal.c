#include <string.h>

#include "base/text.h"
#include "front/literal.h"

/* How many names are searched for one. */
#define NAMES_MAX 64
/* Longest text that is substituted for a name in another, so that these do not
   grow without limit. */
#define NAMED_MAX 256
/* How many maps are substituted for names. */
#define MAPS_MAX 8

struct literal_reader
literal_reader(struct arena *a, const struct block *block, bool is_script)
{
	return (struct literal_reader){ .p = block->text,
	    .is_script = is_script, .arena = a,
	    .mark = { block->text, block->line, 1 } };
}

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '$' ||
	    (unsigned char)c >= 0x80;
}

/* Skip a comment, if there is one. */
static bool
skip_comment(struct literal_reader *r)
{
	const char *end;

	if (r->is_script && text_has_prefix(r->p, "/*")) {
		end = strstr(r->p + 2, "*/");
		r->p = end == NULL ? r->p + strlen(r->p) : end + 2;
		return true;
	}
	if (r->is_script ? !text_has_prefix(r->p, "//") : *r->p != '#')
		return false;
	r->p += strcspn(r->p, "\n");
	return true;
}

void
literal_skip_blanks(struct literal_reader *r)
{
	for (;;) {
		if (ascii_is_blank(*r->p) || *r->p == '\f')
			r->p++;
		else if (!r->is_script && text_has_prefix(r->p, "\\\n"))
			r->p += 2;
		else if (!skip_comment(r))
			return;
	}
}

void
literal_skip_space(struct literal_reader *r)
{
	for (literal_skip_blanks(r); *r->p == '\n'; literal_skip_blanks(r))
		r->p++;
}

/*
 * A slash that begins a regular expression: `/'/`.  After a value it divides,
 * and then it usually has spaces around it.
 */
static bool
skip_pattern(struct literal_reader *r)
{
	const char *p = r->p;
	bool in_class = false;

	if (!r->is_script || *p != '/' || ascii_is_space(p[1]))
		return false;
	for (p++; *p != '\n' && *p != '\0'; p++) {
		if (*p == '/' && !in_class)
			break;
		if (*p == '[' || *p == ']')
			in_class = *p == '[';
		if (*p == '\\' && p[1] != '\n' && p[1] != '\0')
			p++;
	}
	r->p = *p == '/' ? p + 1 : p;
	return true;
}

void
literal_skip_token(struct literal_reader *r)
{
	if (*r->p == '\0' || skip_pattern(r))
		return;
	if (literal_at_string(r)) {
		literal_string(r);
	} else if (is_word_char(*r->p)) {
		while (is_word_char(*r->p))
			r->p++;
	} else {
		r->p++;
	}
}

void
literal_skip_item(struct literal_reader *r)
{
	size_t depth = 0;
	char c;

	for (literal_skip_space(r); (c = *r->p) != '\0';
	    literal_skip_space(r)) {
		if (depth == 0 && strchr(",)]}", c) != NULL)
			return;
		if (strchr("([{", c) != NULL)
			depth++;
		if (strchr(")]}", c) != NULL)
			depth--;
		literal_skip_token(r);
	}
}

struct p2f_value *
literal_value(struct literal_reader *r, enum p2f_kind kind)
{
	return value_at_mark(r->arena, kind, &r->mark, r->p);
}

const char *
literal_word(struct literal_reader *r)
{
	const char *start = r->p;

	if (ascii_is_digit(*start))
		return NULL;
	while (is_word_char(*r->p))
		r->p++;
	return r->p == start ? NULL : arena_span(r->arena, start, r->p);
}

/* The entry with that name in a map; NULL if there is none, or no name. */
static const struct p2f_value *
find_name(const struct p2f_value *map, const char *name)
{
	const struct p2f_value *v;
	size_t i;

	for (i = 0; map != NULL && name != NULL && i < NAMES_MAX; i++) {
		v = map->items[i];
		if (v == NULL || strcmp(v->key, name) == 0)
			return v;
	}
	return NULL;
}

/* After `require`: another file, looked up by its path, "./a". */
static const struct p2f_value *
take_required(struct literal_reader *r)
{
	const char *path;

	if (*r->p != '(')
		return NULL;
	r->p++;
	path = literal_at_string(r) ? literal_string(r) : NULL;
	if (path == NULL || *path != '.' || *r->p != ')')
		return NULL;
	r->p++;
	return r->imports->find(r->imports->data, path);
}

/* What a name stands for, with any members after it. */
static const struct p2f_value *
take_named(struct literal_reader *r)
{
	const char *name = literal_word(r);
	const struct p2f_value *v = find_name(r->names, name);

	if (v == NULL && name != NULL && r->imports != NULL)
		/* `const a = require("./a")` is one of the imports. */
		v = r->depth > 1 && strcmp(name, "require") == 0 ?
		    take_required(r) : r->imports->find(r->imports->data,
		    name);
	while (v != NULL && v->kind == P2F_MAP && *r->p == '.') {
		r->p++;
		v = find_name(v, literal_word(r));
	}
	return v;
}

const struct p2f_value *
literal_named_map(struct literal_reader *r)
{
	const struct p2f_value *v = take_named(r);

	return v != NULL && v->kind == P2F_MAP && r->maps++ < MAPS_MAX ? v :
	    NULL;
}

const struct p2f_value *
literal_named(struct literal_reader *r)
{
	const struct literal_reader start = *r;
	const struct p2f_value *v = take_named(r);

	if (v != NULL && (v->kind == P2F_TEXT || (v->kind == P2F_MAP &&
	    v->file != NULL && r->maps++ < MAPS_MAX)))
		return v;
	*r = start;
	return NULL;
}

/* The letters before a Python string, `r"..."`, `rb'...'`. */
static size_t
prefix_length(const struct literal_reader *r)
{
	size_t n = r->is_script ? 0 : strspn(r->p, "rRuUbBfF");

	return n > 2 ? 0 : n;
}

bool
literal_at_string(const struct literal_reader *r)
{
	char c = r->p[prefix_length(r)];

	return ascii_is_quote(c) || (r->is_script && c == '`');
}

/* Up to `limit` digits in base 8 or 16. */
static unsigned
take_code(const char **p, unsigned base, size_t limit)
{
	static const char digits[] = "0123456789abcdef";
	const char *digit;
	unsigned code = 0;

	for (; limit > 0 && **p != '\0'; limit--, ++*p) {
		digit = strchr(digits, ascii_lower(**p));
		if (digit == NULL || digit >= digits + base)
			break;
		code = code * base + (unsigned)(digit - digits);
	}
	return code;
}

static void
put_code(struct buf *out, unsigned code)
{
	buf_put_utf8(out, utf8_has(code) ? code : 0xfffd);
}

/* After \u: JavaScript uses surrogate pairs beyond U+FFFF. */
static unsigned
take_unit(const char **p)
{
	unsigned high = take_code(p, 16, 4), low;
	const char *next = *p + 2;

	if (high < 0xd800 || high > 0xdbff || !text_has_prefix(*p, "\\u"))
		return high;
	low = take_code(&next, 16, 4);
	if (low < 0xdc00 || low > 0xdfff)
		return high;
	*p = next;
	return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

/* An escape sequence, after its backslash, which only Python may keep. */
static void
take_escape(const char **p, bool is_script, struct buf *out)
{
	static const char names[] = "bfnrtva", codes[] = "\b\f\n\r\t\v\a";
	static const char only_python[] = "aU";
	const char *name;
	char c = *(*p)++;

	if (c == '\n')
		return;
	name = strchr(names, c);
	if (is_script && strchr(only_python, c) != NULL) {
		buf_putc(out, c);
	} else if (name != NULL) {
		buf_putc(out, codes[name - names]);
	} else if (c == 'u' && **p == '{') {
		++*p;
		put_code(out, take_code(p, 16, 6));
		*p += **p == '}';
	} else if (c == 'u') {
		put_code(out, take_unit(p));
	} else if (c == 'x' || c == 'U') {
		put_code(out, take_code(p, 16, c == 'x' ? 2 : 8));
	} else if (c >= '0' && c <= '7') {
		--*p;
		put_code(out, take_code(p, 8, 3));
	} else {
		if (!is_script && strchr("\\'\"", c) == NULL)
			buf_putc(out, '\\');
		buf_putc(out, c);
	}
}

/* How a string is quoted. */
struct quoting {
	size_t	 width;		/* of its quotes: 1 or 3 */
	char	 quote;
	bool	 is_raw, is_template;
};

static struct quoting
take_quotes(struct literal_reader *r)
{
	size_t n = prefix_length(r), i;
	struct quoting q = { .width = 1, .quote = r->p[n] };

	for (i = 0; i < n; i++) {
		q.is_raw = q.is_raw || ascii_lower(r->p[i]) == 'r';
		q.is_template = q.is_template || ascii_lower(r->p[i]) == 'f';
	}
	r->p += n;
	if (!r->is_script && r->p[1] == q.quote && r->p[2] == q.quote)
		q.width = 3;
	r->p += q.width;
	return q;
}

static bool
is_end(const char *p, const struct quoting *q)
{
	return *p == q->quote && (q->width == 1 ||
	    (p[1] == q->quote && p[2] == q->quote));
}

/* Whether there is code in a string here: `${x}`, f"{x}". */
static bool
is_code(const struct literal_reader *r, const struct quoting *q)
{
	return (q->is_template && *r->p == '{') ||
	    (q->quote == '`' && r->p[0] == '$' && r->p[1] == '{');
}

/* `${NAME}`, if the name stands for a short text; false: it is code. */
static bool
put_named(struct literal_reader *r, struct buf *out)
{
	struct literal_reader ahead = *r;
	const struct p2f_value *v;

	if (*r->p != '$' || r->names == NULL)
		return false;
	ahead.p += 2;
	v = literal_named(&ahead);
	if (value_text(v) == NULL || *ahead.p != '}' ||
	    strlen(v->text) > NAMED_MAX)
		return false;
	buf_puts(out, v->text);
	r->p = ahead.p + 1;
	return true;
}

const char *
literal_string(struct literal_reader *r)
{
	struct quoting q = take_quotes(r);
	struct buf out = { 0 };
	bool has_code = false;
	const char *text;

	while (*r->p != '\0' && !is_end(r->p, &q) && (*r->p != '\n' ||
	    q.width == 3 || q.quote == '`')) {
		if (is_code(r, &q)) {
			if (put_named(r, &out))
				continue;
			has_code = true;
		}
		if (*r->p == '\\' && r->p[1] != '\0') {
			r->p++;
			if (q.is_raw) {
				buf_putc(&out, '\\');
				buf_putc(&out, *r->p++);
			} else {
				take_escape(&r->p, r->is_script, &out);
			}
		} else {
			buf_putc(&out, *r->p++);
		}
	}
	if (is_end(r->p, &q))
		r->p += q.width;
	else
		has_code = true;
	text = has_code ? NULL :
	    text_clean_copy(r->arena, out.bytes, out.length, NULL);
	buf_release(&out);
	return text;
}

static size_t
number_length(const char *p)
{
	const char *start = p;

	if (*p == '-' || *p == '+')
		p++;
	if (!ascii_is_digit(*p))
		return 0;
	while (ascii_is_alnum(*p) || *p == '_' || *p == '.')
		p++;
	return (size_t)(p - start);
}

static size_t
constant_length(const char *p)
{
	static const char *const constants[] = { "True", "False", "None",
	    "true", "false", "null", "undefined", NULL };
	size_t n = 0;

	while (is_word_char(p[n]))
		n++;
	return text_span_is_any(p, n, constants) ? n : 0;
}

static bool
is_nothing(const char *text)
{
	static const char *const words[] = { "None", "null", "undefined",
	    NULL };

	return text_is_any(text, words);
}

/* Step to the string that is joined to the last one, if there is one. */
static bool
next_string(struct literal_reader *r, bool over_lines)
{
	struct literal_reader ahead = *r;

	if (over_lines)
		literal_skip_space(&ahead);
	else
		literal_skip_blanks(&ahead);
	if (*ahead.p == '+') {
		ahead.p++;
		literal_skip_space(&ahead);
	} else if (r->is_script) {
		return false;
	}
	if (!literal_at_string(&ahead))
		return false;
	r->p = ahead.p;
	return true;
}

static const char *
joined_strings(struct literal_reader *r, bool over_lines)
{
	struct buf all = { 0 };
	bool has_code = false;
	const char *part;

	do {
		part = literal_string(r);
		has_code = has_code || part == NULL;
		if (part != NULL)
			buf_puts(&all, part);
	} while (next_string(r, over_lines));
	part = arena_take(r->arena, &all);
	return has_code ? NULL : part;
}

const struct p2f_value *
literal_scalar(struct literal_reader *r, bool over_lines)
{
	struct p2f_value *v;
	size_t n;

	if (literal_at_string(r)) {
		v = literal_value(r, P2F_TEXT);
		v->text = joined_strings(r, over_lines);
		if (v->text == NULL)
			return NULL;
	} else {
		n = number_length(r->p);
		if (n == 0)
			n = constant_length(r->p);
		if (n == 0)
			return NULL;
		v = literal_value(r, P2F_TEXT);
		v->plain = 1;
		v->text = arena_strndup(r->arena, r->p, n);
		r->p += n;
	}
	value_set_text(v, v->plain && is_nothing(v->text) ? NULL : v->text);
	return v;
}
