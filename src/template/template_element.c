/*
 * Tags of MDX: components, and HTML elements in XML syntax, with expressions as
 * values.
 */
#include <string.h>

#include "base/text.h"
#include "html/markup.h"
#include "markdown/markdown.h"
#include "template/template_elements.h"

struct attribute {
	const char	*name, *name_end;	/* of length 0: { ... } */
	const char	*value, *value_end;	/* with quotes or braces;
						   NULL: none */
};

/* ---- where a tag ends ---- */

/* The end of a quoted string, or NULL if a blank line comes first. */
static const char *
quote_end(const char *p, const char *end)
{
	char quote = *p;

	for (p++; p < end && *p != quote; p++)
		if (*p == '\n' && p + 1 < end && p[1] == '\n')
			return NULL;
	return p < end ? p : NULL;
}

/* Skip whitespace and the blockquote markers of lines. */
static const char *
skip_gap(const struct template *t, const char *p, const char *end)
{
	size_t quotes;

	for (; p < end && ascii_is_space(*p); p++) {
		if (*p != '\n')
			continue;
		for (quotes = t->walk.quotes; quotes > 0; quotes--) {
			while (end - p > 1 && ascii_is_blank(p[1]))
				p++;
			p += end - p > 1 && p[1] == '>';
		}
	}
	return p;
}

/* Skip a value in quotes or braces, or a character; NULL: not closed. */
static const char *
skip_part(struct template *t, const char *p)
{
	const char *close;

	if (*p == '{')
		return template_brace_end(t, p);
	if (!ascii_is_quote(*p))
		return p + 1;
	close = quote_end(p, t->walk.end);
	return close == NULL ? NULL : close + 1;
}

/* Whether a gap has a blank line, which ends everything that is open. */
static bool
is_wide(const char *p, const char *end)
{
	p = text_find(p, end, '\n');
	return p != NULL && text_find(p + 1, end, '\n') != NULL;
}

/*
 * Whether a tag was scanned over this quote or brace before, and so has no end:
 * after a tag with an end, the walk continues after it.  Otherwise, each of
 * many unclosed tags could scan all following quotes and braces.
 */
static bool
is_passed_again(struct template *t, const char *p)
{
	size_t i = (size_t)(p - t->walk.start);
	unsigned char bit = (unsigned char)(1 << i % 8);
	bool was_passed;

	if (t->passed == NULL)
		t->passed = arena_alloc(&t->arena, (size_t)(t->walk.end -
		    t->walk.start) / 8 + 1);
	was_passed = t->passed[i / 8] & bit;
	t->passed[i / 8] |= bit;
	return was_passed;
}

/* The end of a tag: after a '>' outside quotes and braces; or NULL. */
static const char *
tag_end(struct template *t, const char *p)
{
	const char *end = t->walk.end, *next;

	for (p++; p < end && *p != '>' && *p != '<'; p = next) {
		next = skip_gap(t, p, end);
		if (is_wide(p, next) || (next == p &&
		    strchr("{\"'", *p) != NULL && is_passed_again(t, p)))
			return NULL;
		if (next == p)
			next = skip_part(t, p);
		if (next == NULL)
			return NULL;
	}
	return p < end && *p == '>' ? p + 1 : NULL;
}

/* ---- attributes ---- */

static bool
is_name_end(char c)
{
	return ascii_is_space(c) || strchr("={}/\"'<>", c) != NULL;
}

/* Read the attribute at *p, and advance past it. */
static bool
next_attribute(struct template *t, const char **p, const char *end,
    struct attribute *a)
{
	const char *q = *p, *gap;

	for (q = skip_gap(t, q, end); q < end && *q != '{' &&
	    is_name_end(*q); q = skip_gap(t, q + 1, end))
		continue;
	*a = (struct attribute){ q, q, NULL, NULL };
	if (q == end)
		return false;
	while (q < end && !is_name_end(*q))
		q++;
	a->name_end = q;
	gap = skip_gap(t, q, end);
	if (q == a->name || (gap < end && *gap == '=')) {
		q = q == a->name ? q : skip_gap(t, gap + 1, end);
		a->value = q;
		if (q < end && strchr("{\"'", *q) != NULL)
			q = skip_part(t, q);
		else
			q = text_skip_word(q, end);
		a->value_end = q;
	}
	*p = q;
	return q != NULL && q <= end;
}

/* The value of an attribute, or NULL if there is none or it is unknown. */
static const char *
attribute_text(struct template *t, const struct attribute *a)
{
	const char *p = a->value, *end = a->value_end, *text;

	if (p == NULL)
		return NULL;
	if (*p != '{') {
		p += ascii_is_quote(*p);
		return arena_strndup(&t->arena, p, (size_t)(end - p) -
		    (p > a->value));
	}
	text = template_literal(t, p + 1, end - 1);
	return text != NULL ? text : template_file(t, p + 1, end - 1);
}

static bool
has_name(const struct attribute *a, const char *name)
{
	return text_span_is(a->name, (size_t)(a->name_end - a->name), name);
}

/* The end of the name of a tag. */
static const char *
name_end(const char *p, const char *end)
{
	return text_word_end(p, end, "-._");
}

/* ---- elements ---- */

/* Put a value as typed, on one line. */
static void
put_typed(struct template *t, const char *p, const char *end)
{
	const char *next;

	for (; p < end; p = next) {
		next = skip_gap(t, p, end);
		if (next > p && text_find(p, next, '\n') != NULL)
			buf_putc(t->out, ' ');
		else
			buf_add(t->out, p, (size_t)((next += next == p) -
			    p));
	}
}

/* Without its value, such an attribute, and usually its element, is useless. */
static bool
is_missed(const struct attribute *a)
{
	return has_name(a, "src") || has_name(a, "href") ||
	    has_name(a, "poster") || has_name(a, "alt");
}

/* Any others are style properties, names and code. */
static void
put_attribute(struct template *t, const struct attribute *a)
{
	const char *p = a->value, *end = a->value_end;
	const char *text = attribute_text(t, a);

	if (p != NULL && *p == '{' && text == NULL &&
	    !template_literal_is(p + 1, end - 1, "true")) {
		if (is_missed(a))
			template_count(t, p, template_expression_name(t, p,
			    end));
		return;
	}
	buf_putc(t->out, ' ');
	buf_add_span(t->out, a->name, a->name_end);
	if (p == NULL || (*p == '{' && text == NULL))
		return;
	buf_putc(t->out, '=');
	if (*p != '{') {
		put_typed(t, p, end);
		return;
	}
	buf_putc(t->out, '"');
	template_put_text(t, text);
	buf_putc(t->out, '"');
}

static void
put_start(struct template *t, const char *p, const char *end)
{
	const char *name = p + 1, *name_stop = name_end(name, end);
	size_t n = (size_t)(name_stop - name);
	bool is_void = markup_element_class(name, n) & MARKUP_VOID;
	struct attribute a;

	buf_add(t->out, p, n + 1);
	for (p = name_stop; next_attribute(t, &p, end - 1, &a); )
		put_attribute(t, &a);
	if (end[-2] == '/' && is_void)
		buf_puts(t->out, end[-3] == ' ' ? " /" : "/");
	buf_putc(t->out, '>');
	if (end[-2] == '/' && !is_void) {
		buf_puts(t->out, "</");
		buf_add(t->out, name, n);
		buf_putc(t->out, '>');
	}
}

/* Whether Markdown would begin an HTML block at a line with that tag (4.6). */
static bool
begins_block(const struct template *t, const char *p, const char *tag_end)
{
	return walk_begins_block(p, t->walk.end) || walk_is_blank(tag_end,
	    walk_line_end(tag_end, t->walk.end));
}

/* At the beginning of a line, an element may contain Markdown, too. */
static void
put_mark(struct template *t, const char *p, const char *end)
{
	if (t->out->length != t->line_start +
	    (size_t)(t->walk.text - t->walk.line))
		return;
	if (t->begins_paragraph && begins_block(t, p, end))
		t->is_bare = true;
	if (t->is_bare)
		buf_putc(t->out, MARKDOWN_BARE);
}

static void
put_element(struct template *t, const char *p, const char *end)
{
	put_mark(t, p, end);
	if (p[1] != '/') {
		put_start(t, p, end);
		return;
	}
	buf_add_span(t->out, p, name_end(p + 2, end));
	buf_putc(t->out, '>');
}

void
template_element_code(struct template *t, const char *p, const char *end)
{
	const char *close = tag_end(t, p), *text;
	bool is_raw;

	if (close == NULL || close > end) {
		buf_add_span(t->out, p, end);
		return;
	}
	is_raw = markup_element_class(p + 1, (size_t)(name_end(p + 1, end) -
	    p - 1)) & MARKUP_RAW;
	put_start(t, p, close);
	for (p = close; p < end; p++) {
		close = *p == '{' ? template_brace_end(t, p) : NULL;
		text = close == NULL || close > end ? NULL :
		    template_literal(t, p + 1, close - 1);
		if (text == NULL) {
			buf_putc(t->out, *p);
			continue;
		}
		if (is_raw)
			buf_puts(t->out, text);
		else
			template_put_code_text(t, text);
		p = close - 1;
	}
}

/* Whether it is an element and not a URL such as <mail:a@example.org>. */
static bool
is_element(const char *name, const char *end)
{
	const char *stop = name_end(name, end);

	return ascii_is_alpha(*name) && stop < end &&
	    (ascii_is_space(*stop) || *stop == '/' || *stop == '>') &&
	    (*stop != '/' || (stop + 1 < end && stop[1] == '>'));
}

/* ---- components ---- */

/* Read those whose values are known. */
static void
read_attributes(struct template *t, struct template_tag *tag)
{
	const char *p = name_end(tag->start + 1, tag->end), *value;
	struct attribute a;

	while (tag->count < TEMPLATE_ARGUMENTS &&
	    next_attribute(t, &p, tag->end - 1, &a)) {
		value = attribute_text(t, &a);
		if (value != NULL)
			tag->arguments[tag->count++] =
			    (struct template_argument){ arena_span(&t->arena,
			    a.name, a.name_end), value, true };
	}
}

/* `<Tabs>`, `<motion.div>` */
static bool
is_component(const char *name, const char *end)
{
	const char *stop = name_end(name, end);

	return (*name >= 'A' && *name <= 'Z') || (ascii_is_alpha(*name) &&
	    text_find(name, stop, '.') != NULL && is_element(name, end));
}

/* Skip what belongs in the head of the page. */
static const char *
skip_head(struct template *t, const char *p)
{
	static const char *const tags[][2] = {
		{ "<head>", "</head>" }, { "<Head>", "</Head>" },
		{ "<svelte:head>", "</svelte:head>" }
	};
	const char *end = t->walk.end;
	size_t i, n = sizeof tags / sizeof *tags;

	for (i = 0; i < n && !text_begins(p, end, tags[i][0]); i++)
		continue;
	if (t->has_open_head || i == n)
		return NULL;
	p = text_search(p, end, tags[i][1]);
	t->has_open_head = p == NULL;
	return p == NULL ? NULL : p + strlen(tags[i][1]);
}

/* Returns where it ends, which may be the end of an element. */
static const char *
run_component(struct template *t, const char *p, const char *end)
{
	struct template_tag tag = { .start = p, .end = end,
	    .is_end = p[1] == '/', .is_single = end[-2] == '/' };
	const char *name = p + 1 + tag.is_end, *next = NULL;

	tag.name = arena_span(&t->arena, name, text_word_end(name, end, ""));
	if (!tag.is_end)
		read_attributes(t, &tag);
	if (!tag.is_end && !tag.is_single)
		next = template_take_code_component(t, &tag);
	if (next == NULL)
		template_run_component(t, &tag);
	return next == NULL ? end : next;
}

const char *
template_take_component(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close = skip_head(t, p), *name = p + 1;

	if (end - p < 2 || close != NULL)
		return close;
	name += *name == '/';
	if (name == end || (*name != '>' && !is_component(name, end) &&
	    !is_element(name, end)))
		return NULL;
	close = tag_end(t, p);
	if (close == NULL)
		return NULL;
	if (*name != '>' && !is_component(name, end)) {
		put_element(t, p, close);
		return close;
	}
	return *name == '>' ? close : run_component(t, p, close);
}
