/*
 * Code in place of a tag.
 */
#include <string.h>

#include "base/text.h"
#include "html/plain.h"
#include "markdown/markdown.h"
#include "template/template_parts.h"

/* Skip the prefix of a line in a list item or blockquote. */
static const char *
skip_prefix(const struct template *t, const char *p, const char *end)
{
	const char *stop = p + (t->walk.text - t->walk.line);

	if (t->walk.lists + t->walk.quotes == 0)
		return p;
	while (p < stop && p < end && (ascii_is_blank(*p) || *p == '>'))
		p++;
	return p;
}

/*
 * A blank line would end the HTML block around it, and so would a line outside
 * the list item or blockquote.
 */
static void
put_pre(struct template *t, const char *language, const char *code, size_t n)
{
	const char *p, *end = code + n;
	bool is_inner = t->walk.lists + t->walk.quotes > 0;

	buf_puts(t->out, "<pre><code");
	if (language != NULL) {
		buf_puts(t->out, " class=\"language-");
		template_put_text(t, language);
		buf_putc(t->out, '"');
	}
	buf_putc(t->out, '>');
	for (p = skip_prefix(t, code, end); p < end; p++)
		if (*p == '\n' && !t->walk.is_html) {
			buf_puts(t->out, "&#10;");
			p = skip_prefix(t, p + 1, end) - 1;
		} else {
			plain_escape(t->out, p, 1);
		}
	buf_puts(t->out, is_inner ? "&#10;" : "\n");
	buf_puts(t->out, "</code></pre>");
}

static size_t
longest_run(const char *p, size_t n, char c)
{
	size_t longest = 0, run = 0, i;

	for (i = 0; i < n; i++) {
		run = p[i] == c ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

static void
put_fence(struct template *t, size_t length, const char *language)
{
	while (length-- > 0)
		buf_putc(t->out, '`');
	/* The info string of a fence cannot contain backquotes. */
	if (language != NULL)
		buf_add(t->out, language, strcspn(language, "`\n"));
}

/* Length of code without trailing lines of only blockquote markers. */
static size_t
trim_code(const struct template *t, const char *code, size_t n)
{
	size_t k = n;

	do {
		n = k;
		while (n > 0 && ascii_is_space(code[n - 1]))
			n--;
		for (k = n; t->walk.quotes > 0 && k > 0 &&
		    (code[k - 1] == '>' || ascii_is_blank(code[k - 1])); k--)
			continue;
	} while (k < n && (k == 0 || code[k - 1] == '\n'));
	return n;
}

/* Whether a line is in the list item or blockquote that the tag is in. */
static bool
is_inside(const struct template *t, const char *p, const char *end)
{
	const struct walk *w = &t->walk;
	const char *q = w->line;
	size_t column = 0;

	if (w->quotes == 0) {
		for (; p < end && ascii_is_blank(*p); p++)
			column += *p == '\t' ? 4 - column % 4 : 1;
		return column >= w->columns[w->lists - 1];
	}
	while (p < end && q < w->text && (*p == '>') == (*q == '>')) {
		p++;
		q++;
	}
	return q == w->text;
}

/* Put lines of code; if any is outside that, move all of them into it. */
static void
put_code_lines(struct template *t, const char *p, const char *end)
{
	bool is_inner = t->walk.lists + t->walk.quotes > 0;
	bool is_moved = false;
	const char *line, *next, *text;

	for (line = p; is_inner && line < end; line = next) {
		next = walk_line_end(line, end);
		text = walk_skip_prefix(line, next);
		is_moved = is_moved || (text < next && *text != '\n' &&
		    !is_inside(t, line, next));
	}
	for (line = p; line < end; line = next) {
		next = walk_line_end(line, end);
		if (is_moved || (t->walk.quotes > 0 && *line == '\n'))
			template_put_indent(t);
		buf_add_span(t->out, line, next);
	}
}

void
template_put_code(struct template *t, const char *language,
    const char *code)
{
	const char *line_end;
	size_t n = strlen(code), length = longest_run(code, n, '`') + 1;

	while ((line_end = memchr(code, '\n', n)) != NULL &&
	    walk_is_blank(code, line_end)) {
		n -= (size_t)(line_end + 1 - code);
		code = line_end + 1;
	}
	n = trim_code(t, code, n);
	if (template_in_html(t)) {
		put_pre(t, language, code, n);
		return;
	}
	if (!template_is_at_line(t)) {
		buf_putc(t->out, '\n');
		template_put_indent(t);
	}
	length = length < 3 ? 3 : length;
	put_fence(t, length, language);
	if (t->host->has_inner)
		buf_putc(t->out, MARKDOWN_FENCE_END);
	buf_putc(t->out, '\n');
	put_code_lines(t, code, code + n);
	if (n > 0)
		buf_putc(t->out, '\n');
	template_put_indent(t);
	put_fence(t, length, NULL);
	if (walk_blank_rest(t->walk.next, t->walk.end) == NULL)
		buf_putc(t->out, '\n');
}
