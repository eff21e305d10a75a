#include <string.h>

#include "base/text.h"
#include "markdown/markdown.h"
#include "template/template.h"
#include "template/template_elements.h"
#include "template/template_markup.h"
#include "template/template_tags.h"

/*
 * If tags that are now empty began their line, the spaces after them would
 * indent it; if they were all of it, the line is blank.
 */
static void
drop_blanks(struct template *t, const char *start, size_t length)
{
	const char *p = t->walk.next;

	if (t->out->length != length || t->walk.is_html ||
	    (start != t->walk.text && length != t->empty_to))
		return;
	t->empty_to = length;
	p = text_skip_blanks(p, t->walk.end);
	if (p < t->walk.end && *p != '\n')
		t->walk.next = p;
	else
		t->walk.in_paragraph = false;
}

/*
 * A line that is now blank would end its HTML block, and turn indented lines
 * after it into code: remove it.
 */
static void
drop_line(struct template *t, size_t length)
{
	const char *p = t->walk.next, *bytes = t->out->bytes;
	size_t n = t->out->length;

	if (n != length || !t->walk.in_html)
		return;
	p = text_skip_blanks(p, t->walk.end);
	/* Once per line: tags may have left any amount of whitespace on it. */
	if (p == t->walk.end || *p != '\n')
		return;
	while (n > 0 && ascii_is_blank(bytes[n - 1]))
		n--;
	if (n == 0 || bytes[n - 1] != '\n')
		return;
	t->out->length = n;
	walk_skip(&t->walk, p + 1);
}

static void
put_value(struct template *t, const char *value)
{
	if (value == t->host->page_url)
		value = template_page_url(t);
	/* URLs are used in links, anything else in text. */
	if (*value == '/' || ascii_has_prefix(value, "http"))
		template_put_url(t, value);
	else
		template_put_text(t, value);
}

/* Whether these are braces of math: `x^{{n}}`. */
static bool
is_mathematics(const struct template *t, const char *p, const char *close)
{
	return p > t->walk.start && strchr("{}^_", p[-1]) != NULL &&
	    ascii_is_alnum(p[2]) && text_find(p, close, '.') == NULL;
}

/* In Franklin, anything with a name is one. */
static bool
is_expression(const struct template *t, const char *p, const char *close)
{
	return template_is_expression(p + 2, close) ||
	    (t->host->dialects & TEMPLATE_FRANKLIN && ascii_is_alpha(*
	    text_skip_space(p + 2, close)) && (p == t->walk.start ||
	    !ascii_is_alnum(p[-1])));
}

/* `{{ ... }}` */
static bool
take_value(struct template *t, const char *p)
{
	const char *end = t->walk.end, *close = template_close(p, end, "{{",
	    "}}"), *value, *url, *text, *next = NULL;
	struct template_tag call = { .start = p };

	if (close == NULL || is_mathematics(t, p, close) ||
	    template_vue_is_raw(t))
		return false;
	if (t->host->dialects & (p[2] == '<' || p[2] == '%' ?
	    TEMPLATE_LIQUID | TEMPLATE_HUGO : TEMPLATE_LIQUID))
		next = template_put_escaped(t, p, close);
	if (next != NULL) {
		walk_skip(&t->walk, next);
		return true;
	}
	if (!(t->host->dialects & TEMPLATE_LIQUID) ||
	    !is_expression(t, p, close))
		return false;
	walk_skip(&t->walk, close + 2);
	if (template_put_captured(t, p + 2, close))
		return true;
	value = template_value(t, p + 2, close);
	if (value != NULL) {
		put_value(t, value);
		return true;
	}
	call.end = close + 2;
	if (template_read_call(t, p + 2, close, &call)) {
		template_run(t, &call);
		return true;
	}
	if (template_filtered_url(t, p + 2, close, &url, &text))
		template_put_link(t, url, text);
	else
		template_leave(t, p, call.end, template_value_name(t, p + 2,
		    close));
	return true;
}

/* `{# ... #}`, a comment of Nunjucks and of Zola's Tera. */
static bool
take_comment(struct template *t, const char *p)
{
	const char *close;

	if (!(t->host->dialects & TEMPLATE_LIQUID) || t->walk.end - p < 5 ||
	    (p[2] != ' ' && p[2] != '-' && p[2] != '\n'))
		return false;
	close = template_close(p, t->walk.end, "{#", "#}");
	if (close != NULL)
		walk_skip(&t->walk, close + 2);
	return close != NULL;
}

static const char *
take_attributes(struct template *t, const char *p)
{
	const char *close = template_take_inner_attributes(t, p);

	if (close != NULL)
		template_put_alternative(t, p, close);
	return close;
}

/* Process what a brace begins.  Returns false if it is just a brace. */
static bool
take_brace(struct template *t, const char *p)
{
	const char *close = NULL, *next;
	struct template_tag tag;

	if (t->walk.end - p < 3)
		return false;
	if (p[1] == '%' && p[2] == '/')
		close = template_find_escaped(t, p, t->walk.end);
	next = close == NULL ? NULL : template_put_escaped(t, p, close);
	if (next != NULL) {
		walk_skip(&t->walk, next);
		return true;
	}
	close = template_block_size(t, p);
	if (close == NULL)
		close = template_annotation(t, p);
	if (close != NULL) {
		walk_skip(&t->walk, close);
		return true;
	}
	if (template_read_tag(t, p, &tag)) {
		if (tag.is_end)
			template_end_dedent(t, &tag);
		template_run(t, &tag);
		if (!tag.is_end)
			template_dedent(t, &tag);
		return true;
	}
	if (p[1] == '#' && take_comment(t, p))
		return true;
	if (strchr("#:. -", p[1]) != NULL || (p[1] != '{' &&
	    (p == t->walk.text || p[-1] == ')' || p[-1] == '`')))
		close = take_attributes(t, p);
	if (close == NULL && (t->host->dialects & TEMPLATE_JSX ||
	    t->is_mdx))
		close = template_take_jsx(t, p);
	if (close == NULL)
		return p[1] == '{' && take_value(t, p);
	walk_skip(&t->walk, close);
	return true;
}

/* A backslash that may hide a WordPress bracket. */
static bool
take_escape(struct template *t, const char *p)
{
	if (template_take_wordpress(t, p))
		return true;
	if (t->walk.end - p < 2 || t->walk.is_html)
		return false;
	buf_add(t->out, p, 2);
	walk_skip(&t->walk, p + 2);
	return true;
}

/* In an MDX formula, braces are TeX's. */
static bool
take_formula(struct template *t, const char *p)
{
	const char *end = math_end(&t->formulas, &t->walk, p);

	if (end == NULL)
		return false;
	buf_add_span(t->out, p, end);
	walk_skip(&t->walk, end);
	return true;
}

static bool
take_element(struct template *t, const char *p)
{
	const char *close;

	if (!t->is_mdx)
		return t->host->dialects & TEMPLATE_ERB ?
		    template_take_erb(t, p) :
		    t->host->dialects & TEMPLATE_VUE ?
		    template_take_vue_element(t, p) :
		    template_take_distill(t, p);
	close = template_take_component(t, p);
	if (close != NULL)
		walk_skip(&t->walk, close);
	return close != NULL;
}

/* Process a mark by its first character.  Returns false if it is text. */
static bool
take_template(struct template *t, const char *p)
{
	switch (*p) {
	case '{':
		return take_brace(t, p);
	case '<':
		return take_element(t, p);
	case '[':
		return template_take_wiki(t, p) ||
		    template_take_wordpress(t, p) || template_take_embed(t, p);
	case '!':
		return template_take_wiki(t, p);
	case '\\':
		return take_escape(t, p);
	case '@':
		return template_take_zola_address(t, p);
	case ':':
		return template_take_vue_binding(t, p) ||
		    template_take_mdc_span(t, p) || template_take_icon(t, p);
	case '$':
		return take_formula(t, p);
	case '+':
		return template_take_keys(t, p);
	default:
		return template_take_obsidian(t, p);
	}
}

/* For `{%-` of Liquid, within a line: where the output before it ends. */
static size_t
trimmed_length(const struct template *t, const char *p)
{
	size_t n = t->out->length, i = n;

	/* Open blocks remember where they began. */
	if (!t->host->is_typed || t->depth > 0 || t->in_caption ||
	    t->walk.end - p < 3 || p[2] != '-' ||
	    (p[1] != '%' && p[1] != '{'))
		return n;
	while (i > 0 && ascii_is_blank(t->out->bytes[i - 1]))
		i--;
	return i > 0 && t->out->bytes[i - 1] != '\n' ? i : n;
}

/* The same after `-%}`. */
static void
trim_after(struct template *t)
{
	const char *p = t->walk.next, *q = text_skip_blanks(p, t->walk.end);

	if (t->host->is_typed && p - t->walk.start > 4 && p[-1] == '}' &&
	    p[-3] == '-' && strchr("%}", p[-2]) != NULL &&
	    q < t->walk.end && *q != '\n')
		t->walk.next = q;
}

static void
take_mark(struct template *t, const struct walk_token *token)
{
	const char *p = token->start;
	size_t length = t->out->length;

	if (template_take_quarto_mark(t, p) || template_take_franklin(t, p) ||
	    template_take_pelican_address(t, p) ||
	    template_take_nikola_address(t, p) ||
	    template_take_docusaurus_address(t, p))
		return;
	t->out->length = trimmed_length(t, p);
	if (!take_template(t, p)) {
		t->out->length = length;
		buf_add(t->out, p, 1);
		return;
	}
	trim_after(t);
	/* What the others put in their place is text. */
	if (strchr("[!\\@:$", *p) == NULL)
		drop_blanks(t, p, length);
	if (*p == '{')
		drop_line(t, length);
}

/* Copy up to the end of {% raw %}, wherever that is. */
static void
take_raw(struct template *t, const struct walk_token *token)
{
	const char *p = token->start, *end = p + token->length;

	if (end <= t->raw_end) {
		buf_add(t->out, p, token->length);
		return;
	}
	buf_add_span(t->out, p, t->raw_end);
	if (end > t->raw_next)
		buf_add_span(t->out, t->raw_next, end);
	else
		walk_skip(&t->walk, t->raw_next);
	t->raw_end = NULL;
}

/* Hexo only protects fences from its templates. */
static bool
is_run(const struct template *t)
{
	const unsigned hexo = TEMPLATE_HEXO | TEMPLATE_LIQUID;

	return t->host->dialects & TEMPLATE_RAW_CODE ||
	    ((t->host->dialects & hexo) == hexo && t->walk.fence.length == 0);
}

static void
take_code(struct template *t, const char *p, const char *end)
{
	if (is_run(t))
		template_put_raw(t, p, end);
	else
		template_take_code(t, p, end);
}

/*
 * Whether a line needs a blank line above it to be what it is in MDX: a
 * thematic break or a table below a tag, and an HTML block below text.
 */
static bool
needs_blank(const struct template *t)
{
	const struct walk *w = &t->walk;
	const char *p = w->text, *bytes = t->out->bytes;
	size_t n = t->out->length;

	if (t->is_bare)
		return (!w->in_paragraph || *p == '|') && n > 2 &&
		    bytes[n - 3] == '>';
	return w->quotes == 0 && w->lists == 0 && walk_begins_block(p,
	    w->end);
}

static void
begin_line(struct template *t)
{
	const struct walk *w = &t->walk;
	const char *p = w->line;

	while (p < w->text && (ascii_is_blank(*p) || *p == '>'))
		p++;
	t->begins_paragraph = !w->continues || p < w->text ||
	    template_is_after_blank(t);
	t->is_bare = t->is_bare && !t->begins_paragraph;
	if (!t->begins_paragraph && needs_blank(t)) {
		buf_putc(t->out, '\n');
		t->begins_paragraph = true;
		t->is_bare = false;
	}
	t->line_start = t->out->length;
}

/* End a line of a paragraph of elements; a blank line stays blank. */
static void
end_line(struct template *t)
{
	const char *bytes = t->out->bytes;
	size_t n = t->out->length;

	if (n > t->line_start && !walk_is_blank(bytes + t->line_start,
	    bytes + n))
		buf_putc(t->out, MARKDOWN_BARE_END);
	t->line_start = t->out->length + 1;
}

static void
take_line(struct template *t)
{
	/* A fence may end with the blockquote around it. */
	template_close_cell(t);
	template_quarto_line(t);
	if (t->raw_end != NULL) {
		template_take_attribute_line(t);
		return;
	}
	if (template_take_import(t) || template_take_franklin_line(t) ||
	    template_take_html_fence(t) ||
	    template_take_deep_fence(t, t->walk.line))
		return;
	if (!template_take_line(t) && t->is_mdx)
		begin_line(t);
}

/*
 * Hugo runs shortcodes in code, too.  A line of nothing but a tag is not code:
 * it is inside a pair of tags that is indented.
 */
static bool
take_indented(struct template *t, const char *p, const char *end)
{
	struct template_tag tag;

	if ((t->host->dialects & (TEMPLATE_HUGO | TEMPLATE_LIQUID)) !=
	    TEMPLATE_HUGO || t->walk.fence.length > 0)
		return false;
	p = text_skip_space(p, end);
	if (end - p < 5 || *p != '{' || !template_read_tag(t, p, &tag) ||
	    tag.syntax != TEMPLATE_SHORTCODE || tag.end > end ||
	    text_skip_space(tag.end, end) < end)
		return false;
	template_run(t, &tag);
	return true;
}

/* Whether code is an element of MDX, not in a fence. */
static bool
is_element(const struct template *t, const struct walk_token *token)
{
	return t->is_mdx && t->walk.fence.length == 0 && token->length > 1 &&
	    *token->start == '<' && ascii_is_alpha(token->start[1]);
}

/* Process code that stands for something else, or has display options. */
static void
take_code_token(struct template *t, const struct walk_token *token)
{
	const char *p = token->start, *end = p + token->length;

	template_vue_code_title(t, p, end);
	template_fence_caption(t, p, end);
	if (t->walk.fence.length == 0 && template_take_deep_fence(t, p))
		return;
	if (template_take_cell(t, p, end) ||
	    template_take_mdx_fence(t, p, end) ||
	    template_take_fenced_note(t, p, end) ||
	    template_take_highlight(t, p, end) ||
	    template_take_embed_code(t, p, end) ||
	    template_take_pre(t, p, end) ||
	    template_take_shebang(t, p, end) ||
	    template_vue_block(t, p) ||
	    template_vue_note(t, p, end) ||
	    template_take_snippet(t, p, end) ||
	    template_take_vue_include(t, p, end) ||
	    (t->depth > 0 && template_take_title(t, p, end)) ||
	    take_indented(t, p, end))
		return;
	if (is_element(t, token))
		template_element_code(t, p, end);
	else
		take_code(t, p, end);
	/* Lines of code end the paragraph above. */
	if (end > p && end[-1] == '\n')
		t->is_bare = false;
}

static void
take_token(struct template *t, const struct walk_token *token)
{
	const char *p = token->start;

	if (t->raw_end != NULL && token->kind != WALK_LINE) {
		if (token->kind != WALK_MARK ||
		    !template_take_raw_attributes(t, p))
			take_raw(t, token);
		return;
	}
	switch (token->kind) {
	case WALK_LINE:
		take_line(t);
		break;
	case WALK_MARK:
		take_mark(t, token);
		break;
	case WALK_CODE:
		take_code_token(t, token);
		break;
	default:
		if (t->is_bare && *p == '\n')
			end_line(t);
		buf_add(t->out, p, token->length);
	}
}

static void
expand(struct template *t, const char *s, size_t n)
{
	const struct template_host *host = t->host;
	struct walk_token token;

	t->is_mdx = !host->is_html && template_is_mdx(s, n, host->dialects);
	template_begin_walk(t, s, n);
	template_find_pairs(t);
	while (walk_next(&t->walk, &token)) {
		if (t->indented > 0)
			template_leave_indented(t);
		take_token(t, &token);
		t->in_fence = t->walk.fence.length > 0;
	}
	if (t->is_bare)
		end_line(t);
	template_close_cell(t);
	/* An unclosed code block ends with the blocks around it. */
	if (t->depth > 0) {
		walk_close_fence(&t->walk, t->out);
		t->walk.fence.length = 0;
	}
	while (t->depth > 0)
		template_close_block(t);
	template_abandon_note(t);
	buf_release(&t->note);
}

static const char *
expand_part(struct template *t, const char *p, const char *end)
{
	const char *s = arena_span(&t->arena, p, end);
	struct buf out = { 0 };
	struct template part = { .out = &out, .expand_part = expand_part,
	    .host = t->host, .report = t->report,
	    .variables = t->variables, .notes = t->notes,
	    .note_count = t->note_count };
	bool was_counted = t->report->count > 0;
	bool had_secrets = t->report->secrets > 0;

	buf_puts(&out, "");
	expand(&part, s, (size_t)(end - p));
	arena_release(&part.arena);
	/* Its footnotes are put after the whole body. */
	t->notes = part.notes;
	t->note_count = part.note_count;
	if (!was_counted)
		t->report->offset += (size_t)(p - t->walk.start);
	if (!had_secrets)
		t->report->secret_offset += (size_t)(p - t->walk.start);
	return arena_take(&t->arena, &out);
}

void
template_expand(struct buf *out, const char *s, size_t n,
    const struct template_host *host, struct template_report *report)
{
	struct template t = { .out = out, .expand_part = expand_part,
	    .host = host, .report = report };

	expand(&t, s, n);
	template_put_notes(&t);
	arena_release(&t.arena);
}
