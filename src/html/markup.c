#include "base/text.h"
#include "html/markup.h"
#include "html/markup_parts.h"

/* Anything deeper is treated as foreign. */
#define MARKUP_DEPTH 64

const unsigned char markup_kinds[UCHAR_MAX + 1] = {
	[' '] = SPACE | GAP | NAME_END,
	['\t'] = SPACE | GAP | NAME_END,
	['\n'] = SPACE | GAP | NAME_END,
	['\f'] = SPACE | GAP | NAME_END,
	['\r'] = SPACE | GAP | NAME_END,
	['/'] = GAP | NAME_END,
	['>'] = NAME_END
};

static bool
is_space(char c)
{
	return markup_is_of(c, SPACE);
}

static const char *
after(const char *p, const char *end, char c)
{
	const char *found = text_find(p, end, c);

	return found == NULL ? end : found + 1;
}

static bool
ends_name(char c)
{
	return markup_is_of(c, NAME_END);
}

/* Whether p points to this name as a whole tag name. */
static bool
names(const char *p, const char *end, const char *name, size_t length)
{
	return (size_t)(end - p) > length && ends_name(p[length]) &&
	    ascii_equal_n(p, name, length);
}

static const char *
skip_space(const char *p, const char *end)
{
	while (p < end && is_space(*p))
		p++;
	return p;
}

/* Skip to the next attribute or the end of the tag. */
static const char *
skip_gap(const char *p, const char *end)
{
	while (p < end && markup_is_of(*p, GAP))
		p++;
	return p;
}

static void
scan_value(const char *p, const char *end, struct markup_attribute *attribute)
{
	attribute->value = p;
	if (p < end && ascii_is_quote(*p)) {
		attribute->quote = *p++;
		attribute->value = p;
		p = text_until(p, end, attribute->quote);
		attribute->end = p + (p < end);
	} else {
		while (p < end && !is_space(*p) && *p != '>')
			p++;
		attribute->end = p;
	}
	attribute->value_length = (size_t)(p - attribute->value);
}

/* WHATWG 13.2.5.32 to 39.  A leading '=' is part of the name. */
static void
scan_attribute(const char *p, const char *end,
    struct markup_attribute *attribute)
{
	*attribute = (struct markup_attribute){ .name = p++ };
	while (p < end && !ends_name(*p) && *p != '=')
		p++;
	attribute->name_length = (size_t)(p - attribute->name);
	attribute->end = p;
	p = skip_space(p, end);
	if (p < end && *p == '=')
		scan_value(skip_space(p + 1, end), end, attribute);
}

bool
markup_attribute_next(const struct markup_token *token,
    struct markup_attribute *attribute)
{
	const char *p, *end;

	if (token->attributes == NULL)
		return false;
	p = attribute->end == NULL ? token->attributes : attribute->end;
	end = token->attributes + token->attributes_length;
	p = skip_gap(p, end);
	if (p == end)
		return false;
	scan_attribute(p, end, attribute);
	return true;
}

bool
markup_attribute_find(const struct markup_token *token, const char *name,
    struct markup_attribute *attribute)
{
	*attribute = (struct markup_attribute){ 0 };
	while (markup_attribute_next(token, attribute))
		if (ascii_span_is(attribute->name, attribute->name_length,
		    name))
			return true;
	return false;
}

bool
markup_name_is(const struct markup_token *token, const char *name)
{
	return token->name != NULL &&
	    ascii_span_is(token->name, token->name_length, name);
}

bool
markup_has_name(const struct markup_token *token, const char *name, size_t n)
{
	return token->name != NULL && token->name_length == n &&
	    ascii_equal_n(token->name, name, n);
}

bool
markup_name_is_any(const struct markup_token *token, const char *const *names)
{
	return token->name != NULL &&
	    ascii_span_is_any(token->name, token->name_length, names);
}

bool
markup_is_heading(const struct markup_token *token)
{
	return token->name_length == 2 && ascii_lower(token->name[0]) ==
	    'h' && token->name[1] >= '1' && token->name[1] <= '6';
}

bool
markup_value_is(const struct markup_attribute *attribute, const char *value)
{
	return ascii_span_is(attribute->value, attribute->value_length, value);
}

bool
markup_is_blank(const struct markup_token *token)
{
	const char *end = token->start + token->length;

	return token->kind == MARKUP_TEXT &&
	    text_skip_space(token->start, end) == end;
}

static bool
is_html_at(const struct markup *m, size_t depth)
{
	return depth < MARKUP_DEPTH && m->html >> depth & 1;
}

/* Element names have a different meaning in <svg> and in <math>. */
static bool
is_in_math(const struct markup *m)
{
	return m->depth <= MARKUP_DEPTH && m->math >> (m->depth - 1) & 1;
}

bool
markup_is_foreign(const struct markup *m)
{
	return m->depth > 0 && !is_html_at(m, m->depth - 1);
}

/* WHATWG 13.2.6: the integration points. */
static bool
holds_html(const struct markup_token *token, bool in_math)
{
	static const char *const names[2][6] = {
		{ "desc", "foreignobject", "title" },
		{ "mi", "mn", "mo", "ms", "mtext" }
	};
	struct markup_attribute encoding;
	size_t i;

	for (i = 0; names[in_math][i] != NULL; i++)
		if (markup_name_is(token, names[in_math][i]))
			return true;
	return in_math && markup_name_is(token, "annotation-xml") &&
	    markup_attribute_find(token, "encoding", &encoding) &&
	    (markup_value_is(&encoding, "text/html") ||
	    markup_value_is(&encoding, "application/xhtml+xml"));
}

static void
set_bit(unsigned long long *bits, size_t n, bool on)
{
	unsigned long long bit = 1ULL << n;

	*bits = on ? *bits | bit : *bits & ~bit;
}

static void
push(struct markup *m, const struct markup_token *token, bool is_math)
{
	if (m->depth < MARKUP_DEPTH) {
		set_bit(&m->html, m->depth,
		    !(token->classes & MARKUP_FOREIGN));
		set_bit(&m->math, m->depth, is_math);
		set_bit(&m->svg, m->depth, markup_name_is(token, "svg"));
	}
	m->depth++;
}

/* How a start tag affects the parsing of what follows. */
static void
enter_element(struct markup *m, const struct markup_token *token)
{
	bool is_foreign, is_math;

	if (token->classes & MARKUP_BREAKOUT)
		while (markup_is_foreign(m))
			m->depth--;
	is_foreign = markup_is_foreign(m);
	is_math = is_foreign && !(m->annotation && markup_name_is(token,
	    "svg")) ? is_in_math(m) : markup_name_is(token, "math");
	if (is_math && markup_name_is(token, "annotation-xml"))
		m->annotation = true;
	if (token->classes & MARKUP_FOREIGN && !token->self_closing) {
		push(m, token, is_math);
	} else if (is_foreign && !token->self_closing &&
	    holds_html(token, is_math)) {
		push(m, token, is_math);
	} else if (token->classes & (MARKUP_RAW | MARKUP_RCDATA) &&
	    !is_foreign) {
		m->text_element = token->name;
		m->text_element_length = token->name_length;
		m->text_element_classes = token->classes;
	}
}

/* Close the innermost <svg>, <math> or HTML container, and all inside it. */
static void
pop(struct markup *m, const struct markup_token *token, bool is_html)
{
	bool is_svg = markup_name_is(token, "svg");
	size_t depth = m->depth;

	for (; depth > 0; depth--) {
		if (depth > MARKUP_DEPTH ||
		    (is_html_at(m, depth - 1) == is_html &&
		    (m->svg >> (depth - 1) & 1) == is_svg)) {
			m->depth = depth - 1;
			return;
		}
	}
}

static void
leave_element(struct markup *m, const struct markup_token *token)
{
	if (m->depth == 0)
		return;
	if (markup_name_is(token, "math") ||
	    markup_name_is(token, "annotation-xml"))
		m->annotation = false;
	if (markup_element_class(token->name, token->name_length) &
	    MARKUP_FOREIGN)
		pop(m, token, false);
	else if (!markup_is_foreign(m) && holds_html(token, is_in_math(m)))
		pop(m, token, true);
}

/*
 * Scan a tag, starting at its name.  If the source ends inside a tag, the whole
 * tag vanishes (13.2.5.8, eof-in-tag), which also keeps time linear.
 */
static const char *
scan_tag(struct markup *m, const char *name, struct markup_token *token)
{
	struct markup_attribute attribute;
	const char *p = name, *gap;

	while (p < m->end && !ends_name(*p))
		p++;
	token->name = name;
	token->name_length = (size_t)(p - name);
	token->attributes = p;
	for (;;) {
		gap = p;
		p = skip_gap(p, m->end);
		if (p == m->end || *p == '>')
			break;
		scan_attribute(p, m->end, &attribute);
		p = attribute.end;
	}
	if (p == m->end) {
		*token = (struct markup_token){ .kind = MARKUP_OTHER,
		    .start = token->start, .open = true };
		return p;
	}
	token->attributes_length = (size_t)(p - token->attributes);
	token->self_closing = p > gap && p[-1] == '/';
	return p + 1;
}

/* WHATWG 13.2.5.43 to 52.  An unclosed one extends to the end. */
static const char *
scan_comment(const char *p, const char *end, struct markup_token *token)
{
	token->kind = MARKUP_COMMENT;
	if (ascii_begins(p, end, ">"))
		return p + 1;
	if (ascii_begins(p, end, "->"))
		return p + 2;
	for (; (p = text_find(p, end, '-')) != NULL; p++) {
		if (ascii_begins(p, end, "-->"))
			return p + 3;
		if (ascii_begins(p, end, "--!>"))
			return p + 4;
	}
	token->open = true;
	return end;
}

static const char *
scan_cdata(const char *p, const char *end)
{
	p = text_search(p, end, "]]>");
	return p == NULL ? end : p + 3;
}

/* WHATWG 13.2.5.6: scan what was found to be markup at a '<'. */
static const char *
scan_markup(struct markup *m, const char *p, struct markup_token *token)
{
	const char *end = m->end;

	if (ascii_is_alpha(p[1])) {
		token->kind = MARKUP_START;
		p = scan_tag(m, p + 1, token);
		if (token->kind == MARKUP_START) {
			token->classes = markup_element_class(token->name,
			    token->name_length);
			enter_element(m, token);
		}
		return p;
	}
	if (p[1] == '/' && ascii_is_alpha(p[2])) {
		token->kind = MARKUP_END;
		p = scan_tag(m, p + 2, token);
		if (token->kind == MARKUP_END)
			leave_element(m, token);
		return p;
	}
	if (ascii_begins(p, end, "<!--"))
		return scan_comment(p + 4, end, token);
	token->kind = MARKUP_OTHER;
	if (markup_is_foreign(m) && text_begins(p, end, "<![CDATA["))
		return scan_cdata(p + 9, end);
	/* A doctype or a bogus comment: both end at the next '>'. */
	return after(p + 2, end, '>');
}

static bool
begins_markup(const char *p, const char *end)
{
	if (end - p < 2)
		return false;
	if (p[1] == '/')
		return end - p > 2;
	return ascii_is_alpha(p[1]) || p[1] == '!' || p[1] == '?';
}

static const char *
find_markup(const char *p, const char *end)
{
	for (; (p = text_find(p, end, '<')) != NULL; p++)
		if (begins_markup(p, end))
			return p;
	return end;
}

/*
 * WHATWG 13.2.5.17 to 31: in a script, "<!--" hides a nested script with its
 * end tag, until "-->".
 */
static const char *
find_script_end(const char *p, const char *end)
{
	enum { PLAIN, ESCAPED, NESTED } state = PLAIN;

	for (; p < end; p++) {
		if (*p == '-' && ascii_begins(p, end, "-->"))
			state = PLAIN;
		if (*p != '<')
			continue;
		if (state == PLAIN && ascii_begins(p, end, "<!--")) {
			state = ESCAPED;
			p++;	/* "<!-->" is closed at once */
		} else if (state == ESCAPED && names(p + 1, end, "script", 6))
			state = NESTED;
		else if (ascii_begins(p, end, "</") &&
		    names(p + 2, end, "script", 6)) {
			if (state != NESTED)
				return p;
			state = ESCAPED;
		}
	}
	return end;
}

/* Where the text of the open element ends: only at its own end tag. */
static const char *
find_text_end(const struct markup *m)
{
	const char *p = m->next;

	if (ascii_span_is(m->text_element, m->text_element_length, "script"))
		return find_script_end(p, m->end);
	if (ascii_span_is(m->text_element, m->text_element_length, "plaintext"))
		return m->end;
	for (; (p = text_find(p, m->end, '<')) != NULL; p++)
		if (ascii_begins(p, m->end, "</") && names(p + 2, m->end,
		    m->text_element, m->text_element_length))
			return p;
	return m->end;
}

void
markup_init(struct markup *m, const char *html, size_t n)
{
	*m = (struct markup){ .next = html, .end = html + n };
}

static const char *
scan_token(struct markup *m, struct markup_token *token)
{
	const char *p = m->next;

	if (m->text_element != NULL) {
		token->raw = (m->text_element_classes & MARKUP_RAW) != 0;
		p = find_text_end(m);
		token->open = p == m->end;
		m->text_element = NULL;
		if (p > m->next)
			return p;
		token->raw = false;
	}
	p = find_markup(p, m->end);
	return p > m->next ? p : scan_markup(m, p, token);
}

bool
markup_next(struct markup *m, struct markup_token *token)
{
	if (m->next == m->end)
		return false;
	*token = (struct markup_token){ .kind = MARKUP_TEXT,
	    .start = m->next };
	m->next = scan_token(m, token);
	token->length = (size_t)(m->next - token->start);
	return true;
}

bool
markup_read_start(const char *p, size_t n, struct markup_token *tag)
{
	struct markup m;

	markup_init(&m, p, n);
	return markup_next(&m, tag) && tag->kind == MARKUP_START;
}
