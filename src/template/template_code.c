/*
 * Tags around code, around what is not a template, or not shown at all.
 */
#include <string.h>

#include "base/text.h"
#include "template/template_markup.h"
#include "template/template_tags.h"

/* A string that is the value of a tag. */
struct quoted {
	const char	*start, *end;
	const char	*after;		/* after the tag */
};

/* Read {% raw %} at p if none is open, or its end if one is. */
static bool
read_raw(struct template *t, const char *p, bool is_open,
    struct template_tag *tag)
{
	return p[1] == '%' && template_read_tag(t, p, tag) &&
	    strcmp(tag->name, "raw") == 0 && tag->is_end == is_open &&
	    (is_open || template_is_paired(t, tag));
}

/* Whether Jekyll's `{{ "{% if " }}` is at p: a string in quotes. */
static bool
read_quoted(const struct template *t, const char *p, const char *end,
    struct quoted *text)
{
	const char *start, *after;

	if (!(t->host->dialects & TEMPLATE_RAW_CODE) || t->is_raw_code ||
	    !text_begins(p, end, "{{"))
		return false;
	start = text_skip_blanks(p + 2, end);
	if (start == end || !ascii_is_quote(*start))
		return false;
	text->start = start + 1;
	text->end = text_find(start + 1, end, *start);
	if (text->end == NULL)
		return false;
	after = text_skip_blanks(text->end + 1, end);
	text->after = after + 2;
	return text_begins(after, end, "}}");
}

/*
 * The lines of a fence arrive one by one, and a tag may span two of them.  A
 * string is the way to show a tag without running it.
 */
void
template_put_raw(struct template *t, const char *p, const char *end)
{
	const char *from = p;
	struct template_tag tag;
	struct quoted text;

	for (; (p = text_find(p, end, '{')) != NULL; p++) {
		if (read_quoted(t, p, end, &text)) {
			buf_add_span(t->out, from, p);
			buf_add_span(t->out, text.start, text.end);
			from = text.after;
			p = from - 1;
			continue;
		}
		if (!read_raw(t, p, t->is_raw_code, &tag) ||
		    (tag.end > end && t->walk.fence.length == 0))
			continue;
		buf_add_span(t->out, from, p);
		t->is_raw_code = !t->is_raw_code;
		from = tag.end;
		p = tag.end - 1;
		if (tag.end <= end)
			continue;
		end = walk_line_end(tag.end, t->walk.end);
		walk_skip(&t->walk, end);
	}
	buf_add_span(t->out, from, end);
}

/*
 * The code up to end, and whether {% raw %} is open there.  Except in
 * shortcodes, the content is run, so that {% raw %} is a tag in it, too; in
 * shortcodes, calls may be escaped.
 */
static const char *
code_between(struct template *t, const struct template_tag *tag,
    const char *end, bool *is_raw)
{
	struct buf code = { 0 }, *out = t->out;

	t->out = &code;
	t->is_raw_code = false;
	if (tag->syntax == TEMPLATE_TAG)
		template_put_raw(t, tag->end, end);
	else
		template_take_code(t, tag->end, end);
	*is_raw = t->is_raw_code;
	t->is_raw_code = false;
	t->out = out;
	return arena_take(&t->arena, &code);
}

void
template_put_source(struct template *t, const char *language, const char *p,
    const char *end)
{
	const struct template_tag tag = { .syntax = TEMPLATE_TAG, .end = p };
	bool is_raw;

	template_put_code(t, language, code_between(t, &tag, end, &is_raw));
}

/* The code up to its end tag, past which the walk advances; NULL: none.  In
   {% raw %} there may be one end tag that is text, but no more than one. */
static const char *
take_code(struct template *t, const struct template_tag *tag)
{
	struct template_tag rest = *tag, end, next;
	const char *code, *more;
	bool is_raw;

	if (!template_find_end(t, tag, &end))
		return NULL;
	code = code_between(t, tag, end.start, &is_raw);
	rest.start = end.start;
	rest.end = end.end;
	if (is_raw && template_find_end(t, &rest, &next)) {
		more = code_between(t, tag, next.start, &is_raw);
		code = is_raw ? code : more;
		end = is_raw ? end : next;
	}
	walk_skip(&t->walk, end.end);
	return code;
}

static bool
run_code(struct template *t, const struct template_tag *tag,
    const char *language)
{
	const char *code = take_code(t, tag);

	if (code != NULL)
		template_put_code(t, language, code);
	return code != NULL;
}

/* Put inline code. */
static bool
run_inline_code(struct template *t, const struct template_tag *tag,
    const char *language)
{
	struct template_tag end;
	const char *code;
	bool is_raw;

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	code = text_trim(&t->arena, code_between(t, tag, end.start, &is_raw));
	buf_puts(t->out, "<code");
	if (language != NULL) {
		buf_puts(t->out, " class=\"language-");
		template_put_text(t, language);
		buf_puts(t->out, "\"");
	}
	buf_puts(t->out, ">");
	if (code != NULL)
		template_put_literal(t, code);
	buf_puts(t->out, "</code>");
	return true;
}

/* {% chartjs 500,300 %}, {% score %} of the theme Butterfly, with options */
bool
template_run_chart(struct template *t, const struct template_tag *tag)
{
	return run_code(t, tag, tag->name);
}

/*
 * {% mermaid %}: the source of a diagram is not Markdown.  In the theme NexT it
 * begins after the name: {% mermaid graph TD %}.
 */
bool
template_run_diagram(struct template *t, const struct template_tag *tag)
{
	const char *code;

	if (tag->syntax != TEMPLATE_TAG || template_word(tag, 0) == NULL)
		return run_code(t, tag, tag->name);
	code = take_code(t, tag);
	if (code == NULL)
		return false;
	code = arena_printf(&t->arena, "%s%s%s", text_trim(&t->arena,
	    tag->text), *code == '\n' ? "" : "\n", code);
	template_put_code(t, tag->name, code);
	return true;
}

/* {{< math "x^2" >}} */
static bool
put_formula(struct template *t, const struct template_tag *tag)
{
	const char *formula = tag->count == 1 && tag->arguments[0].is_quoted ?
	    template_word(tag, 0) : NULL;

	if (formula == NULL || template_in_html(t))
		return tag->count == 0;
	buf_printf(t->out, "$%s$", formula);
	return true;
}

/*
 * {{< katex >}}x^2{{< /katex >}}, a formula without delimiters, which
 * {% katex inline %} has inline; without an end tag, it only loads a script.
 */
bool
template_run_math(struct template *t, const struct template_tag *tag)
{
	static const char *const tags[] = { "{{", "{%", NULL };
	static const char *const formulas[] = { "$", "\\(", "\\[", NULL };
	const char *word = template_word(tag, 0), *formula, *marks;
	bool is_block = walk_is_blank(t->walk.text, tag->start) &&
	    (word == NULL || strcmp(word, "inline") != 0);
	struct template_tag end;
	bool is_raw;

	if (!template_find_end(t, tag, &end))
		return put_formula(t, tag);
	formula = text_trim(&t->arena, code_between(t, tag, end.start,
	    &is_raw));
	if (formula == NULL || text_holds_any(formula, tags))
		return tag->count == 0;
	if (text_holds_any(formula, formulas))
		return false;
	walk_skip(&t->walk, end.end);
	marks = is_block ? "$$" : "$";
	buf_puts(t->out, marks);
	if (template_in_html(t))
		template_put_text(t, formula);
	else
		buf_puts(t->out, formula);
	buf_puts(t->out, marks);
	return true;
}

/* On some sites, a tag contains Markdown, with a fence around the code. */
static bool
holds_fence(const struct template_tag *tag, const struct template_tag *end)
{
	const char *p = text_skip_space(tag->end, end->start);

	return text_begins(p, end->start, "```") ||
	    text_begins(p, end->start, "~~~");
}

/* {% highlight c linenos %}, {{< highlight c "linenos=table" >}} */
bool
template_run_highlight(struct template *t, const struct template_tag *tag)
{
	if (tag->syntax == TEMPLATE_SHORTCODE &&
	    strstr(tag->text, "hl_inline=true") != NULL)
		return run_inline_code(t, tag, template_word(tag, 0));
	return run_code(t, tag, template_word(tag, 0));
}

/* Whether only whitespace is between the end tag of a tag and p. */
static bool
ends_with(struct template *t, const struct template_tag *tag, const char *p)
{
	const char *end = text_cut_space(tag->end, p), *q = end;
	struct template_tag close;

	while (q > tag->end && *q != '{')
		q--;
	return template_read_tag(t, q, &close) && close.is_end &&
	    close.end == end && template_find_end(t, tag, &close) &&
	    close.end == end;
}

/* `<pre>{% highlight c %}`: its content is not code yet when that is run. */
bool
template_take_pre(struct template *t, const char *p, const char *end)
{
	struct template_tag tag;
	const char *code;

	if (!(t->host->dialects & TEMPLATE_RAW_CODE) ||
	    !text_begins(p, end, "<pre>"))
		return false;
	p = text_skip_space(p + strlen("<pre>"), end);
	if (!text_begins(p, end, "{% highlight") ||
	    !template_read_tag(t, p, &tag) ||
	    !ends_with(t, &tag, end - strlen("</pre>")))
		return false;
	code = take_code(t, &tag);
	walk_skip(&t->walk, end);
	template_put_code(t, template_word(&tag, 0), code);
	return true;
}

/* Blank lines would end the HTML block. */
static void
put_html_lines(struct buf *out, const char *p, const char *end)
{
	const char *next;

	for (; p < end; p = next) {
		next = walk_line_end(p, end);
		if (!walk_is_blank(p, next[-1] == '\n' ? next - 1 : next))
			buf_add_span(out, p, next);
	}
}

/*
 * {{< rawhtml >}}, a customary shortcode that outputs its content as is.  A
 * block element around it keeps Markdown away.
 */
bool
template_run_html(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;
	bool is_block = !template_in_html(t) &&
	    walk_is_blank(t->walk.text, tag->start);

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	if (t->walk.is_html) {
		buf_add_span(t->out, tag->end, end.start);
		return true;
	}
	buf_puts(t->out, is_block ? "<div>\n" : "");
	put_html_lines(t->out, tag->end, end.start);
	if (!is_block)
		return true;
	if (t->out->bytes[t->out->length - 1] != '\n')
		buf_putc(t->out, '\n');
	template_put_indent(t);
	buf_puts(t->out, "</div>\n\n");
	t->walk.in_paragraph = false;
	return true;
}

/* {% codeblock [title] [lang:c] [url] [link text] %} */
bool
template_run_codeblock(struct template *t, const struct template_tag *tag)
{
	static const char *const options[] = {
		"line_number:", "line_threshold:", "highlight:",
		"first_line:", "mark:", "wrap:", NULL
	};
	const char *language = template_key(tag, "lang"), *word;
	struct template_tag title = { .count = 0 }, end;
	size_t i;

	for (i = 0; (word = template_word(tag, i)) != NULL; i++)
		if (text_has_prefix(word, "lang:"))
			language = word + 5;
		else if (text_after_any(word, word + strlen(word),
		    options) == NULL)
			title.arguments[title.count++].value = word;
	if (title.count > 0 && template_is_paired(t, tag)) {
		if (!template_in_html(t))
			template_end_paragraph(t);
		template_put_caption(t, &title);
	}
	if (template_find_end(t, tag, &end) && holds_fence(tag, &end))
		return true;
	return run_code(t, tag, language);
}

/* By keys, or as `"a.c" "c"`, `c` or `"a.c"`. */
static void
read_listing(const struct template_tag *tag, const char **title,
    const char **language)
{
	const char *word = template_word(tag, 0);

	*title = template_key(tag, "title|header|file|filename|name");
	*language = template_key(tag, "lang|language|codeLang");
	if (word != NULL && *title == NULL && (template_word(tag, 1) != NULL ||
	    strpbrk(word, ". /") != NULL))
		*title = word;
	else if (*language == NULL)
		*language = word;
	if (*title == word && *language == NULL)
		*language = template_word(tag, 1);
}

/*
 * {{< code lang="c" title="a.c" >}} and the like, by convention.  On some sites
 * it contains a fence; then the text is kept.
 */
bool
template_run_listing(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;
	const char *p, *title, *language;

	if (!template_find_end(t, tag, &end))
		return false;
	read_listing(tag, &title, &language);
	p = text_skip_space(tag->end, end.start);
	if (p == end.start)
		template_count(t, tag->start, tag->name);
	else if (memchr(tag->end, '\n', (size_t)(end.start - tag->end)) ==
	    NULL)
		return run_inline_code(t, tag, language);
	if (title != NULL)
		template_put_heading(t, title);
	return p == end.start || holds_fence(tag, &end) ||
	    run_code(t, tag, language);
}

/* The next comment that begins with a word, which *text points to, or NULL. */
static const char *
find_comment(const char *p, const char *end, const char *word,
    const char **text)
{
	for (; (p = text_search(p, end, "<!--")) != NULL; p++) {
		*text = text_skip_space(p + 4, end);
		if (text_begins(*text, end, word))
			return p;
	}
	return NULL;
}

/* Put the code after `<!-- tab c -->` at name.  Returns its end, or NULL. */
static const char *
put_code_tab(struct template *t, const struct template_tag *tag,
    const char *name, const char *end)
{
	struct template_tag from = *tag;
	const char *stop, *language, *code, *next;
	bool is_raw;

	stop = text_search(name, end, "-->");
	if (stop == NULL)
		return NULL;
	language = text_trim_copy(&t->arena, name, stop);
	from.end = stop + 3;
	stop = find_comment(from.end, end, "endtab", &next);
	stop = stop == NULL ? end : stop;
	code = code_between(t, &from, stop, &is_raw);
	template_put_code(t, language, code);
	return stop;
}

/* Tranquilpeak's {% tabbed_codeblock a.c %}: code between comments. */
bool
template_run_code_tabs(struct template *t, const struct template_tag *tag)
{
	const char *title = template_word(tag, 0), *p = tag->end, *text;
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	if (title != NULL && *title != '\0')
		template_put_heading(t, title);
	if (find_comment(p, end.start, "tab", &text) == NULL)
		return run_code(t, tag, NULL);
	walk_skip(&t->walk, end.end);
	while (p != NULL && (p = find_comment(p, end.start, "tab", &text)) !=
	    NULL)
		p = put_code_tab(t, tag, text + 3, end.start);
	return true;
}

/* Whether HTML, and nothing else, begins on the line below a tag, in the
   same item if the tag is in one. */
static bool
has_html_below(const struct template *t, const struct template_tag *tag)
{
	const char *end = t->walk.end, *p = walk_blank_rest(tag->end, end);
	const char *text = p == NULL ? end : text_skip_space(p, end);

	p = text_cut_blanks(tag->end, text);
	return walk_is_blank(t->walk.text, tag->start) && text < end &&
	    *text == '<' && text - p >= tag->start - t->walk.line;
}

/*
 * Its content is not a template, whatever it looks like.  Nunjucks nests the
 * tag and Liquid does not, which a second end tag shows.  In Hexo, the content
 * is not Markdown either.
 */
bool
template_run_raw(struct template *t, const struct template_tag *tag)
{
	struct template_tag end, rest = *tag, outer;

	if (!template_find_end(t, tag, &end))
		return false;
	if (t->host->dialects & TEMPLATE_HEXO && has_html_below(t, tag))
		return template_run_html(t, tag);
	rest.start = end.start;
	rest.end = end.end;
	if (template_is_between(t, tag, tag->end, end.start) &&
	    template_find_end(t, &rest, &outer) &&
	    !template_is_between(t, tag, end.end, outer.start))
		end = outer;
	t->raw_end = end.start;
	t->raw_next = end.end;
	return true;
}

bool
template_run_comment(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	walk_skip(&t->walk, end.end);
	return true;
}

/* Text that the site encrypts is removed, whatever is done with other tags. */
bool
template_run_secret(struct template *t, const struct template_tag *tag)
{
	if (!template_run_comment(t, tag))
		return false;
	template_note_secret(t, tag->start);
	return true;
}

/* A loop cannot be run, and its text makes no sense by itself. */
bool
template_run_loop(struct template *t, const struct template_tag *tag)
{
	struct template_tag end;

	if (!template_find_end(t, tag, &end))
		return false;
	template_leave(t, tag->start, end.end, tag->name);
	walk_skip(&t->walk, end.end);
	return true;
}
