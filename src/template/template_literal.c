/*
 * The few JavaScript expressions whose value is known without running them.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_elements.h"

enum { HEX_MAX = 6 };

static void
trim(const char **p, const char **end)
{
	*p = text_skip_space(*p, *end);
	*end = text_cut_space(*p, *end);
}

bool
template_literal_is(const char *p, const char *end, const char *word)
{
	trim(&p, &end);
	return text_span_is(p, (size_t)(end - p), word);
}

/* `\u2026`, `\u{1f327}` or `\x2a`, after the letter. */
static const char *
put_code_point(struct buf *out, const char *p, const char *end, size_t digits)
{
	bool has_braces = digits == 4 && p < end && *p == '{';
	unsigned c;

	p += has_braces;
	c = text_take_hex(&p, end, has_braces ? HEX_MAX : digits);
	p += has_braces && p < end && *p == '}';
	/* What feeds cannot contain is left out. */
	if ((c >= ' ' && c < 0xd800) || (c > 0xdfff && c < 0xfffe) ||
	    (c > 0xffff && c <= 0x10ffff) || c == '\n' || c == '\t')
		buf_put_utf8(out, c);
	return p;
}

/* p is after a backslash. */
static const char *
put_escape(struct buf *out, const char *p, const char *end)
{
	switch (*p) {
	case 'n':
		buf_putc(out, '\n');
		return p + 1;
	case 't':
		buf_putc(out, '\t');
		return p + 1;
	case 'x':
		return put_code_point(out, p + 1, end, 2);
	case 'u':
		return put_code_point(out, p + 1, end, 4);
	case '\n': case 'b': case 'f': case 'r': case 'v': case '0':
		return p + 1;
	default:
		buf_putc(out, *p);
		return p + 1;
	}
}

/* Put the string between a pair of quotes, which must be the whole span. */
static bool
put_text(struct buf *out, const char *p, const char *end)
{
	char quote = *p;

	for (p++; p < end && *p != quote; )
		if (*p == '\\' && end - p > 1)
			p = put_escape(out, p + 1, end);
		else if (quote == '`' && *p == '$' && end - p > 1 &&
		    p[1] == '{')
			return false;
		else
			buf_putc(out, *p++);
	return p == end - 1;
}

static bool
is_number(const char *p, const char *end)
{
	size_t digits = 0;

	p += p < end && *p == '-';
	for (; p < end && (ascii_is_digit(*p) || *p == '.'); p++)
		digits += ascii_is_digit(*p);
	return p == end && digits > 0 && digits < 16 && p[-1] != '.';
}

const char *
template_literal(struct template *t, const char *p, const char *end)
{
	struct buf out = { 0 };
	const char *text = NULL;

	trim(&p, &end);
	if (is_number(p, end))
		return arena_span(&t->arena, p, end);
	if (end - p < 2 || strchr("\"'`", *p) == NULL)
		return NULL;
	if (put_text(&out, p, end))
		text = arena_take(&t->arena, &out);
	buf_release(&out);
	return text;
}

/* The string in a call, `name(` "text" `)`, and what follows it, or NULL. */
static const char *
argument(struct template *t, const char *p, const char *end,
    const char *name, const char **rest)
{
	const char *close;

	if (!text_begins(p, end, name))
		return NULL;
	p += strlen(name);
	close = text_find(p, end, ')');
	if (close == NULL)
		return NULL;
	*rest = close + 1;
	return template_literal(t, p, close);
}

/* In Docusaurus, the static folder is copied to the top of the site. */
static const char *
required(struct template *t, const char *path)
{
	const char *inside = text_after(path, "@site/static"), *url;

	if (inside != NULL && *inside == '/')
		return template_site_path(t, inside, false);
	url = template_find_address(t, arena_printf(&t->arena, "{require}%s",
	    path));
	return url != NULL ? url : path;
}

const char *
template_file(struct template *t, const char *p, const char *end)
{
	const char *rest, *text;

	trim(&p, &end);
	text = argument(t, p, end, "useBaseUrl(", &rest);
	if (text != NULL && rest == end)
		return ascii_has_prefix(text, "http") ? text :
		    template_site_path(t, arena_printf(&t->arena, "/%s",
		    text + (*text == '/')), false);
	text = argument(t, p, end, "require(", &rest);
	if (text == NULL || (rest != end &&
	    !template_literal_is(rest, end, ".default") &&
	    !template_literal_is(rest, end, ".src")))
		return NULL;
	return required(t, text);
}
