/*
 * MDX: Markdown with components and JavaScript expressions.  None of it can be
 * run; what is between the tags of a component is text like any other.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_elements.h"

/* Bytes of an expression to show in a message. */
#define EXPRESSION_SHOWN 30

/* Up to the next blank line. */
static const char *
block_end(const char *p, const char *end)
{
	for (p = walk_line_end(p, end); p < end; p = walk_line_end(p, end))
		if (*p == '\n')
			return p;
	return end;
}

/*
 * The end of a JavaScript string that a quote at p begins, or NULL if it is not
 * one.  Apostrophes do not begin strings, and only `...` may span lines.
 */
static const char *
string_end(struct template *t, const char *p, const char *end)
{
	char quote = *p;

	if (p > t->walk.start && (ascii_is_alnum(p[-1]) || p[-1] == '\\'))
		return NULL;
	if (quote == '`')
		end = t->walk.end;
	if (quote == '`' && t->is_open_text)
		return NULL;
	for (p++; p < end && *p != quote; p++)
		if (*p == '\\' && end - p > 1)
			p++;
		else if (*p == '\n' && quote != '`')
			return NULL;
	/* If it is not closed from here on, none is further on. */
	t->is_open_text = t->is_open_text || (p == end && quote == '`');
	return p < end ? p : NULL;
}

/*
 * Match all braces of a paragraph at once, so that none is read twice.  The
 * first one is known not to be code; those in strings do not count.
 */
static void
match_braces(struct template *t, const char *p)
{
	struct template_braces *open = NULL, *this;
	const char *close;

	t->braces_end = block_end(p, t->walk.end);
	t->braces = (struct arena_list){ 0 };
	for (; p < t->braces_end; p++)
		if (*p == '{') {
			this = arena_alloc(&t->arena, sizeof *this);
			*this = (struct template_braces){ p, NULL, open };
			arena_list_add(&t->arena, &t->braces, this);
			open = this;
		} else if (open != NULL && *p == '}') {
			open->end = p + 1;
			open = open->outer;
		} else if (*p == '`' || (open != NULL && ascii_is_quote(*p))) {
			close = string_end(t, p, t->braces_end);
			if (close != NULL && (open != NULL ||
			    close < t->braces_end))
				p = close;
			if (p >= t->braces_end)
				t->braces_end = block_end(p, t->walk.end);
		}
}

static int
compare_start(const void *braces, const void *p)
{
	const char *start = ((const struct template_braces *)braces)->start;

	return (start > (const char *)p) - (start < (const char *)p);
}

const char *
template_brace_end(struct template *t, const char *p)
{
	const struct template_braces *this;

	if (t->braces_end == NULL || p >= t->braces_end)
		match_braces(t, p);
	this = arena_list_find(&t->braces, p, compare_start);
	return this == NULL ? NULL : this->end;
}

/* Whether it is an object, as in `style={{color: "red"}}`. */
static bool
is_object(const char *p, const char *end)
{
	p = text_skip_space(p, end);
	if (p < end && ascii_is_quote(*p))
		p++;
	if (p == end || !ascii_is_alpha(*p))
		return false;
	p = text_word_end(p, end, "-_");
	if (p < end && ascii_is_quote(*p))
		p++;
	p = text_skip_space(p, end);
	return p < end && *p == ':';
}

/* Remove ` name=` from the output; false: that is not what it ends in. */
static bool
drop_attribute_name(struct buf *out)
{
	size_t n = out->length;

	if (n == 0 || out->bytes[n - 1] != '=')
		return false;
	for (n--; n > 0 && (ascii_is_alnum(out->bytes[n - 1]) ||
	    strchr("-_:", out->bytes[n - 1]) != NULL); n--)
		continue;
	if (n == 0 || n + 1 >= out->length ||
	    !ascii_is_space(out->bytes[n - 1]))
		return false;
	out->length = n - 1;
	return true;
}

static const char *
attribute(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;

	if (p == t->walk.start || p[-1] != '=' || (!t->is_mdx &&
	    (p[1] != '{' || !is_object(p + 2, end))))
		return NULL;
	close = template_brace_end(t, p);
	return close != NULL && drop_attribute_name(t->out) ? close : NULL;
}

static bool
is_truncate(const char *p, const char *end)
{
	p = text_skip_space(p, end);
	end = text_cut_space(p, end);
	return text_span_is(p, (size_t)(end - p), "truncate") ||
	    text_span_is(p, (size_t)(end - p), "TRUNCATE");
}

/* In MDX, it may contain blank lines. */
static const char *
comment_close(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;

	if (!t->is_mdx)
		return template_close(p, end, "{/*", "*/}");
	close = t->is_open_comment ? NULL : text_search(p + 3, end, "*/}");
	t->is_open_comment = close == NULL;
	return close;
}

/* A comment `#rain` after a heading is its id, which is read later. */
static void
put_heading_id(struct template *t, const char *p, const char *close)
{
	const char *id = text_skip_space(p, close);
	const char *end = text_cut_space(id, close);

	if (!t->host->keep_ids || *t->walk.text != '#' || end - id < 2 ||
	    *id != '#' || template_name_end(id + 1, end, "_-:.") != end ||
	    walk_blank_rest(close + 3, t->walk.end) == NULL)
		return;
	buf_putc(t->out, '{');
	buf_add_span(t->out, id, end);
	buf_putc(t->out, '}');
}

/* Skip a comment, but keep an excerpt marker: it is searched for later. */
static const char *
comment(struct template *t, const char *p)
{
	const char *close = comment_close(t, p);

	if (close == NULL)
		return NULL;
	if (is_truncate(p + 3, close))
		buf_add_span(t->out, p, close + 3);
	put_heading_id(t, p + 3, close);
	return close + 3;
}

/* Whether it is a comment between spaces, as some formatters write it. */
static bool
is_comment(const char *p, const char *end)
{
	p = text_skip_space(p, end);
	end = text_cut_space(p, end);
	return text_begins(p, end, "/*") &&
	    template_close(p, end, "/*", "*/") == end - 2;
}

/* Put a quoted string or a number, or nothing for what React does not show. */
static bool
put_literal(struct template *t, const char *p, const char *end)
{
	static const char *const nothing[] = {
		"true", "false", "null", "undefined"
	};
	const char *text = template_literal(t, p, end);
	size_t i;

	if (text == NULL) {
		if (is_comment(p, end))
			return true;
		for (i = 0; i < sizeof nothing / sizeof *nothing; i++)
			if (template_literal_is(p, end, nothing[i]))
				return true;
		return false;
	}
	template_put_literal(t, text);
	return true;
}

/* The next blank line, or the end of the fence around p. */
static const char *
first_end(const struct template *t, const char *p)
{
	const struct walk_fence *fence = &t->mdx_fence;
	const char *end = t->walk.end;

	if (fence->length == 0)
		return block_end(p, end);
	do
		p = walk_line_end(p, end);
	while (p < end && *p != '\n' && text_run(p, end, fence->c) <
	    fence->length);
	return p;
}

/* The blank line after a statement, ignoring those inside its brackets. */
static const char *
statement_end(struct template *t, const char *p)
{
	const char *end = t->walk.end, *first = first_end(t, p);
	size_t depth = 0;

	if (t->has_open_export)
		return first;
	for (; p < end; p++) {
		if (*p == '{' || *p == '(' || *p == '[')
			depth++;
		else if ((*p == '}' || *p == ')' || *p == ']') && depth > 0)
			depth--;
		else if (*p == '\n' && depth == 0 && p >= first - 1)
			return p;
	}
	t->has_open_export = depth > 0;
	return depth > 0 ? first : end;
}

/* The end of an expression that is a paragraph, and may have blank lines. */
static const char *
expression_end(struct template *t, const char *p)
{
	const char *end = template_brace_end(t, p);

	if (end != NULL || p != t->walk.text || t->walk.continues)
		return end;
	end = statement_end(t, p);
	/* Do not repeat a failed search. */
	t->has_open_export = t->has_open_export || end[-1] != '}';
	return end[-1] == '}' ? end : NULL;
}

const char *
template_expression_name(struct template *t, const char *p, const char *close)
{
	size_t n = (size_t)(close - p), k;

	for (k = 0; k < n && k < EXPRESSION_SHOWN && p[k] != '\n'; k++)
		continue;
	while (k < n && utf8_is_continuation(p[k]))
		k--;
	return arena_printf(&t->arena, "%.*s%s", (int)k, p,
	    k < n ? "...}" : "");
}

const char *
template_take_jsx(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close;

	if (end - p < 3)
		return NULL;
	if (p[1] == '/' && p[2] == '*')
		return comment(t, p);
	close = attribute(t, p);
	if (close != NULL || !t->is_mdx)
		return close;
	close = expression_end(t, p);
	if (close == NULL)
		return NULL;
	if (!put_literal(t, p + 1, close - 1))
		template_leave(t, p, close, template_expression_name(t, p,
		    close));
	return close;
}

bool
template_take_import(struct template *t)
{
	static const char *const words[] = {
		"import ", "import{", "export const ", "export default ",
		"export function ", "export let ", "export {", "export * ",
		NULL
	};
	const char *p = t->walk.text;

	if (!t->is_mdx || p != t->walk.line || t->walk.continues ||
	    text_after_any(p, t->walk.end, words) == NULL)
		return false;
	template_go_on(t, statement_end(t, p));
	return true;
}

/* ---- fences ---- */

/* Whether only this follows the marks of a fence line. */
static bool
has_info(const struct template *t, const char *p, const char *end,
    const char *info)
{
	p = walk_skip_prefix(p, end) + t->walk.fence.length;
	p = text_skip_blanks(p, end);
	return text_span_is(p, (size_t)(text_cut_space(p, end) - p), info);
}

bool
template_take_mdx_fence(struct template *t, const char *p, const char *end)
{
	struct walk_fence *fence = &t->walk.fence, *open = &t->mdx_fence;

	if (t->in_fence || fence->length == 0 ||
	    !(t->host->dialects & TEMPLATE_DOCUSAURUS))
		return false;
	if (open->length == 0 && has_info(t, p, end, "mdx-code-block"))
		*open = *fence;
	else if (open->length > 0 && fence->length >= open->length &&
	    fence->c == open->c && has_info(t, p, end, ""))
		open->length = 0;
	else
		return false;
	fence->length = 0;
	t->is_bare = false;
	buf_putc(t->out, '\n');
	return true;
}
